// As many findings as mistakes, in policies: mistakes that do not touch each other are planted, and
// each is found once, at its place.

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "base/pointer.h"
#include "mutation.h"
#include "policy_corpus.h"
#include "schema/reference.h"
#include "schema/schema_check.h"
#include "support/schema_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;
using Random = std::mt19937;

std::size_t pick(Random& random, std::size_t bound) {
  return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random);
}

/// Tells whether a pointer is another one or leads to a value inside it.
bool is_within(const std::string& inner, const std::string& outer) {
  return inner == outer || inner.starts_with(outer + '/');
}

/// The parts of a document that a mistake needs to be the only one in.
std::vector<std::string> regions_of(const Mutation& mistake) {
  std::vector<std::string> regions;
  for (const json& operation : mistake.patch)
    regions.push_back(operation.at("path").get<std::string>());
  const std::string& pointer = mistake.finding.pointer;
  if (mistake.finding.check == "duplicate-item") regions.push_back(pointer_parent(pointer));
  if (mistake.finding.check == "missing-dependency") regions.push_back(pointer);
  return regions;
}

bool touch(const Mutation& a, const Mutation& b) {
  for (const std::string& one : regions_of(a)) {
    for (const std::string& other : regions_of(b)) {
      if (is_within(one, other) || is_within(other, one)) return true;
    }
  }
  return false;
}

/// Plants mistakes in one policy.
class Planter {
 public:
  explicit Planter(const json& policy) : policy_(policy) {
    const json& schema = policy_schema().value();
    std::map<std::string, std::vector<Constraint>> by_node;
    for (Constraint& constraint : constraints_of(schema, ""))
      by_node[constraint.node].push_back(std::move(constraint));
    visit(schema, "", {&policy_, ""}, [&](const std::string& node, const Site& site) {
      const json condition = find_value(schema, node)->value("if", json::object());
      for (const json& key : condition.value("required", json::array()))
        deciding_.insert(pointer_join(site.pointer, key.get_ref<const std::string&>()));
      for (const Constraint& constraint : by_node[node]) places_.push_back({constraint, site});
    });
  }

  /// Picks mistakes that do not touch each other, each of which violates what it shall alone.
  std::vector<Mutation> pick_mistakes(Random& random, std::size_t count) {
    std::vector<Mutation> mistakes;
    for (int tries = 0; tries < 500 && mistakes.size() < count; ++tries) {
      const auto& [constraint, site] = places_[pick(random, places_.size())];
      const auto ways = mutations(policy_schema().value(), constraint, site);
      // A policy that is replaced as a whole has no room for another mistake.
      if (ways.empty() || site.pointer.empty()) continue;
      const Mutation& mistake = ways[pick(random, ways.size())];
      const bool clear = std::none_of(mistakes.begin(), mistakes.end(), [&](const Mutation& other) {
        return touch(mistake, other);
      });
      if (clear && !decides(mistake) && is_one(mistake)) mistakes.push_back(mistake);
    }
    return mistakes;
  }

  /// Expects that each mistake is found and nothing else.
  void expect_found(const std::vector<Mutation>& mistakes) {
    json changed = policy_;
    for (const Mutation& mistake : mistakes) changed = changed.patch(mistake.patch);
    DiagnosticList sink(1000);
    const auto document = read_json("changed.json", changed.dump(1), kDatasetLimits, sink);
    ASSERT_TRUE(document) << shown(sink);
    checker_.check(*document, sink);
    std::multiset<std::string> found;
    std::multiset<std::string> planted;
    std::string patches;
    for (const Diagnostic& finding : sink.sorted()) found.insert(shown_finding(finding));
    for (const Mutation& mistake : mistakes) {
      planted.insert(shown_finding(*document, mistake.finding));
      patches += mistake.patch.dump() + '\n';
    }
    EXPECT_EQ(found, planted) << patches;
  }

 private:
  bool decides(const Mutation& mistake) const {
    const auto regions = regions_of(mistake);
    return std::any_of(regions.begin(), regions.end(), [&](const std::string& region) {
      return deciding_.contains(region);
    });
  }

  bool is_one(const Mutation& mistake) {
    const Document changed{SourceFile("changed.json", ""), policy_.patch(mistake.patch), {}};
    DiagnosticList sink(1000);
    checker_.check(changed, sink);
    const std::vector<Diagnostic> found = sink.sorted();
    return found.size() == 1 && found[0].check == mistake.finding.check;
  }

  const json& policy_;
  SchemaChecker checker_{policy_schema()};
  std::vector<std::pair<Constraint, Site>> places_;
  std::set<std::string> deciding_;
};

TEST(PlantedMistakes, AreAllFoundAndNothingElse) {
  const std::vector<json> policies = valid_policies();
  Random random(20261122);
  for (const json* policy : {&policies.front(), &policies.back()}) {
    Planter planter(*policy);
    for (std::size_t count = 1; count <= 7; ++count) {
      for (int round = 0; round < 3; ++round) {
        const std::vector<Mutation> mistakes = planter.pick_mistakes(random, count);
        ASSERT_EQ(mistakes.size(), count);
        planter.expect_found(mistakes);
      }
    }
  }
}

TEST(PlantedMistakes, AMisspeltKeyIsOneFinding) {
  const json& schema = policy_schema().value();
  const json policy = valid_policies().front();
  Planter planter(policy);
  std::size_t count = 0;
  visit(schema, "", {&policy, ""}, [&](const std::string& node, const Site& site) {
    const json& here = *find_value(schema, node);
    if (!site.value().is_object() || here.value("additionalProperties", json()) != false) return;
    for (const auto& [key, value] : site.value().items()) {
      std::string misspelt = key;
      std::swap(misspelt[misspelt.size() - 1], misspelt[misspelt.size() - 2]);
      if (key.size() < 4 || here["properties"].contains(misspelt) || misspelt == key) continue;
      const std::string at = pointer_join(site.pointer, misspelt);
      const json patch = {
          {{"op", "move"}, {"from", pointer_join(site.pointer, key)}, {"path", at}}};
      planter.expect_found({{patch, {"unknown-key", at, Target::kKey}}});
      ++count;
    }
  });
  EXPECT_GT(count, 100U);
}

}  // namespace
}  // namespace simrules
