#include "render/text/json.h"

#include <cstdint>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/unicode.h"
#include "release/contents/json_text.h"

namespace simrules {
namespace {

/// Source: RFC 8259, section 7: UTF-16, so that a character beyond the first plane takes two.
std::string json_escape(char32_t c) {
  const auto code = static_cast<std::uint32_t>(c);
  if (code < 0x10000) return fmt::format("\\u{:04x}", code);
  const std::uint32_t rest = code - 0x10000;
  return fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (rest >> 10U), 0xDC00 + (rest & 0x3FFU));
}

}  // namespace

std::string log_safe_json(const nlohmann::json& value) {
  const std::string plain = json_text(value);
  const std::string_view text = plain;
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCodePoint decoded = decode_utf8(text, i);
    // The only controls below DEL are the line breaks between members: inside strings they are
    // escaped already.
    const bool acts = (decoded.value >= 0x7F && is_control(decoded.value)) ||
                      is_invisible(decoded.value) || (i > 0 && text.substr(i - 1, 3) == "##[");
    if (acts) {
      out += json_escape(decoded.value);
    } else {
      out += text.substr(i, decoded.size);
    }
    i += decoded.size;
  }
  return out;
}

}  // namespace simrules
