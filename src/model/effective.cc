#include "model/effective.h"

#include <string>

#include <nlohmann/json.hpp>

namespace simrules {
namespace {

using nlohmann::json;

std::optional<PartialDate> date_at(const json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  return parse_partial_date(found->get_ref<const std::string&>());
}

std::optional<PartialDate> effective_date(const json& item, const char* name) {
  const auto effective = item.find("effective");
  if (effective == item.end() || !effective->is_object()) return std::nullopt;
  return date_at(*effective, name);
}

bool is_after(const PartialDate& date, const PartialDate& day) {
  return compare_at_shared_precision(date, day) > 0;
}

}  // namespace

bool holds_on(const json& item, const PartialDate& day) {
  const auto from = effective_date(item, "from");
  const auto until = effective_date(item, "until");
  return !(from && is_after(*from, day)) && !(until && is_after(day, *until));
}

bool begins_after(const json& item, const PartialDate& day) {
  const auto from = effective_date(item, "from");
  return from && is_after(*from, day);
}

bool is_announced_by(const json& item, const PartialDate& day) {
  const auto announced = effective_date(item, "announced");
  return announced && !is_after(*announced, day) && begins_after(item, day);
}

bool is_over_on(const json& item, const PartialDate& day) {
  if (!item.is_object()) return false;
  const auto until = date_at(item, "until");
  return until && is_after(day, *until);
}

bool has_ended(const json& value) {
  const auto lifecycle = value.find("lifecycle");
  return lifecycle != value.end() && *lifecycle == "ended";
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

bool is_announced_in(const json& item, const Period& period) {
  const auto announced = effective_date(item, "announced");
  return announced && is_after(*announced, period.after) && is_announced_by(item, period.until);
}

}  // namespace simrules
