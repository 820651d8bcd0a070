#include "release/contents/parts/localized_name.h"

#include <fmt/format.h>

#include "schema/language/language.h"

namespace simrules {

std::string localized_name(std::string_view name, std::string_view language) {
  if (language == kFallbackLanguage) return std::string(name);
  const std::size_t dot = name.rfind('.');
  return fmt::format("{}.{}{}", name.substr(0, dot), language, name.substr(dot));
}

}  // namespace simrules
