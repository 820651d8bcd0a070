#include "diff/compare/rule_rank.h"

#include <vector>

#include <nlohmann/json.hpp>

#include "model/policy.h"

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

  /// Ranks the verdict against a product that is not offered; another refusal, which has no order
  /// beside that, takes away what nobody had refused.
  Order order() const {
    static const json kNothing = "not_offered";
    const Order order = rank(*spec, &kNothing, &verdict);
    return order == Order::kIncomparable ? Order::kWorse : order;
  }
};

/// Tells whether one side leaves a term out, or writes what leaving it out says; a word that stands
/// for absence is a value like any other.
bool states_nothing(const Step& step, const json* side) {
  const auto& absent = step.spec().absent;
  if (absent && absent->is_string()) return false;
  return side == nullptr || (absent && *side == *absent);
}

}  // namespace

bool has_no_offer(const Step& rule, const json* side) {
  const Offer offer(rule, side);
  return offer.is_ranked() && offer.order() != Order::kBetter;
}

Order rank_term(const Step& step, Order order) {
  const bool is_ranked = order == Order::kBetter || order == Order::kWorse;
  const std::vector<const Step*> chain = chain_of(step);
  if (!is_ranked || chain.size() < 2 || !is_rule(*chain[1])) return order;
  // What turns with a word around it is ranked by what the rule offers already.
  if (!step.spec().better_by.by.empty()) return order;
  if (states_nothing(step, step.base) && has_no_offer(*chain[1], chain[1]->base)) {
    return Order::kClarified;
  }
  if (states_nothing(step, step.head) && has_no_offer(*chain[1], chain[1]->head)) {
    return Order::kObscured;
  }
  return order;
}

std::optional<Order> rank_offer(const Step& rule) {
  const Offer offer(rule, rule.head != nullptr ? rule.head : rule.base);
  if (!offer.is_ranked() || offer.spec->is_unknown(offer.verdict)) return std::nullopt;
  return offer.order();
}

}  // namespace simrules
