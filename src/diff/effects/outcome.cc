#include "diff/effects/outcome.h"

#include <algorithm>
#include <iterator>

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/pointer.h"
#include "diff/compare/rule_rank.h"
#include "diff/compare/step_change.h"
#include "diff/compare/walk.h"
#include "diff/order/direction.h"
#include "diff/order/ladder.h"
#include "diff/order/rank_step.h"
#include "model/time/members.h"

namespace simrules {
namespace {

using nlohmann::json;

/// What came or went as a whole, and whether that has a rank of its own.
struct Presence {
  Order order = Order::kIncomparable;
  bool is_ranked = false;
  bool came = false;

  Order told() const { return is_ranked ? order : came ? Order::kClarified : Order::kObscured; }
};

bool has_direction(Order order) {
  return order == Order::kBetter || order == Order::kWorse || order == Order::kMixed;
}

/// Joins what two parts do: a direction goes before what is only known now, or not any more, so that
/// swapping the sides swaps the answer.
Order joined(Order a, Order b) {
  if (a == Order::kEqual || a == b) return b;
  if (has_direction(a) != has_direction(b)) return has_direction(a) ? a : b;
  if (b == Order::kEqual) return a;
  return has_direction(a) ? Order::kMixed : Order::kIncomparable;
}

const Rule* find_in(const std::vector<const Rule*>& rules, std::string_view id) {
  const auto found = std::ranges::find(rules, id, &Rule::id);
  return found == rules.end() ? nullptr : *found;
}

/// One comparison of two rules for one subscriber.
class Comparer {
 public:
  Comparer(const RulePair& pair,
           const Subscriber& subscriber,
           const RuleGroup& group,
           const PolicySides& sides)
      : pair_(pair),
        subscriber_(subscriber),
        group_(group),
        sides_(sides),
        facts_(facts_of(pair, sides)) {}

  Outcome compare() {
    const Rule& rule = pair_.answering();
    const json base = terms_of(pair_.base, sides_.base);
    const json head = terms_of(pair_.head, sides_.head);
    if (base == head) return {};
    Step root{.base_spec = &sides_.base_schema, .head_spec = &sides_.head.spec};
    Step topic{.parent = &root,
               .token = rule.topic,
               .base_spec = sides_.base_schema.member(rule.topic),
               .head_spec = sides_.head.spec.member(rule.topic)};
    Step step{.parent = &topic,
              .token = rule.id,
              .is_item = true,
              .base_spec = rule_spec(sides_.base_schema, rule.topic),
              .head_spec = rule_spec(sides_.head.spec, rule.topic),
              .base = pair_.base == nullptr ? nullptr : &base,
              .head = pair_.head == nullptr ? nullptr : &head};
    if (pair_.base == nullptr || pair_.head == nullptr) {
      add_rule(step);
    } else {
      walk(step, [&](const Step& at, const Difference& difference) { add_term(at, difference); });
      rank_ladders(step);
    }
    return outcome_of(step);
  }

 private:
  /// Moves terms that say nothing by themselves to those that only follow.
  template <typename Counts>
  static void part(Outcome& outcome, const Counts& counts) {
    std::vector<Change>& terms = outcome.terms;
    const auto rest = std::stable_partition(terms.begin(), terms.end(), counts);
    std::move(rest, terms.end(), std::back_inserter(outcome.implied));
    terms.erase(rest, terms.end());
  }

  /// Parts what only follows: since when terms hold from the terms, and everything from the verdict,
  /// for without an offer there is nothing to know of it.
  Outcome outcome_of(const Step& rule) {
    Outcome outcome{std::move(terms_), {}};
    const std::string since = keyed_pointer(rule) + '/' + member_name::kSince;
    if (outcome.terms.size() > 1)
      part(outcome, [&](const Change& term) { return term.pointer != since; });
    const std::string verdict = keyed_pointer(rule) + '/' + member_name::kVerdict;
    const bool turns =
        std::ranges::find(outcome.terms, verdict, &Change::pointer) != outcome.terms.end();
    const bool is_on_both = rule.base != nullptr && rule.head != nullptr;
    if (turns && is_on_both && (has_no_offer(rule, rule.base) || has_no_offer(rule, rule.head)))
      part(outcome, [&](const Change& term) { return term.pointer == verdict; });
    return outcome;
  }

  /// Returns what a rule says to the subscriber; the dates of a thing are no terms of a day.
  json terms_of(const Rule* rule, const PolicySide& side) const {
    if (rule == nullptr) return {};
    json terms = terms_for(*rule, subscriber_, side);
    if (!sides_.are_days) return terms;
    for (const char* name : {member_name::kEffective, member_name::kSince}) terms.erase(name);
    return terms;
  }

  bool is_by_carrier() const { return sides_.are_days || facts_.cause == kCarrierChange; }

  void add(const Step& step, const Difference& difference, Order order) {
    Change term = change_at(step, difference, order);
    term.policy = sides_.head.policy.id;
    term.cause = facts_.cause;
    term.effective = facts_.effective;
    term.evidence = facts_.evidence;
    term.fingerprint = fingerprint(term);
    terms_.push_back(std::move(term));
  }

  /// Adds a rule that came to a subscriber or went.
  void add_rule(const Step& step) {
    const bool came = pair_.base == nullptr;
    const std::optional<Order> order = rank_offer(step);
    if (!order) return;
    const Rule* there = find_in(came ? group_.base : group_.head, step.token);
    const PolicySide& other = came ? sides_.base : sides_.head;
    const bool was_known = there == nullptr || is_known(*there, other.spec);
    const bool others_had = there != nullptr && was_known;
    const bool has_ended = pair_.answering().has_ended();
    // That there is no such product takes nothing from anybody.
    const bool is_ranked =
        *order != Order::kEqual && was_known && (others_had || (!has_ended && is_by_carrier()));
    const Order ranked = came ? *order : opposite(*order);
    const bool is_replaced =
        !came &&
        sides_.head.policy.find_retired(step.parent->token, step.token).successor().has_value();
    if (!came && !others_had && (has_ended || is_replaced)) return;
    const ChangeKind whole = came ? ChangeKind::kAdded : ChangeKind::kRemoved;
    const ChangeKind kind = others_had ? ChangeKind::kChanged : whole;
    add(step, {kind, ranked, true, ranked}, Presence{ranked, is_ranked, came}.told());
  }

  /// Tells whether a term dates two rules that are not the same: neither is news to a subscriber who
  /// comes from one to the other.
  bool dates_another(const Step& step) const {
    return pair_.base->id != pair_.head->id && step.spec().format.ends_with("date") &&
           step.spec().better == Better::kNone;
  }

  void add_term(const Step& step, const Difference& difference) {
    if (!dates_another(step)) add(step, difference, order_of(step, difference));
  }

  /// Ranks the steps of prices that go by use together: none is better or worse by itself.
  void rank_ladders(const Step& rule) {
    const std::string at = keyed_pointer(rule);
    for (const auto& [name, list] : rule.spec().properties) {
      const json* base = find_member(*rule.base, name);
      const json* head = find_member(*rule.head, name);
      if (!list->is_keyed_list() || base == nullptr || head == nullptr) continue;
      for (const Ladder& ladder : compare_ladders(*list, *base, *head, !is_by_carrier())) {
        const bool is_same = ladder.order == Order::kEqual;
        const Impact impact = impact_of(*list, is_same ? Order::kIncomparable : ladder.order);
        for (Change& term : terms_) {
          if (is_step(term, pointer_join(at, name), ladder)) term.impact = impact;
        }
      }
    }
  }

  /// Tells whether a term is a step of a ladder, or its price or end.
  static bool is_step(const Change& term, const std::string& list, const Ladder& ladder) {
    if (!term.pointer.starts_with(list + '/')) return false;
    const std::vector<std::string> tokens = pointer_split(term.pointer.substr(list.size()));
    return ladder.ids.contains(tokens.front()) &&
           (tokens.size() == 1 || (tokens.size() == 2 && is_of_ladder(tokens[1])));
  }

  /// Tells whether a field is a scope that tells no subscribers apart, or stands in one: it has no
  /// direction.
  static bool is_in_scope(const Step& step) {
    const std::vector<const Step*> chain = chain_of(step);
    return std::ranges::any_of(chain,
                               [](const Step* at) { return at->spec().scope != Scope::kNone; });
  }

  Order order_of(const Step& step, const Difference& difference) const {
    if (is_in_scope(step)) return Order::kIncomparable;
    const bool is_one_sided = step.base == nullptr || step.head == nullptr;
    const FieldSpec& list = step.is_item ? step.parent->spec() : step.spec();
    if (is_one_sided && list.is_keyed_list()) return rank_term(step, items_order(step, list));
    return rank_term(step, is_one_sided ? date_order(step, difference.order) : difference.order);
  }

  /// Ranks a date that appears or goes by the carrier's doing: without it there was no end.
  Order date_order(const Step& step, Order order) const {
    const bool is_told = order == Order::kClarified || order == Order::kObscured;
    if (!is_told || !is_by_carrier() || !step.spec().format.ends_with("date")) return order;
    const bool came = step.base == nullptr;
    switch (direction_of(step).value_or(Better::kNone)) {
      case Better::kLater:
        return came ? Order::kWorse : Order::kBetter;
      case Better::kEarlier:
        return came ? Order::kBetter : Order::kWorse;
      default:
        return order;
    }
  }

  Order items_order(const Step& step, const FieldSpec& list) const {
    const bool came = step.base == nullptr;
    const json& value = came ? *step.head : *step.base;
    if (step.is_item) return item_order(step.parent->token, value, list, came);
    Order order = Order::kEqual;
    for (const json& item : value) order = joined(order, item_order(step.token, item, list, came));
    return order == Order::kEqual ? (came ? Order::kClarified : Order::kObscured) : order;
  }

  Order item_order(std::string_view list_name,
                   const json& item,
                   const FieldSpec& list,
                   bool came) const {
    Presence presence{rank_presence(list.better, came), false, came};
    if (list.better != Better::kMore && list.better != Better::kFewer) return presence.told();
    const Rule& other = came ? *pair_.base : *pair_.head;
    presence.is_ranked = is_by_carrier() || says_none(other, list_name) ||
                         others_have(came ? group_.base : group_.head, list_name, item, list.key);
    return presence.told();
  }

  /// Tells whether a rule says itself that there is nothing of a kind.
  static bool says_none(const Rule& rule, std::string_view list_name) {
    const json* list = find_member(rule.raw(), list_name);
    return list != nullptr && list->is_array() && list->empty();
  }

  /// Tells whether somebody has an item under this mechanism on the other side.
  static bool others_have(const std::vector<const Rule*>& rules,
                          std::string_view list_name,
                          const json& item,
                          const std::string& key) {
    const json* id = find_member(item, key);
    return id != nullptr && std::ranges::any_of(rules, [&](const Rule* rule) {
             const json* list = find_member(rule->raw(), list_name);
             return list != nullptr && list->is_array() &&
                    std::ranges::any_of(*list, [&](const json& each) {
                      const json* other = find_member(each, key);
                      return other != nullptr && *other == *id;
                    });
           });
  }

  const RulePair& pair_;
  const Subscriber& subscriber_;
  const RuleGroup& group_;
  const PolicySides& sides_;
  ItemFacts facts_;
  std::vector<Change> terms_;
};

}  // namespace

Outcome compare_terms(const RulePair& pair,
                      const Subscriber& subscriber,
                      const RuleGroup& group,
                      const PolicySides& sides) {
  return Comparer(pair, subscriber, group, sides).compare();
}

ItemFacts facts_of(const RulePair& pair, const PolicySides& sides) {
  const Rule& rule = pair.answering();
  const Rule* base = find_rule(sides.base.policy, rule.topic, rule.id);
  const Rule* head = find_rule(sides.head.policy, rule.topic, rule.id);
  const auto item = [](const Rule* side) { return side == nullptr ? Item() : Item(*side); };
  ItemFacts facts = facts_of(item(base), item(head), sides.are_days);
  if (!facts.cause.empty() || pair.base == nullptr || pair.head == nullptr) return facts;
  // The rule that a subscriber came from can say why, too.
  const Rule* left = find_rule(sides.head.policy, pair.base->topic, pair.base->id);
  ItemFacts other = facts_of(Item(*pair.base), item(left), sides.are_days);
  if (other.cause.empty()) return facts;
  facts.cause = std::move(other.cause);
  facts.effective = std::move(other.effective);
  return facts;
}

}  // namespace simrules
