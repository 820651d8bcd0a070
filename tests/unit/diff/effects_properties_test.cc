#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "effects_oracle.h"
#include "support/diff_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr unsigned kPairs = 2'000;

/// Makes small policies with several rules of one mechanism.
class RuleMaker {
 public:
  explicit RuleMaker(unsigned seed) : random_(seed) {}

  json policy() {
    json policy = json::parse(R"({"id": "jp/brand",
      "plans": [{"id": "a"}, {"id": "b"}, {"id": "c"}],
      "zones": [{"id": "europe", "countries": ["DE", "FR"]},
                {"id": "west", "countries": ["FR", "US"]}, {"id": "world"}],
      "roaming": []})");
    for (const char* id : {"one", "two", "three"}) {
      if (chance(70)) policy["roaming"].push_back(rule(id));
    }
    return policy;
  }

  json edited(json policy) {
    json rules = json::array();
    for (const json& rule : policy["roaming"]) {
      if (chance(10)) continue;
      rules.push_back(chance(50) ? changed(rule) : rule);
    }
    if (chance(15)) rules.push_back(rule("four"));
    policy["roaming"] = std::move(rules);
    if (chance(20)) policy["zones"][0]["countries"] = {"DE"};
    return policy;
  }

  std::size_t below(std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_);
  }

  bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }

 private:
  json some(std::vector<std::string> words) {
    std::shuffle(words.begin(), words.end(), random_);
    words.resize(1 + below(words.size()));
    return words;
  }

  json limit(const char* id) {
    const char* metric = id == std::string("cap") ? "devices" : "lines";
    json limit = {{"id", id}, {"metric", metric}, {"max", 1 + below(4)}};
    if (chance(30)) limit["plans"] = some({"a", "b", "c"});
    return limit;
  }

  json limits() {
    json list = json::array();
    if (chance(70)) list.push_back(limit("cap"));
    if (chance(30)) list.push_back(limit("other"));
    return list;
  }

  json verdict() {
    return std::vector<json>{"allowed", "conditional", "not_allowed", "unknown"}[below(4)];
  }

  json rule(const char* id) {
    json rule = {{"id", id},
                 {"mechanism", "day_pass"},
                 {"verdict", verdict()},
                 {"plans", "all"},
                 {"revision", {{"date", "2026-11-01"}, {"cause", "correction"}}}};
    if (chance(60)) rule["plans"] = some({"a", "b", "c"});
    if (rule["plans"] == "all" && chance(40)) rule["except"] = {"a"};
    if (chance(40)) rule["zones"] = some({"europe", "west", "world"});
    if (chance(30)) rule["services"] = some({"data", "voice"});
    if (chance(60)) rule["limits"] = limits();
    if (chance(50)) rule["conditions"] = some({"id_check", "own_subscription", "same_account"});
    return rule;
  }

  json changed(json rule) {
    const json other = this->rule("x");
    for (const char* name :
         {"verdict", "plans", "except", "zones", "services", "limits", "conditions"}) {
      if (!chance(25)) continue;
      rule.erase(name);
      if (other.contains(name)) rule[name] = other[name];
    }
    if (!rule.contains("plans")) rule["plans"] = "all";
    return rule;
  }

  std::mt19937 random_;
};

struct PolicyPairOf {
  json base;
  json head;
};

PolicyPairOf make_pair(unsigned seed) {
  RuleMaker maker(seed);
  PolicyPairOf pair{maker.policy(), {}};
  pair.head = maker.edited(pair.base);
  return pair;
}

Impact mirrored(Impact impact) {
  const std::map<Impact, Impact> mirrors = {{Impact::kMoreRestrictive, Impact::kMorePermissive},
                                            {Impact::kMorePermissive, Impact::kMoreRestrictive},
                                            {Impact::kClarified, Impact::kObscured},
                                            {Impact::kObscured, Impact::kClarified}};
  const auto found = mirrors.find(impact);
  return found == mirrors.end() ? impact : found->second;
}

/// Says to whom what happens, whatever rules say so: swapped, what would happen the other way round.
/// Shape: by impact and what held before and after, the plans, places and services.
json happenings(const std::vector<Effect>& effects, bool swapped) {
  std::map<std::string, std::set<std::string>> found;
  for (const Effect& effect : effects) {
    const Impact impact = swapped ? mirrored(effect.impact) : effect.impact;
    const json sides =
        swapped ? json{effect.after, effect.before} : json{effect.before, effect.after};
    std::set<std::string>& all = found[to_string(impact) + sides.dump()];
    for (const auto* names : {&effect.group.plans, &effect.group.places, &effect.group.services})
      all.insert(names->begin(), names->end());
  }
  return found;
}

TEST(EffectsProperty, TheMirrorHoldsForTheSamePeople) {
  for (unsigned seed = 0; seed < kPairs; ++seed) {
    const PolicyPairOf pair = make_pair(seed);
    const Differences there = differences_between(pair.base, pair.head);
    const Differences back = differences_between(pair.head, pair.base);
    ASSERT_EQ(happenings(there.effects, false), happenings(back.effects, true))
        << "seed " << seed << '\n'
        << pair.base.dump() << '\n'
        << pair.head.dump();
  }
}

/// Splits a rule that is for several plans into one for each.
json split(const json& policy, const std::vector<std::string>& plans) {
  json parts = policy;
  parts["roaming"] = json::array();
  for (const json& rule : policy["roaming"]) {
    if (rule["plans"] == "all") {
      parts["roaming"].push_back(rule);
      continue;
    }
    for (const std::string& plan : plans) {
      if (std::find(rule["plans"].begin(), rule["plans"].end(), plan) == rule["plans"].end())
        continue;
      json part = rule;
      part["id"] = rule["id"].get<std::string>() + "-" + plan;
      part["plans"] = {plan};
      parts["roaming"].push_back(std::move(part));
    }
  }
  return parts;
}

TEST(EffectsProperty, SplittingRulesDoesNothingToAnybody) {
  for (unsigned seed = 0; seed < kPairs; ++seed) {
    const json base = make_pair(seed).base;
    const json parts = split(base, {"a", "b", "c"});
    const Differences there = differences_between(base, parts);
    ASSERT_TRUE(there.effects.empty())
        << "seed " << seed << '\n'
        << there.effects[0].rule << to_string(there.effects[0].impact) << '\n'
        << base.dump() << '\n'
        << parts.dump();
    ASSERT_TRUE(differences_between(parts, base).effects.empty()) << "seed " << seed;
  }
}

bool is_one_of(const std::vector<std::string>& values, const std::string& value) {
  const std::string name = value.empty() ? kAnyOther : value;
  return values.empty() || std::find(values.begin(), values.end(), name) != values.end();
}

/// Lists the impacts on a subscriber.
std::set<std::string> impacts_on(const OracleSubscriber& subscriber,
                                 const Differences& differences) {
  std::set<std::string> impacts;
  for (const Effect& effect : differences.effects) {
    if (effect.rule.empty() || !is_one_of(effect.group.plans, subscriber.plan) ||
        !is_one_of(effect.group.places, subscriber.place) ||
        !is_one_of(effect.group.services, subscriber.service)) {
      continue;
    }
    impacts.insert(to_string(effect.impact));
  }
  return impacts;
}

TEST(EffectsProperty, ASlowOracleAgrees) {
  std::map<std::string, std::size_t> judged;
  for (unsigned seed = 0; seed < kPairs; ++seed) {
    const PolicyPairOf pair = make_pair(seed);
    const Oracle oracle(pair.base, pair.head);
    const Differences differences = differences_between(pair.base, pair.head);
    for (const OracleSubscriber& subscriber : oracle.everybody()) {
      const auto expected = oracle.impact_on(subscriber);
      if (!expected) continue;
      ++judged[*expected];
      if (expected->empty()) continue;
      ASSERT_TRUE(impacts_on(subscriber, differences).contains(*expected))
          << "seed " << seed << ": " << *expected << " for " << subscriber.plan << ' '
          << subscriber.place << ' ' << subscriber.service << '\n'
          << pair.base.dump() << '\n'
          << pair.head.dump();
    }
    for (const Effect& effect : differences.effects) {
      if (effect.rule.empty() || effect.impact == Impact::kNeutral) continue;
      const auto first = [](const std::vector<std::string>& values) {
        return values.empty() || values[0] == kAnyOther ? std::string() : values[0];
      };
      const auto expected = oracle.impact_on(
          {first(effect.first.plans), first(effect.first.places), first(effect.first.services)});
      if (!expected) continue;
      ASSERT_EQ(*expected, to_string(effect.impact))
          << "seed " << seed << ": " << effect.rule << ' ' << effect.before.dump() << ' '
          << effect.after.dump() << '\n'
          << pair.base.dump() << '\n'
          << pair.head.dump();
    }
  }
  EXPECT_GE(judged.size(), 6U) << "every impact must have come up";
}

}  // namespace
}  // namespace simrules
