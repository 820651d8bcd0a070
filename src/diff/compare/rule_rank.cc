#include "diff/compare/rule_rank.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace simrules {
namespace {

using nlohmann::json;

/// A verdict beside the field that says what its words are worth.
/// Shape: `spec` is null where the schema does not know the field.
struct Offer {
  const FieldSpec* spec = nullptr;
  json verdict;

  Offer(const Step& rule, const json* side)
      : spec(rule.spec().member("verdict")), verdict(RuleView(side).verdict()) {}

  bool is_ranked() const { return spec != nullptr && verdict != ""; }

  /// Ranks the verdict against a product that is not offered.
  Order order() const {
    static const json nothing = "not_offered";
    return rank(*spec, &nothing, &verdict);
  }
};

/// Tells whether one side of a rule says that there is nothing to have, or nothing at all.
bool has_no_offer(const Step& rule, const json* side) {
  const Offer offer(rule, side);
  return offer.is_ranked() && offer.order() != Order::kBetter;
}

/// Tells whether one side leaves a term out, or writes what leaving it out says; a word that stands
/// for absence is a value like any other.
bool states_nothing(const Step& step, const json* side) {
  const auto& absent = step.spec().absent;
  if (absent && absent->is_string()) return false;
  return side == nullptr || (absent && *side == *absent);
}

/// A rule, the policy that it is in, and the other side of that policy.
struct OneSided {
  RuleView rule;
  std::string_view topic;
  const Policy& own;
  const Policy& other;
};

/// Tells whether the other side has a rule of the same mechanism for a plan of this one: then a rule
/// was split or replaced, and its verdict alone says nothing new.
bool is_covered(const OneSided& one) {
  const std::vector<std::string_view> plans = covered_plans(one.rule, one.own);
  const bool has_plans = !one.other.plans().empty();
  return std::any_of(one.other.rules.begin(), one.other.rules.end(), [&](const Rule& there) {
    if (there.topic != one.topic || there.mechanism() != one.rule.mechanism()) return false;
    const std::vector<std::string_view> covered = covered_plans(there, one.other);
    return !has_plans ||
           std::find_first_of(covered.begin(), covered.end(), plans.begin(), plans.end()) !=
               covered.end();
  });
}

}  // namespace

Order rank_term(const Step& step, Order order) {
  const bool is_ranked = order == Order::kBetter || order == Order::kWorse;
  const std::vector<const Step*> chain = chain_of(step);
  if (!is_ranked || chain.size() < 2 || !is_rule(*chain[1])) return order;
  if (states_nothing(step, step.base) && has_no_offer(*chain[1], chain[1]->base)) {
    return Order::kClarified;
  }
  if (states_nothing(step, step.head) && has_no_offer(*chain[1], chain[1]->head)) {
    return Order::kObscured;
  }
  return order;
}

Order rank_rule(const Step& rule, const RuleSides& sides) {
  const bool added = rule.base == nullptr;
  const json* side = added ? rule.head : rule.base;
  const RuleView item(side);
  const Offer offer(rule, side);
  if (offer.is_ranked() && offer.spec->is_unknown(offer.verdict)) return Order::kIncomparable;
  const OneSided one{
      item, rule.parent->token, added ? sides.head : sides.base, added ? sides.base : sides.head};
  if (offer.is_ranked() && sides.are_days) {
    const Order order = offer.order();
    return is_covered(one) ? Order::kIncomparable : added ? order : opposite(order);
  }
  if (item.has_ended()) return added ? Order::kClarified : Order::kIncomparable;
  if (!added) {
    const Retired retired = sides.head.find_retired(rule.parent->token, rule.token);
    return retired.moved_to().empty() ? Order::kObscured : Order::kIncomparable;
  }
  if (item.revision().cause() != kCarrierChange || !offer.is_ranked()) return Order::kClarified;
  const Order order = offer.order();
  if (order == Order::kWorse) return order;
  return order == Order::kBetter && !is_covered(one) ? order : Order::kClarified;
}

}  // namespace simrules
