#include "model/new_policy.h"

#include <regex>
#include <set>
#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "document/yaml_reader.h"
#include "model/policy_id.h"
#include "schema/embedded_schemas.h"

namespace simrules {
namespace {

std::string text_of(const NewPolicy& policy) {
  return new_policy_text(policy, new_policy_template()).value_or("");
}

const NewPolicy kFoo = {
    "jp/foo", {{"en", "Foo"}, {"ja", "フー"}}, "mvno", {"JP", "TW"}, "JPY", "2026-11-22"};

void expect_lines(const std::string& text, const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    EXPECT_NE(text.find('\n' + line + '\n'), std::string::npos) << line << "\n" << text;
  }
}

TEST(NewPolicy, HasWhatIsKnownAndMarksWhatIsMadeUp) {
  const std::string text = text_of(kFoo);
  EXPECT_EQ(text.rfind("# yaml-language-server: $schema=../../schemas/policy.schema.json\n", 0), 0);
  expect_lines(text,
               {"schema_version: 1",
                "id: jp/foo",
                "name: {en: Foo, ja: フー}",
                "kind: mvno",
                "countries: [JP, TW]",
                "currency: JPY",
                "  - id: network  # change this",
                "    role: host",
                "        claim: {en: What the page says.}  # change this",
                "    verdict: unknown",
                "    revision: {date: 2026-11-22, cause: initial}",
                "    url: \"https://example.com/page\"  # change this",
                "    publisher: Foo",
                "    accessed: 2026-11-22"});
}

/// Adds, in one line, what the comment on each field of a schema says of it and of its words.
void add_comments(const nlohmann::json& node, std::set<std::string>& comments) {
  constexpr std::size_t kMostExplained = 8;
  if (!node.is_structured()) return;
  for (const nlohmann::json& inner : node) add_comments(inner, comments);
  if (!node.is_object() || !node.contains("title") || !node.contains("description")) return;
  std::string comment =
      node["title"].get<std::string>() + ": " + node["description"].get<std::string>();
  const auto words = node.value("enum", std::vector<nlohmann::json>());
  const auto meanings = node.value("enumDescriptions", std::vector<std::string>());
  for (std::size_t i = 0; i < words.size() && words[i].is_string(); ++i) {
    const std::string word = words[i].get<std::string>();
    comment += words.size() <= kMostExplained ? " " + word + ": " + meanings.at(i)
               : i == 0                       ? " one of " + word
                                              : ", " + word;
  }
  comments.insert(comment);
}

/// Lists the comments of a text, each in one line.
std::vector<std::string> comments_of(const std::string& text) {
  static const std::regex kComment("^ *# +(.*)$");
  static const std::regex kBegin("^ *# [A-Z][a-z ]+: .*");
  std::vector<std::string> comments;
  std::istringstream lines(text);
  bool is_open = false;
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (!std::regex_match(line, match, kComment)) is_open = false;
    if (match.empty() || (!is_open && !std::regex_match(line, kBegin))) continue;
    if (std::regex_match(line, kBegin)) comments.emplace_back();
    comments.back() += (comments.back().empty() ? "" : " ") + match[1].str();
    is_open = true;
  }
  return comments;
}

TEST(NewPolicy, SaysWhatTheFieldsWantAsTheSchemaDoes) {
  std::set<std::string> said;
  add_comments(nlohmann::json::parse(embedded_schema("policy")), said);
  const std::vector<std::string> comments = comments_of(text_of(kFoo));
  EXPECT_GT(comments.size(), 25U);
  for (const std::string& comment : comments) {
    EXPECT_TRUE(said.contains(comment)) << "schemas/new_policy.yaml is stale: " << comment;
  }
}

TEST(NewPolicy, HasTheFieldsOfTheSnippetThatEditorsOffer) {
  DiagnosticList findings;
  const auto document = read_yaml("policies/jp/foo.yaml", text_of(kFoo), {}, findings);
  ASSERT_TRUE(document) << findings.sorted().front().message;
  const auto schema = nlohmann::json::parse(embedded_schema("policy"));
  nlohmann::json snippet = schema["defaultSnippets"][0]["body"];
  nlohmann::json made = document->value;
  // More of the same: another name, another country.
  made["name"].erase("ja");
  made["countries"].erase(1);
  std::set<std::string> expected;
  std::set<std::string> found;
  // What a loop runs over must outlive it.
  const nlohmann::json offered = snippet.flatten();
  const nlohmann::json written = made.flatten();
  for (const auto& [pointer, value] : offered.items()) expected.insert(pointer);
  for (const auto& [pointer, value] : written.items()) found.insert(pointer);
  EXPECT_EQ(found, expected);
}

TEST(NewPolicy, FillsEveryGapOrNone) {
  EXPECT_EQ(text_of(kFoo).find("${"), std::string::npos);
  EXPECT_EQ(new_policy_text(kFoo, "a: ${kind} ${date}\n"), "a: mvno 2026-11-22\n");
  for (const char* wrong : {"${other}", "${", "${id", "${}"}) {
    EXPECT_FALSE(new_policy_text(kFoo, wrong)) << wrong;
  }
}

TEST(NewPolicy, QuotesACountryThatReadersTakeForABoolean) {
  NewPolicy policy = kFoo;
  policy.countries = {"NO"};
  expect_lines(text_of(policy), {"countries: [\"NO\"]"});
}

TEST(NewPolicy, NoLineIsTooLong) {
  const std::string text = text_of(kFoo);
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
    EXPECT_LE(text.find('\n', at) - at, 100U) << text.substr(at, text.find('\n', at) - at);
  }
}

TEST(NewPolicy, QuotesWhatReadersWouldTakeForSomethingElse) {
  NewPolicy policy = kFoo;
  for (const char* name :
       {"on", "1010", "a: b", "a, b", "x #1", "*a", "null", "\"q\"", " a", "", "-"}) {
    policy.names = {{"en", name}};
    const std::string quoted = nlohmann::json(name).dump();
    EXPECT_NE(text_of(policy).find("\nname: {en: " + quoted + "}\n"), std::string::npos) << name;
  }
}

TEST(PolicyId, IsTwoPartsAndLeadsNowhereElse) {
  EXPECT_EQ(parse_policy_id("jp/his-mobile")->country, "jp");
  EXPECT_EQ(parse_policy_id("global/airalo")->brand, "airalo");
  for (const char* wrong : {"",
                            "jp",
                            "jp/",
                            "/foo",
                            "JP/foo",
                            "jpn/foo",
                            "jp/Foo",
                            "jp/a--b",
                            "jp/-a",
                            "jp/a-",
                            "jp/../x",
                            "../jp/x",
                            "jp/a/b",
                            "jp/a.b",
                            "jp/a b",
                            "jp/\n",
                            "jp/abcdefghijklmnopqrstuvwxyz",
                            "jp/a-b-c-d-e-f-g-h-i"}) {
    EXPECT_FALSE(parse_policy_id(wrong)) << wrong;
  }
}

TEST(PolicyId, ProposesWhatWasMeant) {
  const std::vector<std::pair<const char*, const char*>> rows = {
      {"jp/Foo Mobile", "jp/foo-mobile"},
      {"JP/foo", "jp/foo"},
      {"japan/foo", "jp/foo"},
      {"uk/foo", "gb/foo"},
      {"KOR/foo", "kr/foo"},
      {"policies/jp/foo.yaml", "jp/foo"},
      {"./policies/jp/foo_bar.yaml", "jp/foo-bar"},
      {"Global/Joe's SIM", "global/joes-sim"},
      {"jp/a/b", "jp/a-b"}};
  for (const auto& [written, meant] : rows) EXPECT_EQ(near_policy_id(written), meant) << written;
  for (const char* wrong : {"", "foo", "jp/", "jp/フー", "nowhere/foo", "../../x"}) {
    EXPECT_FALSE(near_policy_id(wrong)) << wrong;
  }
  EXPECT_EQ(name_of_brand("his-mobile"), "His Mobile");
}

}  // namespace
}  // namespace simrules
