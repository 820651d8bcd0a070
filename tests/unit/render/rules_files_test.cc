#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "render/release/tables/machine_tables.h"
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

/// Reads a CSV of a release, without the mark of UTF-8.
Lines table(const ReleaseContent& content, const std::string& name) {
  for (const auto& files : {rules_csv_files(content, {}), machine_table_files(content, {})}) {
    for (const ReleaseFile& file : files) {
      const bool has_mark = file.bytes.starts_with("\xEF\xBB\xBF");
      if (file.name == name) return read_csv(file.bytes.substr(has_mark ? 3 : 0));
    }
  }
  throw std::runtime_error("no file " + name);
}

/// Rows of one policy of the fixture.
constexpr std::size_t kRows = 4;

/// Rules of one policy of the fixture.
constexpr std::size_t kRules = 3;

TEST(RulesCsv, GivesEveryTextBack) {
  const Lines lines = table(hostile_release(), "rules.csv");
  ASSERT_EQ(lines.size(), 1 + kRules * hostile_texts().size());
  for (const auto& line : lines) EXPECT_EQ(line.size(), 30U);
  for (std::size_t i = 0; i < hostile_texts().size(); ++i) {
    std::string read = cell(lines, 1 + kRules * i, "brand");
    if (read.starts_with("'")) read.erase(0, 1);
    EXPECT_EQ(read, hostile_texts()[i]);
  }
}

TEST(MachineTables, GiveEveryTextBack) {
  const Lines lines = table(hostile_release(), "evidence.csv");
  for (std::size_t i = 0; i < hostile_texts().size(); ++i) {
    std::string read = cell(lines, 1 + i, "claim_en");
    if (read.starts_with("'")) read.erase(0, 1);
    EXPECT_EQ(read, hostile_texts()[i]);
  }
}

TEST(RulesCsv, HasNoCellThatStartsLikeAFormula) {
  for (const char* name : {"rules.csv", "rules.ja.csv", "evidence.csv", "sources.csv"}) {
    for (const auto& line : table(hostile_release(), name)) {
      for (const std::string& read : line) {
        for (const char* start : {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"}) {
          EXPECT_FALSE(read.starts_with(start)) << read;
        }
      }
    }
  }
}

TEST(RulesCsv, SaysInWordsWhatPeopleRead) {
  const Lines lines = table(tables_of(planned_policy()), "rules.csv");
  EXPECT_EQ(cell(lines, 2, "home"), "Japan; United States");
  EXPECT_EQ(cell(lines, 2, "home_codes"), "JP; US");
  EXPECT_EQ(cell(lines, 2, "serves"), "Japan; United States");
  EXPECT_EQ(cell(lines, 2, "pricing"), "priced");
  EXPECT_EQ(cell(lines, 1, "pricing"), "not stated");
  EXPECT_EQ(cell(lines, 2, "in_force"), "yes");
  EXPECT_EQ(cell(lines, 2, "confidence"), "confirmed");
}

TEST(RulesCsv, IsThereInEveryLanguageWithItsTitles) {
  const ReleaseContent content = tables_of(planned_policy());
  const auto files = rules_csv_files(content, {});
  ASSERT_EQ(files.size(), content.head.schema.languages().size());
  for (const ReleaseFile& file : files) EXPECT_TRUE(file.bytes.starts_with("\xEF\xBB\xBF\""));
  const Lines japanese = table(content, "rules.ja.csv");
  EXPECT_EQ(cell(japanese, 2, "本拠の国コード"), "JP; US");
  EXPECT_EQ(japanese.at(0).at(0), "識別名");
}

TEST(MachineTables, HaveAColumnForEachMember) {
  const ReleaseContent content = tables_of(planned_policy());
  const Lines fees = table(content, "fees.csv");
  EXPECT_EQ(cell(fees, 1, "ref"), "jp/sample#roaming/abroad");
  EXPECT_FALSE(cell(fees, 1, "price").empty());
  EXPECT_FALSE(cell(fees, 1, "per_kind").empty());
  const Lines limits = table(content, "limits.csv");
  EXPECT_EQ(cell(limits, 1, "max_kind"), "quantity");
  EXPECT_EQ(cell(limits, 1, "max_value"), "14");
  const Lines plans = table(content, "rule-plans.csv");
  EXPECT_EQ(cell(plans, 1, "plan"), "");
  EXPECT_EQ(cell(plans, 3, "id"), "jp/sample#roaming/abroad@large");
  const Lines sources = table(content, "sources.csv");
  EXPECT_EQ(cell(sources, 1, "policy"), "jp/sample");
}

TEST(MachineTables, NameOneRowByTheirKeys) {
  for (const MachineTable& machine : machine_tables(tables_of(planned_policy()))) {
    const Lines lines = table(tables_of(planned_policy()), machine.file);
    std::set<std::string> seen;
    for (std::size_t row = 1; row < lines.size(); ++row) {
      std::string key;
      for (const std::string& column : machine.keys) key += cell(lines, row, column) + '\n';
      EXPECT_TRUE(seen.insert(key).second) << machine.file << key;
    }
  }
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
  EXPECT_EQ(read_lines(rules_ndjson(content)).at(3).at("max_devices"), 10);
  EXPECT_TRUE(read_lines(rules_ndjson(content)).at(0).at("max_devices").is_null());
}

}  // namespace
}  // namespace simrules
