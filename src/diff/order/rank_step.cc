#include "diff/order/rank_step.h"

#include <algorithm>

#include "base/member.h"
#include "diff/compare/match.h"
#include "diff/compare/related.h"
#include "diff/order/amount.h"
#include "diff/order/stretch.h"

namespace simrules {
namespace {

using nlohmann::json;

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_ranked(Order order) {
  return order == Order::kBetter || order == Order::kWorse || order == Order::kMixed;
}

/// Returns the order in the field's own words, as if nothing around it turned its direction.
Order in_own_words(const Step& step, Better better, Order order) {
  return greater_is_better(better) == greater_is_better(step.spec().better) ? order : turned(order);
}

Ranked rank_end(const Step& step, Better better) {
  std::vector<std::string> disagreeing = disagreeing_siblings(step);
  const std::partial_ordering order = compare_stretches(step);
  const Stretch& names = step.spec().stretch;
  const bool begins = step.token == names.from;
  if (!is_lt(order) && !is_gt(order)) disagreeing.push_back(begins ? names.until : names.from);
  if (!disagreeing.empty()) return {.incomparable = std::move(disagreeing)};
  // What begins sooner, or ends later, is longer.
  const bool longer_is_better = greater_is_better(better) != begins;
  const Order ranked = is_lt(order) == longer_is_better ? Order::kBetter : Order::kWorse;
  return {ranked, ranked};
}

/// Ranks what is no amount, or whose amounts cannot be measured.
Ranked rank_within(const Step& step, Better better) {
  const Order order = rank(step.spec(), better, step.base, step.head);
  if (!is_ranked(order)) return {order, order};
  std::vector<std::string> disagreeing = disagreeing_siblings(step);
  if (!disagreeing.empty()) return {.incomparable = std::move(disagreeing)};
  return {order, in_own_words(step, better, order)};
}

/// Ranks two amounts by size; what they are for may say otherwise than their numbers.
Ranked rank_amounts(const Step& step, Better better, Compared compared) {
  if (!is_lt(compared.order) && !is_gt(compared.order)) {
    return {.incomparable = std::move(compared.context)};
  }
  const bool is_better = is_lt(compared.order) == greater_is_better(better);
  const Order order = is_better ? Order::kBetter : Order::kWorse;
  const bool as_numbers = compared.values == compared.order;
  return {order, as_numbers ? in_own_words(step, better, order) : Order::kIncomparable};
}

Ranked rank_both(const Step& step, Better better) {
  if (!step.spec().stretch.from.empty()) return rank_end(step, better);
  std::optional<Compared> compared = compare_amounts(step);
  return compared ? rank_amounts(step, better, std::move(*compared)) : rank_within(step, better);
}

/// Finds a member of an object of which a path leads to what its value hangs on.
std::optional<Step> find_dependent(const Step& object, const std::string& path, const Step& on) {
  for (const auto& [name, spec] : object.spec().properties) {
    const bool hangs =
        spec->per == path || (!on.spec().on_top.empty() && contains(spec->within, path));
    if (!hangs || object.base == nullptr || object.head == nullptr) continue;
    Step member{.parent = &object,
                .token = name,
                .base_spec = object.base_spec == nullptr ? nullptr : object.base_spec->member(name),
                .head_spec = object.head_spec == nullptr ? nullptr : object.head_spec->member(name),
                .base = find_member(*object.base, name),
                .head = find_member(*object.head, name)};
    if (member.base != nullptr && same(member.spec(), member.base, member.head)) return member;
  }
  return std::nullopt;
}

/// Ranks what alone differs of an amount: the time that a price is for, or its tax.
Ranked rank_by_dependent(const Step& step) {
  std::string path(step.token);
  for (const Step* object = step.parent; object != nullptr; object = object->parent) {
    if (const std::optional<Step> dependent = find_dependent(*object, path, step)) {
      const std::optional<Better> better = direction_of(*dependent);
      std::optional<Compared> compared = compare_amounts(*dependent);
      if (!better || !compared) return {};
      return {rank_amounts(*dependent, *better, std::move(*compared)).order};
    }
    if (object->is_item) break;
    path.insert(0, 1, '/').insert(0, object->token);
  }
  return {};
}

}  // namespace

std::vector<std::string> words_excluding(const Step& step) {
  std::vector<std::string> names;
  for (const auto& [path, words] : step.spec().only) {
    const Related beside = find_related(step, path);
    const json* side = step.base == nullptr ? beside.base : beside.head;
    if (side != nullptr && !contains(words, text_or_empty(side))) names.push_back(path);
  }
  return names;
}

std::optional<Better> direction_of(const Step& step) {
  const FieldSpec& spec = step.spec();
  const BetterBy& turning = spec.better_by;
  if (turning.by.empty()) return spec.better;
  const Related field = find_related(step, turning.by);
  if (field.spec == nullptr) return turning.without;
  const auto by_word = [&](const json* value) {
    const auto turn = turning.words.find(std::string(text_or_empty(value)));
    return turn == turning.words.end() ? spec.better : turn->second;
  };
  const json* base = field.base != nullptr ? field.base : field.head;
  const json* head = field.head != nullptr ? field.head : field.base;
  const Better better = by_word(head);
  return by_word(base) == better ? std::optional(better) : std::nullopt;
}

std::vector<std::string> disagreeing_siblings(const Step& step) {
  std::vector<std::string> paths;
  for (const std::string& path : step.spec().within) {
    if (!find_related(step, path).is_same()) paths.push_back(path);
  }
  return paths;
}

Ranked rank_step(const Step& step) {
  const std::optional<Better> better = direction_of(step);
  const Order order = rank(step.spec(), better.value_or(Better::kNone), step.base, step.head);
  const bool is_one_sided = step.base == nullptr || step.head == nullptr;
  if (is_one_sided && order != Order::kEqual) {
    std::vector<std::string> names = words_excluding(step);
    if (!names.empty()) return {.incomparable = std::move(names)};
  }
  if (order == Order::kEqual || order == Order::kClarified || order == Order::kObscured) {
    return {order, order};
  }
  if (!better) return {.incomparable = {step.spec().better_by.by}};
  if (is_one_sided) return rank_within(step, *better);
  return *better == Better::kNone ? rank_by_dependent(step) : rank_both(step, *better);
}

}  // namespace simrules
