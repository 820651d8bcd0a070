#pragma once

#include <string>
#include <string_view>

namespace simrules {

/// Names the file of a language among those that say the same in each: `report.html` in English,
/// `report.ja.html` in Japanese.
std::string localized_name(std::string_view name, std::string_view language);

}  // namespace simrules
