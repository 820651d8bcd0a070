#include "diff/rule_facts.h"

#include <algorithm>
#include <set>
#include <utility>

#include "model/effective.h"

namespace simrules {
namespace {

using nlohmann::json;

const json* find_member(const json* object, const char* name) {
  if (object == nullptr || !object->is_object()) return nullptr;
  const auto found = object->find(name);
  return found == object->end() ? nullptr : &*found;
}

std::string text_member(const json* object, const char* name) {
  const json* value = find_member(object, name);
  return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
}

bool differs(const json* a, const json* b) {
  if (a == nullptr || b == nullptr) return a != b;
  return *a != *b;
}

/// Tells whether the head speaks of this very change: its revision moved, or it is new.
bool is_revised(const json* base_item, const json* head_item) {
  if (base_item == nullptr) return true;
  const json* revision = find_member(head_item, "revision");
  if (revision == nullptr) {
    return differs(find_member(base_item, "effective"), find_member(head_item, "effective"));
  }
  const json* before = find_member(base_item, "revision");
  return differs(find_member(before, "date"), find_member(revision, "date"));
}

/// Ranks the verdict of a rule against a product that is not offered.
Order rank_offer(const FieldSpec& verdict_spec, const json& verdict) {
  const json nothing = "not_offered";
  return rank(verdict_spec, &nothing, &verdict);
}

/// Tells whether one side of a rule says that there is nothing to have, or nothing at all.
bool has_no_offer(const Step& rule, const json* side) {
  const json* verdict = find_member(side, "verdict");
  const FieldSpec* spec = rule.spec().member("verdict");
  if (verdict == nullptr || spec == nullptr) return false;
  return rank_offer(*spec, *verdict) != Order::kBetter;
}

/// Tells whether one side leaves a term out, or writes what leaving it out says; a word that stands
/// for absence is a value like any other.
bool states_nothing(const Step& step, const json* side) {
  const auto& absent = step.spec().absent;
  if (absent && absent->is_string()) return false;
  return side == nullptr || (absent && *side == *absent);
}

std::vector<std::string> sources_of(const json* item) {
  const json* evidence = find_member(item, "evidence");
  if (evidence == nullptr || !evidence->is_array()) return {};
  std::set<std::string> sources;
  for (const json& entry : *evidence) sources.insert(text_member(&entry, "source"));
  return {sources.begin(), sources.end()};
}

/// A rule, the policy that it is in, and the other side of that policy.
struct OneSided {
  const json& rule;
  std::string_view topic;
  const Policy& own;
  const Policy& other;
};

/// Tells whether the other side has a rule of the same mechanism for a plan of this one: then a rule
/// was split or replaced, and its verdict alone says nothing new.
bool is_covered(const OneSided& one) {
  const std::vector<std::string> plans = covered_plans(one.rule, *one.own.value);
  const bool has_plans = find_member(one.other.value.get(), "plans") != nullptr;
  return std::any_of(one.other.rules.begin(), one.other.rules.end(), [&](const Rule& there) {
    if (there.topic != one.topic ||
        text_member(there.value, "mechanism") != text_member(&one.rule, "mechanism")) {
      return false;
    }
    const std::vector<std::string> covered = covered_plans(*there.value, *one.other.value);
    return !has_plans ||
           std::find_first_of(covered.begin(), covered.end(), plans.begin(), plans.end()) !=
               covered.end();
  });
}

}  // namespace

ItemFacts facts_of(const json* base_item, const json* head_item, bool between_days) {
  ItemFacts facts;
  const json* item = head_item != nullptr ? head_item : base_item;
  facts.evidence = sources_of(item);
  const json* dates = find_member(item, "effective");
  if (between_days && dates != nullptr) return {kCarrierChange, *dates, std::move(facts.evidence)};
  if (head_item == nullptr || !is_revised(base_item, head_item)) return facts;
  facts.cause = text_member(find_member(head_item, "revision"), "cause");
  if (const json* effective = find_member(head_item, "effective")) facts.effective = *effective;
  return facts;
}

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
  const json* item = added ? rule.head : rule.base;
  const json* verdict = find_member(item, "verdict");
  const FieldSpec* spec = rule.spec().member("verdict");
  const bool is_ranked = verdict != nullptr && spec != nullptr;
  if (is_ranked && spec->is_unknown(*verdict)) return Order::kIncomparable;
  const OneSided one{
      *item, rule.parent->token, added ? sides.head : sides.base, added ? sides.base : sides.head};
  if (is_ranked && sides.are_days) {
    const Order order = rank_offer(*spec, *verdict);
    return is_covered(one) ? Order::kIncomparable : added ? order : opposite(order);
  }
  if (has_ended(*item)) return added ? Order::kClarified : Order::kIncomparable;
  if (!added) {
    const auto retirement = find_retirement(sides.head, rule.parent->token, rule.token);
    return retirement && retirement->has_moved ? Order::kIncomparable : Order::kObscured;
  }
  const bool by_carrier = text_member(find_member(item, "revision"), "cause") == kCarrierChange;
  if (!by_carrier || !is_ranked) return Order::kClarified;
  const Order order = rank_offer(*spec, *verdict);
  if (order == Order::kWorse) return order;
  return order == Order::kBetter && !is_covered(one) ? order : Order::kClarified;
}

std::string display_name(const json& value, const std::string& fallback) {
  const std::string name = text_member(find_member(&value, "name"), "en");
  return name.empty() ? fallback : name;
}

std::vector<std::string> former_ids(const Policy& policy) {
  const json* former = find_member(policy.value.get(), "formerly");
  return former == nullptr ? std::vector<std::string>() : former->get<std::vector<std::string>>();
}

bool is_policy_id(const Step& step) {
  return step.token == "id" && step.parent != nullptr && step.parent->parent == nullptr;
}

std::optional<Retirement> find_retirement(const Policy& policy,
                                          std::string_view topic,
                                          std::string_view rule) {
  const json* retired = find_member(policy.value.get(), "retired");
  if (retired == nullptr || !retired->is_array()) return std::nullopt;
  const std::string id = std::string(topic) + "/" + std::string(rule);
  for (const json& entry : *retired) {
    if (text_member(&entry, "id") != id) continue;
    return Retirement{find_member(&entry, "moved_to") != nullptr};
  }
  return std::nullopt;
}

const json* find_plan(const json& policy, std::string_view id) {
  const json* plans = find_member(&policy, "plans");
  if (plans == nullptr || !plans->is_array()) return nullptr;
  for (const json& plan : *plans) {
    if (text_member(&plan, "id") == id) return &plan;
  }
  return nullptr;
}

}  // namespace simrules
