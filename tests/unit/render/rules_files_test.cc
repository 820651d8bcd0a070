#include <fmt/format.h>
#include <gtest/gtest.h>

#include "render/release/tables/rules_csv.h"
#include "render/release/tables/rules_ndjson.h"
#include "support/table_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;
using Lines = std::vector<std::vector<std::string>>;

std::string cell(const Lines& lines, std::size_t row, const std::string& column) {
  const auto& header = lines.at(0);
  const auto found = std::find(header.begin(), header.end(), column);
  if (found == header.end()) throw std::runtime_error("no column " + column);
  return lines.at(row).at(static_cast<std::size_t>(found - header.begin()));
}

const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> texts = {
      "=1+1",       "+81 90", "-1",           "@SUM(A1)", "\tx", "\rx",
      "\nx",        "＝1",    "＋1",          "－1",      "＠a", "'90s",
      "say \"hi\"", "a,b;c",  "two\r\nlines", "\"",       "]]>", "\u2028between\u2029",
      "\u0085next", "<b>"};
  return texts;
}

/// Makes a release with each of these texts where authors can write any, a policy each.
const ReleaseContent& hostile_release() {
  static const ReleaseContent content = [] {
    std::vector<json> policies;
    for (const std::string& text : hostile_texts()) {
      json policy = planned_policy();
      policy["id"] = fmt::format("jp/sample-{:02}", policies.size());
      policy["name"]["en"] = text;
      policy["roaming"][0]["evidence"][0]["claim"]["en"] = text;
      policies.push_back(std::move(policy));
    }
    return tables_of(policies);
  }();
  return content;
}

/// Rows of one policy of the fixture.
constexpr std::size_t kRows = 4;

TEST(RulesCsv, GivesEveryTextBack) {
  const Lines lines = read_csv(rules_csv(hostile_release()));
  ASSERT_EQ(lines.size(), 1 + kRows * hostile_texts().size());
  for (const auto& line : lines) EXPECT_EQ(line.size(), lines[0].size());
  for (std::size_t i = 0; i < hostile_texts().size(); ++i) {
    std::string read = cell(lines, 1 + kRows * i, "policy_name.en");
    if (read.starts_with("'")) read.erase(0, 1);
    EXPECT_EQ(read, hostile_texts()[i]);
    const json evidence = json::parse(cell(lines, 2 + kRows * i, "evidence"));
    EXPECT_EQ(evidence[0]["claim"]["en"], hostile_texts()[i]);
  }
}

TEST(RulesCsv, HasNoCellThatStartsLikeAFormula) {
  for (const auto& line : read_csv(rules_csv(hostile_release()))) {
    for (const std::string& read : line) {
      for (const char* start : {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"}) {
        EXPECT_FALSE(read.starts_with(start)) << read;
      }
    }
  }
}

TEST(RulesCsv, HasAColumnForEachMember) {
  const Lines lines = read_csv(rules_csv(tables_of(planned_policy())));
  EXPECT_EQ(cell(lines, 2, "countries"), "JP; US");
  EXPECT_EQ(cell(lines, 2, "allowance"), "");
  EXPECT_EQ(cell(lines, 2, "allowance.value"), "5");
  EXPECT_EQ(cell(lines, 2, "allowance.unit"), "GB");
  EXPECT_EQ(cell(lines, 3, "allowance"), "plan_allowance");
  EXPECT_EQ(cell(lines, 3, "allowance.value"), "");
  EXPECT_EQ(cell(lines, 2, "revision.date"), "2026-11-22");
  EXPECT_EQ(cell(lines, 2, "policy_name.others"), R"({"ko":"샘플"})");
  EXPECT_EQ(cell(lines, 2, "plan_name.others"), "");
  EXPECT_EQ(cell(lines, 2, "plans"), "all");
  EXPECT_EQ(json::parse(cell(lines, 2, "limits"))[0]["max"], 14);
}

TEST(RulesCsv, TellsNoneFromNothing) {
  const Lines lines = read_csv(rules_csv(tables_of(planned_policy())));
  EXPECT_EQ(cell(lines, 2, "conditions"), "[]");
  EXPECT_EQ(cell(lines, 2, "channels"), "");
  EXPECT_EQ(cell(lines, 1, "plan"), "");
}

TEST(RulesCsv, StartsWithoutAByteOrderMark) {
  EXPECT_TRUE(rules_csv(tables_of(planned_policy())).starts_with("\"schema_version\",\"version\""));
}

TEST(RulesCsv, KeepsASetThatTheJoinerWouldTearApart) {
  const json field = {{"title", "Tags"},
                      {"description", "Any texts."},
                      {"type", "array"},
                      {"x-set", true},
                      {"items", {{"title", "Tag"}, {"type", "string"}}}};
  json policy = planned_policy();
  policy["tethering"][0]["tags"] = {"a; b", "c"};
  const Lines lines = read_csv(rules_csv(tables_of(policy, schema_with_field("tags", field))));
  EXPECT_EQ(cell(lines, 4, "tags"), R"(["a; b","c"])");
  EXPECT_EQ(cell(lines, 3, "tags"), "");
}

std::vector<nlohmann::ordered_json> read_lines(const std::string& text) {
  std::vector<nlohmann::ordered_json> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(nlohmann::ordered_json::parse(text.substr(at, end - at)));
    at = end + 1;
  }
  return lines;
}

TEST(RulesNdjson, HasEveryKeyInEveryLineInOneOrder) {
  const auto lines = read_lines(rules_ndjson(tables_of(planned_policy())));
  ASSERT_EQ(lines.size(), 4);
  std::vector<std::string> keys;
  for (const auto& [key, value] : lines[0].items()) keys.push_back(key);
  EXPECT_EQ(keys.front(), "schema_version");
  for (const auto& line : lines) {
    std::vector<std::string> own;
    for (const auto& [key, value] : line.items()) own.push_back(key);
    EXPECT_EQ(own, keys);
    EXPECT_EQ(line.at("schema_version"), 3);
  }
}

TEST(RulesNdjson, IsALineARowForEveryReader) {
  const std::string written = rules_ndjson(hostile_release());
  for (const char* end : {"\u0085", "\u2028", "\u2029", "\r"}) {
    EXPECT_EQ(written.find(end), std::string::npos);
  }
  const auto lines = read_lines(written);
  ASSERT_EQ(lines.size(), kRows * hostile_texts().size());
  for (std::size_t i = 0; i < hostile_texts().size(); ++i) {
    EXPECT_EQ(lines.at(kRows * i).at("policy_name").at("en"), hostile_texts()[i]);
  }
}

TEST(RulesFiles, HaveAFieldThatOnlyTheSchemaKnows) {
  const json field = {{"title", "Most devices"}, {"type", "integer"}};
  json policy = planned_policy();
  policy["tethering"][0]["max_devices"] = 10;
  const ReleaseContent content = tables_of(policy, schema_with_field("max_devices", field));
  EXPECT_EQ(cell(read_csv(rules_csv(content)), 4, "max_devices"), "10");
  EXPECT_EQ(read_lines(rules_ndjson(content)).at(3).at("max_devices"), 10);
  EXPECT_TRUE(read_lines(rules_ndjson(content)).at(0).at("max_devices").is_null());
}

}  // namespace
}  // namespace simrules
