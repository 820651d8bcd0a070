// Every constraint of the policy schema is violated by a policy that breaks nothing else: the
// policy is refused once, at the right place, and accepted by the schema without the constraint.
// A new constraint is covered by itself where a valid policy (a row of tests/schema) reaches it.

#include <algorithm>
#include <map>
#include <set>

#include "mutation.h"
#include "policy_corpus.h"
#include "schema/explain/walk.h"
#include "schema/format.h"
#include "schema/lint/keyword.h"
#include "schema/reference.h"
#include "schema/schema_check.h"
#include "support/schema_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

/// A constraint that so many mutants do not violate needs another mutator or another valid row.
constexpr std::size_t kMaxTries = 100;

/// The constraints that no policy can violate alone, and why.
const std::map<std::string, const char*> kNeverAlone = {
    {"/definitions/conditions/minItems", "no list has fewer than 0 items"},
    {"/definitions/countries_added/maxItems", "there are fewer than 250 countries"},
    {"/definitions/countries_removed/maxItems", "there are fewer than 250 countries"},
    {"/definitions/zone/properties/countries/maxItems", "there are fewer than 250 countries"},
    {"/properties/countries/maxItems", "there are fewer than 250 countries"},
    {"/properties/serves/maxItems", "there are fewer than 250 countries"},
};

/// Tells whether a list of distinct words can be longer than its bound.
bool has_too_few_words(const json& schema, const Constraint& constraint) {
  const json& node = *find_value(schema, constraint.node);
  if (constraint.keyword != "maxItems" || !node.value("uniqueItems", false)) return false;
  const json words = resolve(schema, node.at("items")).value("enum", json());
  return words.is_array() && words.size() <= node.at("maxItems").get<std::size_t>();
}

using Sites = std::map<std::string, std::vector<Site>>;

/// Finds the values of policies that each schema applies to, equal ones once.
Sites sites_of(const json& schema, const std::vector<json>& policies) {
  Sites sites;
  std::set<std::pair<std::string, json>> known;
  for (const json& policy : policies) {
    visit(schema, "", {&policy, ""}, [&](const std::string& node, const Site& site) {
      if (known.insert({node, site.value()}).second) sites[node].push_back(site);
    });
  }
  return sites;
}

void erase_at(json& root, const std::string& place) {
  const json::json_pointer pointer(place);
  json& parent = root.at(pointer.parent_pointer());
  if (parent.is_array()) {
    parent.erase(std::stoul(pointer.back()));
  } else {
    parent.erase(pointer.back());
  }
}

/// Tells whether a check is that of a format.
bool is_of_format(std::string_view check) {
  const std::vector<Format>& all = formats();
  return std::any_of(
      all.begin(), all.end(), [&](const Format& format) { return format.check == check; });
}

/// Judges mutants by the schema and by the schema without the constraint that they violate.
class Judge {
 public:
  explicit Judge(const Constraint& constraint) : weaker_(policy_schema().value()) {
    erase_at(weaker_, constraint.place);
    const Keyword* keyword = find_keyword(constraint.keyword);
    asserts_ = keyword != nullptr && keyword->asserts;
  }

  /// Tells whether a mutant violates the constraint and nothing else; if so, expects the finding.
  bool isolates(const Site& site, const Mutation& mutation) {
    DiagnosticList sink;
    const auto mutant = read_json(
        "mutant.json", site.document->patch(mutation.patch).dump(1), kDatasetLimits, sink);
    EXPECT_TRUE(mutant) << shown(sink);
    if (!mutant || !is_alone(*mutant, mutation)) return false;
    EXPECT_FALSE(checker().check(*mutant, sink));
    std::string found;
    for (const Diagnostic& finding : sink.sorted()) found += shown_finding(finding) + '\n';
    // A word that is nearly right is told by its format, which knows the right one.
    const bool is_hinted = mutation.finding.check == "too-long" && sink.sorted().size() == 1 &&
                           is_of_format(sink.sorted().front().check);
    if (!is_hinted) {
      EXPECT_EQ(found, shown_finding(*mutant, mutation.finding) + '\n') << mutation.patch;
    }
    return true;
  }

 private:
  static SchemaChecker& checker() {
    static SchemaChecker kChecker(policy_schema());
    return kChecker;
  }

  bool is_alone(const Document& mutant, const Mutation& mutation) {
    static SchemaIndex kIndex(policy_schema().value());
    const Explanation full = explain_value(kIndex, mutant, mutant.value);
    if (full.conforms == asserts_ || full.diagnostics.empty()) return false;
    // What has no allowed length has no allowed format either: the length is what is reported.
    const Explanation weaker = explain_value(index_, mutant, mutant.value);
    return weaker.conforms && std::all_of(weaker.diagnostics.begin(),
                                          weaker.diagnostics.end(),
                                          [&](const Diagnostic& finding) {
                                            return asserts_ &&
                                                   finding.pointer == mutation.finding.pointer;
                                          });
  }

  json weaker_;
  SchemaIndex index_{weaker_};
  bool asserts_;
};

/// Looks for mutants that violate a constraint alone; one place in the policies is enough.
bool is_violated_alone(const Constraint& constraint, const std::vector<Site>& sites) {
  Judge judge(constraint);
  std::size_t tries = 0;
  for (const Site& site : sites) {
    const std::vector<Mutation> all = mutations(policy_schema().value(), constraint, site);
    bool alone = false;
    for (const Mutation& mutation : all) alone = judge.isolates(site, mutation) || alone;
    tries += all.size();
    if (alone || tries > kMaxTries) return alone;
  }
  return false;
}

class MutationCoverage : public testing::TestWithParam<std::size_t> {};

constexpr std::size_t kShards = 6;

TEST_P(MutationCoverage, EachConstraintIsViolatedAlone) {
  const json& schema = policy_schema().value();
  const std::vector<json> policies = small_policies(schema);
  Sites sites = sites_of(schema, policies);
  const std::vector<Constraint> constraints = constraints_of(schema, "");
  EXPECT_GT(constraints.size(), 500U);
  for (std::size_t i = GetParam(); i < constraints.size(); i += kShards) {
    const Constraint& constraint = constraints[i];
    const std::vector<Site>& here = sites[constraint.node];
    EXPECT_TRUE(has_mutator(constraint.keyword)) << "mutators.cc lacks " << constraint.keyword;
    if (has_too_few_words(schema, constraint)) continue;
    EXPECT_NE(is_violated_alone(constraint, here), kNeverAlone.contains(constraint.place))
        << constraint.place
        << (here.empty() ? " is reached by no valid policy: add a row to tests/schema" : "");
  }
}

INSTANTIATE_TEST_SUITE_P(Shards, MutationCoverage, testing::Range(std::size_t{0}, kShards));

}  // namespace
}  // namespace simrules
