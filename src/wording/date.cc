#include "wording/date.h"

#include <sstream>
#include <string_view>

#include "base/date.h"
#include "wording/template.h"

namespace simrules {
namespace {

std::string month_name(const Phrasing& phrasing, int month) {
  std::istringstream names(phrasing.phrase("months"));
  std::string name;
  for (int i = 0; i < month; ++i) names >> name;
  return name.empty() ? std::to_string(month) : name;
}

}  // namespace

std::string date_phrase(const Phrasing& phrasing, const std::string& date) {
  const auto parsed = parse_partial_date(date);
  if (!parsed) return date;
  const char* form = parsed->day > 0 ? "date" : parsed->month > 0 ? "month" : "year";
  return fill_template(phrasing.phrase(form), [&](std::string_view name, auto) {
    if (name == "year") return std::to_string(parsed->year);
    return name == "month" ? month_name(phrasing, parsed->month) : std::to_string(parsed->day);
  });
}

}  // namespace simrules
