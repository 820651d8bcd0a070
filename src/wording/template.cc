#include "wording/template.h"

#include <algorithm>
#include <cstddef>

namespace simrules {
namespace {

using Lookup = std::function<std::string(std::string_view, std::string_view)>;

/// Reads a template from left to right.
struct Filler {
  std::string_view text;
  const Lookup& lookup;
  std::size_t at = 0;

  /// Fills up to the bracket that closes this part; `is_complete` tells whether every placeholder
  /// had something to say.
  std::string fill(bool& is_complete) {
    std::string out;
    while (at < text.size() && text[at] != ']') {
      const char c = text[at];
      if (c == '{') {
        const std::string value = take_placeholder();
        is_complete = is_complete && !value.empty();
        out += value;
      } else if (c == '[') {
        out += take_optional();
      } else {
        out += c;
        ++at;
      }
    }
    return out;
  }

  std::string take_placeholder() {
    const std::size_t end = std::min(text.find('}', at), text.size());
    const std::string_view inner = text.substr(at + 1, end - at - 1);
    at = std::min(end + 1, text.size());
    const std::size_t colon = inner.find(':');
    if (colon == std::string_view::npos) return lookup(inner, "");
    return lookup(inner.substr(0, colon), inner.substr(colon + 1));
  }

  std::string take_optional() {
    ++at;
    bool is_complete = true;
    std::string inner = fill(is_complete);
    at = std::min(at + 1, text.size());
    return is_complete ? inner : std::string();
  }
};

}  // namespace

std::string fill_template(std::string_view text, const Lookup& lookup) {
  Filler filler{text, lookup};
  bool is_complete = true;
  return filler.fill(is_complete);
}

}  // namespace simrules
