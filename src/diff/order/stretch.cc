#include "diff/order/stretch.h"

#include <optional>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/member.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr int kMinutesOfDay = 24 * 60;

/// Minutes from the midnight of the day on which it begins.
/// Shape: `is_daily` tells that it is there every day, so that it can be told from any midnight.
struct Minutes {
  int from = 0;
  int until = 0;
  bool is_daily = false;
};

/// Reads `23:00`; the schema has checked its digits.
std::optional<int> minutes_of(const json* time) {
  const std::string_view text = text_or_empty(time);
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto digit = [&](std::size_t at) { return text[at] - '0'; };
  return (digit(0) * 10 + digit(1)) * 60 + digit(3) * 10 + digit(4);
}

std::optional<Minutes> read_stretch(const Stretch& names, const json* object) {
  if (object == nullptr) return std::nullopt;
  const auto text = [&](const std::string& name) {
    return name.empty() ? std::string_view() : text_at(*object, name);
  };
  const std::optional<int> from = minutes_of(find_member(*object, names.from));
  const std::optional<int> until = minutes_of(find_member(*object, names.until));
  if (!from || !until) return std::nullopt;
  const bool is_daily = text(names.from_day) == text(names.until_day);
  const bool is_next_day = !is_daily || *until <= *from;
  return Minutes{*from, *until + (is_next_day ? kMinutesOfDay : 0), is_daily};
}

bool holds(const Minutes& outer, const Minutes& inner) {
  const auto holds_at = [&](int shift) {
    return outer.from <= inner.from + shift && inner.until + shift <= outer.until;
  };
  return holds_at(0) || (outer.is_daily && (holds_at(kMinutesOfDay) || holds_at(-kMinutesOfDay)));
}

}  // namespace

std::partial_ordering compare_stretches(const Step& end) {
  if (end.parent == nullptr) return std::partial_ordering::unordered;
  const Stretch& names = end.spec().stretch;
  const std::optional<Minutes> base = read_stretch(names, end.parent->base);
  const std::optional<Minutes> head = read_stretch(names, end.parent->head);
  if (!base || !head || base->is_daily != head->is_daily) return std::partial_ordering::unordered;
  const bool is_longer = holds(*head, *base);
  const bool is_shorter = holds(*base, *head);
  if (is_longer == is_shorter) {
    return is_longer ? std::partial_ordering::equivalent : std::partial_ordering::unordered;
  }
  return is_longer ? std::partial_ordering::less : std::partial_ordering::greater;
}

}  // namespace simrules
