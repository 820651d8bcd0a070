#include "diff/order/ladder.h"

#include <algorithm>
#include <compare>
#include <cstddef>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "diff/compare/match.h"
#include "model/amounts/decimal.h"
#include "model/amounts/quantity.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kPrice = "price";
constexpr const char* kUntil = "until_data";

/// What two steps of a ladder may differ in.
constexpr const char* kOfAStep[] = {kPrice, kUntil, "id", "formerly"};

/// One step on one side and two on the other, or more.
constexpr std::size_t kFewest = 3;

/// One step: a price, and up to which amount it holds; null where it holds for all.
struct Rung {
  std::string id;
  Decimal price;
  const json* until = nullptr;
};

using Rungs = std::vector<Rung>;

/// The steps of a ladder, and what they have in common.
/// Shape: without steps it is none that is known.
struct Steps {
  json common;
  std::optional<Rungs> rungs = Rungs();
};

Steps* find_steps(std::vector<Steps>& all, const FieldSpec& fee, const json& common) {
  const auto found = std::ranges::find_if(
      all, [&](const Steps& steps) { return same(fee, &steps.common, &common); });
  return found == all.end() ? nullptr : &*found;
}

bool is_unlimited(const FieldSpec& until, const json& value) {
  return value.is_string() && value == until.most;
}

std::optional<Rung> rung_of(const FieldSpec& until, const json& fee) {
  const json* price = find_member(fee, kPrice);
  const std::optional<Decimal> number = price == nullptr ? std::nullopt : parse_decimal(*price);
  const json* end = find_member(fee, kUntil);
  if (!number || (end != nullptr && !end->is_object() && !is_unlimited(until, *end)))
    return std::nullopt;
  const bool is_open = end == nullptr || !end->is_object();
  return Rung{fee.value("id", ""), *number, is_open ? nullptr : end};
}

/// Orders two ends of steps; nothing where they cannot be measured.
std::optional<std::strong_ordering> compare_ends(const FieldSpec& until,
                                                 const json* a,
                                                 const json* b) {
  if (a == nullptr || b == nullptr) return (a == nullptr) <=> (b == nullptr);
  const std::partial_ordering order = compare_quantities(until, *a, *b);
  if (is_lt(order)) return std::strong_ordering::less;
  if (is_gt(order)) return std::strong_ordering::greater;
  return is_eq(order) ? std::optional(std::strong_ordering::equal) : std::nullopt;
}

std::vector<Steps> steps_in(const FieldSpec& fee, const json& list) {
  std::vector<Steps> all;
  for (const json& item : list) {
    json common = item;
    for (const char* name : kOfAStep) common.erase(name);
    Steps* steps = find_steps(all, fee, common);
    if (steps == nullptr) steps = &all.emplace_back(Steps{std::move(common)});
    const std::optional<Rung> rung = rung_of(*fee.member(kUntil), item);
    if (rung && steps->rungs) {
      steps->rungs->push_back(*rung);
    } else {
      steps->rungs.reset();
    }
  }
  return all;
}

/// Two sides of one ladder.
class Pair {
 public:
  Pair(const FieldSpec& until, const Rungs& base, const Rungs& head)
      : until_(until), base_(base), head_(head) {}

  /// Compares them at every end of a step; nothing where something cannot be measured.
  std::optional<Order> order(bool reach_is_news) const {
    if (!is_sound(base_) || !is_sound(head_)) return std::nullopt;
    bool gains = false;
    bool loses = false;
    for (const Rungs* side : {&base_, &head_}) {
      for (const Rung& end : *side) {
        const Rung* before = at(base_, end.until);
        const Rung* now = at(head_, end.until);
        if (before == nullptr || now == nullptr) {
          if (reach_is_news && has_other_steps()) return std::nullopt;
          (before == nullptr ? gains : loses) = true;
          continue;
        }
        const std::strong_ordering price = compare(now->price, before->price);
        gains = gains || is_lt(price);
        loses = loses || is_gt(price);
      }
    }
    if (gains && loses) return Order::kMixed;
    return gains ? Order::kBetter : loses ? Order::kWorse : Order::kEqual;
  }

 private:
  /// Tells whether all ends of both sides can be measured, and no two of one side are the same.
  bool is_sound(const Rungs& rungs) const {
    for (const Rung& rung : rungs) {
      for (const Rungs* side : {&base_, &head_}) {
        for (const Rung& other : *side) {
          const auto order = compare_ends(until_, rung.until, other.until);
          if (!order) return false;
          if (side == &rungs && &rung != &other && is_eq(*order)) return false;
        }
      }
    }
    return true;
  }

  /// Finds the step in which an amount of data lies: the one that ends first of those that hold it.
  const Rung* at(const Rungs& rungs, const json* amount) const {
    const Rung* found = nullptr;
    for (const Rung& rung : rungs) {
      if (is_lt(*compare_ends(until_, rung.until, amount))) continue;
      if (found == nullptr || is_lt(*compare_ends(until_, rung.until, found->until))) found = &rung;
    }
    return found;
  }

  /// Tells whether a side has a step that the other has not.
  bool has_other_steps() const {
    const auto ids = [](const Rungs& rungs) {
      std::set<std::string> found;
      for (const Rung& rung : rungs) found.insert(rung.id);
      return found;
    };
    return ids(base_) != ids(head_);
  }

  const FieldSpec& until_;
  const Rungs& base_;
  const Rungs& head_;
};

/// Tells whether a step of one side has left its ladder for another one of the other side.
bool has_left(const Rungs& rungs, const Rungs& same_ladder, const json& other_side) {
  return std::ranges::any_of(rungs, [&](const Rung& rung) {
    const bool is_there = std::ranges::any_of(
        other_side, [&](const json& item) { return item.value("id", "") == rung.id; });
    return is_there && std::ranges::find(same_ladder, rung.id, &Rung::id) == same_ladder.end();
  });
}

}  // namespace

std::vector<Ladder> compare_ladders(const FieldSpec& list,
                                    const json& base,
                                    const json& head,
                                    bool reach_is_news) {
  const FieldSpec* until = list.items == nullptr ? nullptr : list.items->member(kUntil);
  if (until == nullptr || !base.is_array() || !head.is_array()) return {};
  std::vector<Ladder> found;
  std::vector<Steps> base_steps = steps_in(*list.items, base);
  for (const Steps& now : steps_in(*list.items, head)) {
    const Steps* before = find_steps(base_steps, *list.items, now.common);
    if (before == nullptr || !before->rungs || !now.rungs) continue;
    if (before->rungs->size() + now.rungs->size() < kFewest) continue;
    if (has_left(*before->rungs, *now.rungs, head) || has_left(*now.rungs, *before->rungs, base))
      continue;
    const auto order = Pair(*until, *before->rungs, *now.rungs).order(reach_is_news);
    if (!order) continue;
    Ladder ladder{{}, *order};
    for (const Rungs* side : {&*before->rungs, &*now.rungs}) {
      for (const Rung& rung : *side) ladder.ids.insert(rung.id);
    }
    found.push_back(std::move(ladder));
  }
  return found;
}

bool is_of_ladder(const std::string& field) { return field == kPrice || field == kUntil; }

}  // namespace simrules
