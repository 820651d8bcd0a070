#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "diff/change_ids.h"
#include "diff/compare/match.h"
#include "diff/compare/renames.h"
#include "diff/order/direction.h"
#include "diff/order/rank.h"
#include "generator.h"
#include "rewriting.h"
#include "support/diff_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

/// Generated pairs of a property; raise it to search longer. One in fifty is a policy with most of
/// the fields that there are, the rest are small.
constexpr unsigned kPairs = 10'000;
constexpr unsigned kFullEvery = 50;
constexpr int kFull = 60;
constexpr int kSmall = 14;
constexpr unsigned kValuesOfAField = 10;

json make_policy_value(Generator& random) {
  json policy = random.make(policy_spec());
  policy["id"] = "jp/brand";
  return policy;
}

/// A rule that the carrier introduced is ranked when it comes and unknown when it goes, on purpose:
/// pairs that are to be mirrored have none.
void settle_causes(json& policy) {
  for (const char* topic : {"transfer", "roaming", "tethering"}) {
    if (!policy.contains(topic)) continue;
    for (json& rule : policy[topic]) rule["revision"]["cause"] = "correction";
  }
}

struct Pair {
  json base;
  json head;
};

Pair make_pair(unsigned seed) {
  Generator random(seed, seed % kFullEvery == 0 ? kFull : kSmall);
  Pair pair;
  pair.base = make_policy_value(random);
  pair.head = random.mutate(policy_spec(), pair.base);
  if (!pair.head.is_object()) pair.head = json::object();
  pair.head["id"] = "jp/brand";
  settle_causes(pair.base);
  settle_causes(pair.head);
  return pair;
}

TEST(DiffProperty, AValueDoesNotDifferFromItself) {
  for (unsigned seed = 0; seed < kPairs; ++seed) {
    const Pair pair = make_pair(seed);
    EXPECT_TRUE(changes_between(pair.base, pair.base).empty()) << "seed " << seed;
  }
}

TEST(DiffProperty, SayingTheSameInAnotherWayIsNoChange) {
  for (unsigned seed = 0; seed < kPairs; ++seed) {
    const Pair pair = make_pair(seed);
    Generator random(seed);
    json rewritten = pair.base;
    rewrite(policy_spec(), rewritten, random);
    const std::vector<Change> changes = changes_between(pair.base, rewritten);
    EXPECT_TRUE(changes.empty()) << "seed " << seed << ": " << changes.front().pointer;
  }
}

/// What changes say, whatever the order in which both sides were written.
std::vector<std::string> told(const std::vector<Change>& changes) {
  std::vector<std::string> lines;
  for (const Change& change : changes) {
    lines.push_back(change.pointer + ' ' + change.id + ' ' + to_string(change.impact) + ' ' +
                    to_string(change.kind));
  }
  return lines;
}

TEST(DiffProperty, TheOrderOfKeysSetsAndItemsDoesNotMatter) {
  for (unsigned seed = 0; seed < kPairs; ++seed) {
    const Pair pair = make_pair(seed);
    Generator random(seed);
    Pair rewritten = pair;
    rewrite(policy_spec(), rewritten.base, random);
    rewrite(policy_spec(), rewritten.head, random);
    EXPECT_EQ(told(changes_between(rewritten.base, rewritten.head)),
              told(changes_between(pair.base, pair.head)))
        << "seed " << seed;
  }
}

TEST(DiffProperty, ApplyingTheChangesGivesTheHead) {
  std::size_t count = 0;
  for (unsigned seed = 0; seed < kPairs; ++seed) {
    const Pair pair = make_pair(seed);
    json value = pair.base;
    const std::vector<Change> changes = changes_between(pair.base, pair.head);
    // What is named by an id of the head is found once it has it.
    for (const std::size_t depth : {3U, 5U}) {
      for (const Change& change : changes) {
        if (is_rename(change) && pointer_split(change.pointer).size() == depth)
          apply_rename(policy_spec(), value, change);
      }
    }
    for (const Change& change : changes) {
      if (!is_rename(change)) apply_change(policy_spec(), value, change);
      ++count;
    }
    EXPECT_EQ(canonical(policy_spec(), value), canonical(policy_spec(), pair.head))
        << "seed " << seed << "\n"
        << json::diff(canonical(policy_spec(), value), canonical(policy_spec(), pair.head)).dump(1);
  }
  EXPECT_GT(count, kPairs) << "the generator must make pairs that differ";
}

/// Does the changes of two policies to them, one of which may take over a rule of the other.
void apply_all(const std::vector<Change>& changes, std::map<std::string, json>& policies) {
  for (const Change& change : changes) {
    if (!is_move(change)) continue;
    const RuleName former = *parse_rule_name(change.before.get<std::string>());
    json& rules = policies[former.policy][former.topic];
    const auto rule = std::ranges::find(
        rules, former.id, [](const json& each) { return each.at("id").get<std::string>(); });
    (*rule)["id"] = change.after;
    policies[change.policy][change.topic].push_back(*rule);
    rules.erase(rule);
  }
  for (const Change& change : changes) {
    if (is_rename(change) && !is_move(change))
      apply_rename(policy_spec(), policies[change.policy], change);
  }
  for (const Change& change : changes) {
    if (!is_rename(change)) apply_change(policy_spec(), policies[change.policy], change);
  }
}

TEST(DiffProperty, ApplyingAMoveToAnotherPolicyGivesTheHead) {
  std::size_t count = 0;
  for (unsigned seed = 0; seed < kPairs; seed += 5) {
    const Pair pair = make_pair(seed);
    const auto has_rules = [](const json& policy) {
      return !policy.value("transfer", json()).empty();
    };
    if (!has_rules(pair.base) || !has_rules(pair.head)) continue;
    const json former = pair.base["transfer"][0];
    json successor = pair.head["transfer"][0];
    successor["id"] = "moved-there";
    const json entry = {{"id", "transfer/" + former["id"].get<std::string>()},
                        {"moved_to", "jp/b#transfer/moved-there"}};
    std::map<std::string, json> base = {{"jp/a", {{"id", "jp/a"}, {"transfer", {former}}}},
                                        {"jp/b", {{"id", "jp/b"}, {"transfer", json::array()}}}};
    std::map<std::string, json> head = {
        {"jp/a", {{"id", "jp/a"}, {"transfer", json::array()}, {"retired", {entry}}}},
        {"jp/b", {{"id", "jp/b"}, {"transfer", {successor}}}}};
    const auto catalog_of = [](const std::map<std::string, json>& side) {
      return Catalog({policy_of(side.at("jp/a")), policy_of(side.at("jp/b"))});
    };
    const std::vector<Change> changes =
        diff(catalog_of(base), policy_schema(), catalog_of(head), policy_schema()).changes;
    EXPECT_EQ(std::ranges::count_if(changes, is_move), 1) << "seed " << seed;
    apply_all(changes, base);
    for (const char* id : {"jp/a", "jp/b"}) {
      EXPECT_EQ(canonical(policy_spec(), base[id]), canonical(policy_spec(), head[id]))
          << "seed " << seed << "\n"
          << json::diff(canonical(policy_spec(), base[id]), canonical(policy_spec(), head[id]))
                 .dump(1);
    }
    ++count;
  }
  EXPECT_GT(count, 100U) << "the generator must make rules";
}

ChangeKind mirrored(ChangeKind kind) {
  if (kind == ChangeKind::kAdded) return ChangeKind::kRemoved;
  return kind == ChangeKind::kRemoved ? ChangeKind::kAdded : kind;
}

/// We learn of a rule that is over when it comes, and lose nothing when it goes, on purpose.
bool is_over_and_one_sided(const Change& change) {
  const json& rule = change.kind == ChangeKind::kAdded ? change.after : change.before;
  return change.id.find("-rule-") != std::string::npos && rule.is_object() &&
         rule.value("lifecycle", json()) == "ended";
}

TEST(DiffProperty, SwappingTheSidesMirrorsEveryChange) {
  std::map<Impact, std::size_t> seen;
  std::map<std::string, std::string> mirrors;
  for (const ChangeId& id : change_ids(policy_schema())) mirrors[id.id] = id.mirror;
  for (unsigned seed = 0; seed < kPairs; ++seed) {
    const Pair pair = make_pair(seed);
    const std::vector<Change> there = changes_between(pair.base, pair.head);
    const std::vector<Change> mirrored_there = changes_between(pair.head, pair.base);
    // Only the head says what it was called before, and pointers name things as the head does.
    if (std::ranges::any_of(there, is_rename) || std::ranges::any_of(mirrored_there, is_rename))
      continue;
    std::map<std::string, Change> back;
    for (const Change& change : mirrored_there) back[change.pointer] = change;
    ASSERT_EQ(there.size(), back.size()) << "seed " << seed;
    for (const Change& change : there) {
      const Change& mirror = back[change.pointer];
      if (is_over_and_one_sided(change)) continue;
      const std::string place = "seed " + std::to_string(seed) + ": " + change.pointer;
      // What substance means is told by effects, whose mirror is a property of theirs.
      EXPECT_TRUE(is_substance(change) || mirror.impact == change.impact) << place;
      EXPECT_EQ(mirror.kind, mirrored(change.kind)) << place;
      EXPECT_EQ(mirror.before, change.after) << place;
      EXPECT_EQ(mirror.after, change.before) << place;
      EXPECT_EQ(mirrors[change.id], mirror.id) << place << " is " << change.id;
      ++seen[change.impact];
    }
  }
  EXPECT_EQ(seen.size(), 8U) << "every impact must have come up";
}

void for_each_leaf(const FieldSpec& spec,
                   const std::string& pointer,
                   const std::function<void(const FieldSpec&, const std::string&)>& visit) {
  const bool is_leaf = spec.properties.empty() && spec.additional == nullptr;
  if (spec.is_quantity() || spec.is_set || (is_leaf && !spec.is_keyed_list())) {
    visit(spec, pointer);
    return;
  }
  if (spec.is_keyed_list()) for_each_leaf(*spec.items, pointer_join(pointer, "[]"), visit);
  for (const auto& [name, member] : spec.properties) {
    for_each_leaf(*member, pointer_join(pointer, name), visit);
  }
  if (spec.additional != nullptr)
    for_each_leaf(*spec.additional, pointer_join(pointer, "*"), visit);
}

void expect_partial_order(const FieldSpec& spec,
                          const std::string& pointer,
                          const std::vector<const json*>& values) {
  for (const json* a : values) {
    EXPECT_EQ(rank(spec, a, a), Order::kEqual) << pointer;
    for (const json* b : values) {
      const Order order = rank(spec, a, b);
      ASSERT_EQ(rank(spec, b, a), opposite(order)) << pointer;
      if (order != Order::kBetter && order != Order::kEqual) continue;
      for (const json* c : values) {
        const Order next = rank(spec, b, c);
        if (next != Order::kBetter) continue;
        ASSERT_EQ(rank(spec, a, c), Order::kBetter) << pointer;
      }
    }
  }
}

TEST(RankProperty, EveryFieldOfTheSchemaHasAPartialOrder) {
  std::size_t fields = 0;
  Generator random(1);
  for_each_leaf(policy_spec(), "", [&](const FieldSpec& spec, const std::string& pointer) {
    std::vector<json> values;
    for (unsigned i = 0; i < kValuesOfAField; ++i) values.push_back(random.make(spec));
    std::vector<const json*> pointers = {nullptr};
    for (const json& value : values) pointers.push_back(&value);
    expect_partial_order(spec, pointer, pointers);
    ++fields;
  });
  EXPECT_GT(fields, 100U);
}

}  // namespace
}  // namespace simrules
