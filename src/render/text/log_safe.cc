#include "render/text/log_safe.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/unicode.h"

namespace simrules {
namespace {

constexpr std::string_view kLineCommand = "::";
constexpr std::string_view kCommand = "##[";

bool is_json(std::string_view format) {
  constexpr std::array<std::string_view, 3> kFormats = {"json", "rdjson", "sarif"};
  return std::ranges::find(kFormats, format) != kFormats.end();
}

std::string escape(char c, std::string_view format) {
  if (is_json(format)) return fmt::format("\\u{:04x}", c);
  return format == "text" ? fmt::format("\\u{{{:X}}}", c) : fmt::format("&#{};", int{c});
}

}  // namespace

std::string log_safe(std::string_view text, std::string_view format) {
  if (format == "github") return std::string(text);
  std::string out;
  out.reserve(text.size());
  // JSON breaks no line inside a string, and outside of one nothing begins with a colon.
  bool begins = !is_json(format);
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCodePoint decoded = decode_utf8(text, i);
    const std::string_view rest = text.substr(i);
    if ((begins && rest.starts_with(kLineCommand)) || rest.starts_with(kCommand)) {
      out += escape(text[i], format);
    } else {
      out += rest.substr(0, decoded.size);
    }
    const bool ends_line = text[i] == '\n' || text[i] == '\r';
    begins = !is_json(format) && (ends_line || (begins && is_white_space(decoded.value)));
    i += decoded.size;
  }
  return out;
}

}  // namespace simrules
