#include "model/written.h"

#include <algorithm>

#include "base/member.h"

namespace simrules {

using nlohmann::json;

const json& Written::raw() const {
  static const json kNothing;
  return value_ == nullptr ? kNothing : *value_;
}

const json* Written::member(std::string_view name) const {
  return value_ == nullptr ? nullptr : find_member(*value_, name);
}

std::string_view Written::text(std::string_view name) const { return text_or_empty(member(name)); }

std::optional<PartialDate> Written::date(std::string_view name) const {
  return parse_partial_date(text(name));
}

bool WordList::contains(std::string_view word) const {
  return std::find(begin(), end(), word) != end();
}

std::string_view Text::in(std::string_view language) const {
  const std::string_view local = text(language);
  return local.empty() ? text("en") : local;
}

std::optional<PartialDate> Dates::announced() const { return date("announced"); }
std::optional<PartialDate> Dates::from() const { return date("from"); }
std::optional<PartialDate> Dates::until() const { return date("until"); }
std::optional<PartialDate> Dates::new_signups_until() const { return date("new_signups_until"); }

std::vector<NamedDate> Dates::all() const {
  std::vector<NamedDate> dates;
  if (!raw().is_object()) return dates;
  for (const auto& [name, value] : raw().get_ref<const json::object_t&>()) {
    if (const auto date = this->date(name)) dates.push_back({name, *date});
  }
  return dates;
}

}  // namespace simrules
