#include "diff/order/rank.h"

#include <algorithm>
#include <compare>
#include <optional>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

#include "base/date.h"
#include "diff/compare/match.h"
#include "model/amounts/decimal.h"
#include "model/amounts/quantity.h"

namespace simrules {
namespace {

using nlohmann::json;

bool is_most(const FieldSpec& spec, const json& value) {
  return !spec.most.empty() && value == spec.most;
}

/// A word stands outside every order of numbers and lists, but `x-most`.
bool is_word(const FieldSpec& spec, const json& value) {
  return value.is_string() &&
         std::find(spec.words.begin(), spec.words.end(), value.get_ref<const std::string&>()) !=
             spec.words.end();
}

std::partial_ordering compare_sizes(const FieldSpec& spec, const json& base, const json& head) {
  if (spec.is_quantity() && (base.is_object() || head.is_object())) {
    return compare_quantities(spec, base, head);
  }
  const std::optional<Decimal> a = parse_decimal(base);
  const std::optional<Decimal> b = parse_decimal(head);
  return a && b ? std::partial_ordering(compare(*a, *b)) : std::partial_ordering::unordered;
}

/// Compares the places of two words in a list from worst to best.
std::partial_ordering compare_places(const std::vector<std::string>& words,
                                     const json& base,
                                     const json& head) {
  const auto place = [&](const json& word) {
    return std::find(words.begin(), words.end(), word.get_ref<const std::string&>());
  };
  const auto a = place(base);
  const auto b = place(head);
  const bool has_both = a != words.end() && b != words.end();
  return has_both ? std::partial_ordering(a <=> b) : std::partial_ordering::unordered;
}

std::partial_ordering compare_words(const FieldSpec& spec, const json& base, const json& head) {
  if (spec.ranks.empty()) return compare_places(spec.words, base, head);
  for (const std::vector<std::string>& words : spec.ranks) {
    const std::partial_ordering order = compare_places(words, base, head);
    if (order != std::partial_ordering::unordered) return order;
  }
  return std::partial_ordering::unordered;
}

std::partial_ordering compare_dates(const json& base, const json& head) {
  if (!base.is_string() || !head.is_string()) return std::partial_ordering::unordered;
  const auto a = parse_partial_date(base.get_ref<const std::string&>());
  const auto b = parse_partial_date(head.get_ref<const std::string&>());
  if (!a || !b) return std::partial_ordering::unordered;
  const std::weak_ordering order = compare_at_shared_precision(*a, *b);
  // The same period at another precision tells neither later nor earlier.
  return is_eq(order) ? std::partial_ordering::unordered : std::partial_ordering(order);
}

std::partial_ordering compare_truths(const json& base, const json& head) {
  if (!base.is_boolean() || !head.is_boolean()) return std::partial_ordering::unordered;
  return base.get<bool>() <=> head.get<bool>();
}

/// Compares by size where a greater value and a better one are not yet the same question.
std::partial_ordering compare_values(const FieldSpec& spec,
                                     Better better,
                                     const json& base,
                                     const json& head) {
  const bool base_word = is_word(spec, base);
  const bool head_word = is_word(spec, head);
  switch (better) {
    case Better::kHigher:
    case Better::kLower:
      if (is_most(spec, head) && !base_word) return std::partial_ordering::less;
      if (is_most(spec, base) && !head_word) return std::partial_ordering::greater;
      return base_word || head_word ? std::partial_ordering::unordered
                                    : compare_sizes(spec, base, head);
    case Better::kLater:
    case Better::kEarlier:
    case Better::kSooner:
      if (base_word && head_word) return compare_words(spec, base, head);
      return compare_dates(base, head);
    case Better::kTrue:
    case Better::kFalse:
      return compare_truths(base, head);
    default:
      return std::partial_ordering::unordered;
  }
}

Order rank_sets(const FieldSpec& spec, Better better, const json& base, const json& head) {
  const Order grown = rank_presence(better, true);
  if (is_most(spec, head) && base.is_array()) return grown;
  if (is_most(spec, base) && head.is_array()) return opposite(grown);
  if (!base.is_array() || !head.is_array()) return Order::kIncomparable;
  const std::set<json> a(base.begin(), base.end());
  const std::set<json> b(head.begin(), head.end());
  if (std::includes(b.begin(), b.end(), a.begin(), a.end())) return grown;
  if (std::includes(a.begin(), a.end(), b.begin(), b.end())) return opposite(grown);
  return Order::kMixed;
}

Order rank_one_sided(const FieldSpec& spec, Better better, const json& present, bool added) {
  const bool ranks_presence = better == Better::kMore || better == Better::kFewer;
  if (spec.absent) return ranks_presence ? rank_presence(better, added) : Order::kIncomparable;
  if (spec.is_unknown(present)) return Order::kIncomparable;
  // Where the end is what is good, none at all is the latest.
  if (better == Better::kSooner) return added ? Order::kBetter : Order::kWorse;
  return added ? Order::kClarified : Order::kObscured;
}

}  // namespace

Order opposite(Order order) {
  switch (order) {
    case Order::kWorse:
      return Order::kBetter;
    case Order::kBetter:
      return Order::kWorse;
    case Order::kClarified:
      return Order::kObscured;
    case Order::kObscured:
      return Order::kClarified;
    default:
      return order;
  }
}

Order turned(Order order) {
  return order == Order::kBetter || order == Order::kWorse ? opposite(order) : order;
}

bool greater_is_better(Better better) {
  return better == Better::kHigher || better == Better::kLater || better == Better::kTrue ||
         better == Better::kMore;
}

Order combine(Order a, Order b) {
  const Order weightier = std::min(a, b);
  const bool both_ways = weightier == Order::kWorse && std::max(a, b) == Order::kBetter;
  return both_ways || std::max(a, b) == Order::kMixed ? Order::kMixed : weightier;
}

Order rank_presence(Better better, bool added) {
  if (better == Better::kMore) return added ? Order::kBetter : Order::kWorse;
  if (better == Better::kFewer) return added ? Order::kWorse : Order::kBetter;
  return added ? Order::kClarified : Order::kObscured;
}

Order rank(const FieldSpec& spec, Better better, const json* base, const json* head) {
  base = stated(spec, base);
  head = stated(spec, head);
  if (same(spec, base, head)) return Order::kEqual;
  if (base == nullptr) return rank_one_sided(spec, better, *head, true);
  if (head == nullptr) return rank_one_sided(spec, better, *base, false);
  const bool base_unknown = spec.is_unknown(*base);
  if (base_unknown != spec.is_unknown(*head)) {
    return base_unknown ? Order::kClarified : Order::kObscured;
  }
  if (base_unknown) return Order::kIncomparable;
  if (better == Better::kMore || better == Better::kFewer) {
    return rank_sets(spec, better, *base, *head);
  }
  const std::partial_ordering order = compare_values(spec, better, *base, *head);
  if (!is_lt(order) && !is_gt(order)) return Order::kIncomparable;
  return is_lt(order) == greater_is_better(better) ? Order::kBetter : Order::kWorse;
}

Order rank(const FieldSpec& spec, const json* base, const json* head) {
  return rank(spec, spec.better, base, head);
}

}  // namespace simrules
