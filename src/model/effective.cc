#include "model/effective.h"

#include <compare>

namespace simrules {
namespace {

bool is_after(const PartialDate& date, const PartialDate& day) {
  return std::is_gt(compare_at_shared_precision(date, day));
}

}  // namespace

bool holds_on(const Item& item, const PartialDate& day) {
  const Dates dates = item.effective();
  const auto from = dates.from();
  const auto until = dates.until();
  return !(from && is_after(*from, day)) && !(until && is_after(day, *until));
}

bool begins_after(const Item& item, const PartialDate& day) {
  const auto from = item.effective().from();
  return from && is_after(*from, day);
}

std::optional<Period> parse_period(std::string_view text) {
  constexpr std::string_view kBetween = "..";
  const std::size_t at = text.find(kBetween);
  if (at == std::string_view::npos) return std::nullopt;
  const auto after = parse_date(text.substr(0, at));
  const auto until = parse_date(text.substr(at + kBetween.size()));
  if (!after || !until || !is_after(*until, *after)) return std::nullopt;
  return Period{*after, *until};
}

}  // namespace simrules
