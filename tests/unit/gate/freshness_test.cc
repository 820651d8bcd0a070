#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "diff/diff.h"
#include "document/yaml_reader.h"
#include "gate/judgement.h"
#include "support/diff_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kEvidence =
    R"([{"source": "page", "stance": "supports", "claim": {"en": "It works."}}])";

/// The sample policy under an id, with evidence for two rules and everything of one day.
json old_policy(const char* id) {
  json policy = sample_policy();
  policy["id"] = id;
  policy["roaming"][0]["evidence"] = json::parse(kEvidence);
  for (const char* topic : {"transfer", "roaming", "tethering"}) {
    policy[topic][0]["revision"]["date"] = "2026-01-05";
  }
  policy["sources"][0]["accessed"] = "2026-01-05";
  return policy;
}

Policy read_policy(const json& value) {
  DiagnosticList nothing;
  auto document = read_yaml("policies/brand.yaml", value.dump(1), {}, nothing);
  Policy policy = policy_of(value);
  policy.document = std::make_shared<const Document>(std::move(document.value()));
  return policy;
}

struct Asked {
  FreshnessLimit limit = {180, 0};
  const char* as_of = "";
};

/// Runs the checks on one policy that changed by a JSON Patch and one that did not.
std::vector<Diagnostic> found(const json& base, const std::string& patch, const Asked& asked = {}) {
  const json head = base.patch(json::parse(patch));
  const Policy other = read_policy(old_policy("jp/other"));
  const Catalog before({read_policy(base), other});
  const Catalog after({read_policy(head), other});
  const auto changes = diff(before, policy_schema(), after, policy_schema()).changes;
  const GateInput input{before,
                        after,
                        policy_schema(),
                        policy_schema(),
                        changes,
                        "git:main",
                        "main:",
                        "policies",
                        asked.limit,
                        parse_date(asked.as_of)};
  std::vector<Diagnostic> stale;
  for (GateDiagnostic& finding : check_changes(input)) {
    if (finding.diagnostic.check != "evidence-stale") continue;
    EXPECT_EQ(finding.subject.policy, "jp/brand");
    stale.push_back(std::move(finding.diagnostic));
  }
  return stale;
}

constexpr const char* kRenamed =
    R"([{"op": "replace", "path": "/transfer/0/name/en", "value": "Gift"}])";

std::string dated(const char* path, const char* value) {
  return fmt::format(R"([{{"op": "add", "path": "{}", "value": {}}}])", path, value);
}

TEST(GateFreshness, IsAskedAsOfTheNewestDayThatThePolicyStates) {
  struct Row {
    const char* name;
    std::string patch;
    std::size_t warnings;
  };
  const std::string plan =
      dated("/plans/0/revision", R"({"date": "2026-11-02", "cause": "correction"})");
  const std::string reading = dated(
      "/sources/-",
      R"({"id": "new", "publisher": "B", "tier": "blog", "language": "en", "accessed": "2026-07-05"})");
  const std::string in_time = dated(
      "/sources/-",
      R"({"id": "new", "publisher": "B", "tier": "blog", "language": "en", "accessed": "2026-07-04"})");
  const std::vector<Row> rows = {
      {"nothing changed", "[]", 0},
      {"no new day", kRenamed, 0},
      {"the revision of a rule", dated("/tethering/0/revision/date", R"("2026-11-02")"), 1},
      {"the revision of a plan", plan, 1},
      {"a reading 181 days later", reading, 1},
      {"a reading 180 days later", in_time, 0},
      {"all was read again", dated("/sources/0/accessed", R"("2026-11-02")"), 0}};
  for (const Row& row : rows) {
    EXPECT_EQ(found(old_policy("jp/brand"), row.patch).size(), row.warnings) << row.name;
  }
}

TEST(GateFreshness, IsAskedAsOfADayAndWithALimit) {
  const json policy = old_policy("jp/brand");
  EXPECT_EQ(found(policy, kRenamed, {{180, 0}, "2026-07-05"}).size(), 1U);
  EXPECT_EQ(found(policy, kRenamed, {{180, 0}, "2026-07-04"}).size(), 0U);
  EXPECT_EQ(found(policy, kRenamed, {{365, 0}, "2026-07-05"}).size(), 0U);
  EXPECT_EQ(found(policy, kRenamed, {{180, 30}, "2026-07-05"}).size(), 0U);
  EXPECT_EQ(found(policy, "[]", {{180, 0}, "2030-01-01"}).size(), 0U);
}

TEST(GateFreshness, IsOneWarningForAPolicy) {
  const auto warnings = found(old_policy("jp/brand"), kRenamed, {{90, 0}, "2026-11-23"});
  ASSERT_EQ(warnings.size(), 1U);
  const Diagnostic& warning = warnings[0];
  EXPECT_EQ(warning.severity, Severity::kWarning);
  EXPECT_EQ(warning.pointer, "/transfer/0/evidence");
  EXPECT_EQ(warning.message,
            "the evidence of `transfer/data-gift` was last read on 2026-01-05, more than 90 days "
            "before 2026-11-23 (2 rules in all)");
  EXPECT_EQ(warning.help,
            "read the sources again and write the day into their `accessed`; `simrules stale "
            "--policy jp/brand --as-of 2026-11-23 --older-than 90d --stagger 0d` lists them");
  ASSERT_EQ(warning.notes.size(), 1U);
  EXPECT_EQ(warning.notes[0].message, "that of `roaming/pass` on 2026-01-05");
}

TEST(GateFreshness, NamesSomeOfManyRules) {
  json policy = old_policy("jp/brand");
  for (int i = 0; i < 9; ++i) {
    policy["transfer"].push_back(policy["transfer"][0]);
    policy["transfer"].back()["id"] = fmt::format("gift-{}", i);
  }
  const auto warnings = found(policy, kRenamed, {{180, 0}, "2026-11-23"});
  ASSERT_EQ(warnings.size(), 1U);
  ASSERT_EQ(warnings[0].notes.size(), 6U);
  EXPECT_EQ(warnings[0].notes[5].message, "and that of 5 more");
}

}  // namespace
}  // namespace simrules
