#include "render/release/page_words.h"

#include <nlohmann/json.hpp>

namespace simrules {
namespace {

std::string escaped(std::string_view text, bool has_quotes) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (has_quotes && c == '"') {
      out += "&quot;";
    } else if (has_quotes && c == '\'') {
      out += "&apos;";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string html_escaped(std::string_view text) { return escaped(text, true); }

std::string page_text(const Language& words, std::string_view use, MessageParts parts) {
  return fill_text(escaped(words.message("page", use), false), parts);
}

nlohmann::json page_words(const Language& words) {
  nlohmann::json texts = {{"brand", escaped(words.message("report", "brand"), false)}};
  for (const auto& [use, text] : words.messages.at("page")) texts[use] = escaped(text, false);
  return texts;
}

}  // namespace simrules
