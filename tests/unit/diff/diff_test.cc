#include "diff/diff.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "document/json_reader.h"
#include "document/yaml_reader.h"
#include "support/diff_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

json with_id(const std::string& id) {
  json policy = sample_policy();
  policy["id"] = id;
  return policy;
}

Catalog catalog_of(const std::vector<json>& values) {
  std::vector<Policy> policies;
  for (const json& value : values) {
    policies.push_back(make_policy(value, "dataset.json", "", policy_schema().topics()));
  }
  return Catalog(std::move(policies));
}

std::vector<std::string> told(const std::vector<json>& base, const std::vector<json>& head) {
  std::vector<std::string> lines;
  for (const Change& change :
       diff(catalog_of(base), policy_schema(), catalog_of(head), policy_schema()).changes) {
    lines.push_back(change.policy + change.pointer + " " + change.id + " " +
                    to_string(change.impact));
  }
  return lines;
}

/// Lists what is told of a policy that came or went: it, then each of its rules.
std::vector<std::string> whole(const std::string& policy, const std::string& way) {
  const std::string impact = way == "introduced" ? " clarified" : " obscured";
  std::vector<std::string> lines = {policy + " policy-" + way + impact};
  for (const char* rule : {"roaming/pass", "tethering/hotspot", "transfer/data-gift"}) {
    const std::string topic(rule, std::string_view(rule).find('/'));
    lines.push_back(policy + "/" + rule + " " + topic + "-rule-" + way + impact);
  }
  return lines;
}

std::vector<std::string> joined(std::vector<std::string> lines,
                                const std::vector<std::string>& more) {
  lines.insert(lines.end(), more.begin(), more.end());
  return lines;
}

TEST(Diff, IsEmptyForTheSamePoliciesInAnyOrder) {
  EXPECT_TRUE(told({}, {}).empty());
  EXPECT_TRUE(told({with_id("jp/a"), with_id("jp/b")}, {with_id("jp/b"), with_id("jp/a")}).empty());
}

TEST(Diff, TellsAPolicyThatCameOrWentByItsRules) {
  EXPECT_EQ(told({with_id("jp/a")}, {with_id("jp/b")}),
            joined(whole("jp/a", "removed"), whole("jp/b", "introduced")));
}

TEST(Diff, FollowsAPolicyToItsNewId) {
  json moved = with_id("jp/b");
  moved["formerly"] = {"jp/a"};
  moved["transfer"][0]["recipients"] = "own_lines";
  EXPECT_EQ(told({with_id("jp/a")}, {moved}),
            (std::vector<std::string>{
                "jp/b/formerly policy-formerly-introduced editorial",
                "jp/b/id policy-id-changed editorial",
                "jp/b/transfer/data-gift/recipients transfer-recipients-narrowed more_restrictive",
            }));
}

TEST(Diff, GivesAFormerIdToOnePolicyOnly) {
  json first = with_id("jp/b");
  first["formerly"] = {"jp/a"};
  json second = with_id("jp/c");
  second["formerly"] = {"jp/a"};
  EXPECT_EQ(told({with_id("jp/a")}, {second, first}),
            joined({"jp/b/formerly policy-formerly-introduced editorial",
                    "jp/b/id policy-id-changed editorial"},
                   whole("jp/c", "introduced")));
  EXPECT_EQ(told({with_id("jp/a")}, {with_id("jp/a"), first}), whole("jp/b", "introduced"))
      << "an id that still stands has not moved";
}

TEST(Diff, FollowsARuleToAnotherPolicy) {
  json from = with_id("jp/a");
  json to = with_id("jp/b");
  json rule = from["transfer"][0];
  from["transfer"] = json::array();
  from["retired"] = {{{"id", "transfer/data-gift"}, {"moved_to", "jp/b#transfer/gift"}}};
  rule["id"] = "gift";
  rule["recipients"] = "own_lines";
  to["transfer"] = {rule};
  json before = with_id("jp/b");
  before["transfer"] = json::array();
  const std::vector<std::string> changes = {
      "jp/a/retired/transfer~1data-gift policy-retired-introduced editorial",
      "jp/b/transfer/gift/id transfer-rule-renamed editorial",
      "jp/b/transfer/gift/recipients transfer-recipients-narrowed more_restrictive"};
  EXPECT_EQ(told({with_id("jp/a"), before}, {from, to}), changes);
  // One that was there already takes the place of another and is none that moved.
  json there = with_id("jp/b");
  there["transfer"] = {rule};
  EXPECT_EQ(told({with_id("jp/a"), there}, {from, there}).back(),
            "jp/a/transfer/data-gift transfer-rule-removed neutral");
}

constexpr const char* kYaml = R"(id: jp/brand
plans:
  - {id: small, name: {en: Small}}
tethering:
  - id: hotspot
    mechanism: hotspot
    plans: all
    verdict: allowed
    place: home
    revision: {date: 2026-11-01, cause: initial}
)";

Catalog catalog_of_yaml(std::string text) {
  DiagnosticList sink;
  auto document = read_yaml("policies/jp/brand.yaml", std::move(text), {}, sink);
  return Catalog({make_policy(std::move(document.value()), "", policy_schema())});
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

TEST(Diff, PointsAtTheFieldAndAtWhatIsLeftOfIt) {
  const std::string yaml = kYaml;
  const Catalog base = catalog_of_yaml(yaml);
  const Catalog head = catalog_of_yaml(replaced(
      replaced(yaml, "verdict: allowed", "verdict: not_allowed"), "    place: home\n", ""));
  const std::vector<Change> changes = diff(base, policy_schema(), head, policy_schema()).changes;
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].pointer, "/tethering/hotspot/place");
  EXPECT_EQ(changes[0].base->line, 9);
  EXPECT_EQ(changes[0].head->line, 5) << "the rule that it was in";
  EXPECT_EQ(changes[1].pointer, "/tethering/hotspot/verdict");
  EXPECT_EQ(changes[1].head->path, "policies/jp/brand.yaml");
  EXPECT_EQ(changes[1].head->line, 8);
  EXPECT_EQ(changes[1].head->column, 5);
}

}  // namespace
}  // namespace simrules
