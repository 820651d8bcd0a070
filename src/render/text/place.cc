#include "render/text/place.h"

#include <cctype>

#include <fmt/format.h>

#include "base/text.h"

namespace simrules {

std::string shown_path(const std::string& path) {
  const std::string safe = printable(path, 500);
  const auto first = static_cast<unsigned char>(safe.empty() ? '\0' : safe.front());
  const bool harmless = std::isalnum(first) != 0 || first >= 0x80 || first == '.' || first == '/' ||
                        first == '-' || first == '_' || first == '<';
  return harmless || safe.empty() ? safe : "./" + safe;
}

std::string place_text(const Place& place) {
  if (place.path.empty()) return "";
  return fmt::format("{}:{}:{}", shown_path(place.path), place.line, place.column);
}

}  // namespace simrules
