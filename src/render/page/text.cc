#include "render/page/text.h"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "base/member.h"
#include "base/text.h"
#include "schema/language/language.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The least letters of a run that is marked: a unit or the name of a network is no English.
constexpr std::size_t kRunLetters = 8;

/// Tells whether a character can stand inside an English run.
bool is_in_run(char c) {
  constexpr std::string_view kJoiners = " 0123456789'&.,+-/";
  return is_letter(c) || kJoiners.find(c) != std::string_view::npos;
}

/// Tells whether a language is written with the letters of English: its name for itself is.
bool is_latin(const Language& page) { return std::ranges::any_of(page.name, is_letter); }

/// Cuts a run to what begins and ends with a letter or a digit.
std::string_view trimmed_run(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && !is_letter(text[end - 1]) && !(text[end - 1] >= '0' && text[end - 1] <= '9'))
    --end;
  return text.substr(0, end);
}

/// Tells whether a run is worth marking: two words of letters, or one long one.
bool is_english(std::string_view run) {
  return static_cast<std::size_t>(std::ranges::count_if(run, is_letter)) >= kRunLetters;
}

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
      out += "&#39;";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string html_escaped(std::string_view text) { return escaped(text, true); }

std::string html_run(std::string_view text, std::string_view tag, const Language& page) {
  std::string safe = html_escaped(text);
  if (safe.empty() || tag.empty() || tag == page.html_lang || tag == page.tag) return safe;
  return fmt::format("<span lang=\"{}\">{}</span>", html_escaped(tag), safe);
}

std::string html_of(const Text& text, const Language& page) {
  const std::string_view own = text_at(text.raw(), page.tag);
  if (!own.empty()) return html_phrase(own, page);
  return html_run(text.in(page.tag), kFallbackLanguage, page);
}

std::string html_phrase(std::string_view text, const Language& page) {
  if (is_latin(page)) return html_escaped(text);
  std::string out;
  std::size_t i = 0;
  while (i < text.size()) {
    std::size_t end = i;
    if (is_letter(text[i])) {
      while (end < text.size() && is_in_run(text[end])) ++end;
    }
    const std::string_view run = trimmed_run(text.substr(i, end - i));
    if (run.empty()) {
      out += html_escaped(text.substr(i, 1));
      ++i;
      continue;
    }
    out += is_english(run) ? html_run(run, kFallbackLanguage, page) : html_escaped(run);
    i += run.size();
  }
  return out;
}

std::string page_text(const Language& words, std::string_view use, MessageParts parts) {
  return fill_text(escaped(words.message("page", use), false), parts);
}

json page_words(const Language& words) {
  json texts = json::object();
  for (const auto& [use, text] : words.messages.find("page")->second) {
    if (text.find('{') == std::string::npos) texts[use] = escaped(text, true);
  }
  return texts;
}

std::string csp_digest(std::string_view text) { return "sha256-" + sha256_base64(text); }

}  // namespace simrules
