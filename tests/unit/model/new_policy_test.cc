#include "model/new_policy.h"

#include <gtest/gtest.h>

#include "document/json_reader.h"
#include "model/policy_id.h"
#include "schema/embedded_schemas.h"

namespace simrules {
namespace {

/// Loads the shipped policy schema after a change to its text.
std::optional<PolicySchema> schema_with(const std::string& from, const std::string& to) {
  std::string text(embedded_schema("policy"));
  if (const std::size_t at = text.find(from); !from.empty() && at != std::string::npos) {
    text.replace(at, from.size(), to);
  }
  DiagnosticList sink;
  auto document = read_json("policy.schema.json", std::move(text), kSchemaLimits, sink);
  auto schema = document ? Schema::load(std::move(*document), sink) : std::nullopt;
  EXPECT_TRUE(schema);
  return PolicySchema::from_checked(std::move(*schema));
}

std::string text_of(const NewPolicy& policy) {
  static const std::optional<PolicySchema> kShipped = schema_with("", "");
  return new_policy_text(policy, *kShipped).value_or("");
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

TEST(NewPolicy, SaysWhatTheFieldsWantFromTheSchema) {
  const std::string text = text_of(kFoo);
  expect_lines(text,
               {"# Kind: What kind of brand or product it is.",
                "#   mvno: A brand on a rented network.",
                "    #   unknown: No source that we read says."});
  EXPECT_EQ(text.find("Verdict:"), text.rfind("Verdict:")) << "what was said is not said again";
  EXPECT_NE(text.find("# There may also be: alternatives, esim, "), std::string::npos);
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

TEST(NewPolicy, FollowsTheSchema) {
  const auto renamed = schema_with("What kind of brand or product it is.", "Which sort it is.");
  expect_lines(*new_policy_text(kFoo, *renamed), {"# Kind: Which sort it is."});
  const auto more = schema_with("\"kind\": \"${3|", "\"esim\": \"unknown\", \"kind\": \"${3|");
  expect_lines(*new_policy_text(kFoo, *more), {"esim: unknown"});
  EXPECT_FALSE(
      new_policy_text(kFoo, *schema_with("\"label\": \"policy\"", "\"label\": \"other\"")));
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
