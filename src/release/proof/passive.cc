#include "release/proof/passive.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/text.h"

namespace simrules {
namespace {

using Bytes = std::string_view;

/// The first lines of every page that was published, up to what they let a browser do: with them it
/// loads nothing, whatever follows.
constexpr Bytes kPageStart = "<!doctype html>\n<html lang=\"";
constexpr Bytes kPolicyStart =
    "\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '";
/// What the first lines say of a page without a script, and of one with a script of ours.
constexpr Bytes kNoScript = "unsafe-inline'\">\n";
constexpr Bytes kScriptStart = "'; script-src '";
constexpr Bytes kPolicyEnd = "'; base-uri 'none'; form-action 'none'\">\n";

/// The SHA-256 of the scripts that pages were published with; no other one may be in them.
constexpr Bytes kScripts[] = {"42e8296af295f81de841cd5987a695cd5aadc6bb873b0e2feb78396d50a9656f"};
constexpr Bytes kScriptTag = "<script>";
constexpr Bytes kDataTag = "<script type=\"application/ld+json\">";
constexpr Bytes kScriptEndTag = "</script>";

/// The tags that pages have had, those that only pages of answers have, and the attributes of both; none
/// of them does anything by itself.
constexpr Bytes kTags[] = {"a",       "article", "body",   "br",    "caption", "code",   "dd",
                           "del",     "details", "div",    "dl",    "dt",      "em",     "footer",
                           "h1",      "h2",      "h3",     "h4",    "head",    "header", "html",
                           "i",       "ins",     "li",     "main",  "meta",    "nav",    "p",
                           "section", "span",    "strong", "style", "summary", "table",  "tbody",
                           "td",      "th",      "thead",  "time",  "title",   "tr",     "ul"};
constexpr Bytes kTagsOfAnswers[] = {"b",
                                    "blockquote",
                                    "button",
                                    "circle",
                                    "fieldset",
                                    "form",
                                    "input",
                                    "label",
                                    "legend",
                                    "link",
                                    "ol",
                                    "path",
                                    "rect",
                                    "small",
                                    "svg",
                                    "symbol",
                                    "text",
                                    "use"};
constexpr Bytes kAttributes[] = {"aria-current",
                                 "aria-hidden",
                                 "aria-label",
                                 "aria-labelledby",
                                 "autocomplete",
                                 "checked",
                                 "class",
                                 "content",
                                 "cx",
                                 "cy",
                                 "d",
                                 "data-s",
                                 "datetime",
                                 "fill",
                                 "for",
                                 "height",
                                 "hidden",
                                 "href",
                                 "hreflang",
                                 "id",
                                 "lang",
                                 "name",
                                 "preserveAspectRatio",
                                 "r",
                                 "rel",
                                 "role",
                                 "rx",
                                 "scope",
                                 "spellcheck",
                                 "stroke",
                                 "stroke-dasharray",
                                 "stroke-linecap",
                                 "stroke-linejoin",
                                 "stroke-width",
                                 "tabindex",
                                 "title",
                                 "type",
                                 "value",
                                 "viewBox",
                                 "width",
                                 "x",
                                 "y"};
constexpr Bytes kRelations[] = {"noopener noreferrer", "noopener", "alternate", "license"};
constexpr Bytes kNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
constexpr Bytes kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-";
constexpr Bytes kFormulaStarts[] = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
constexpr std::size_t kShownBytes = 40;

bool contains(const auto& list, Bytes word) {
  return std::ranges::find(list, word) != std::ranges::end(list);
}

/// Takes the longest start of a text that has no other characters.
Bytes take_any(Bytes& rest, Bytes characters) {
  const Bytes taken = rest.substr(0, std::min(rest.size(), rest.find_first_not_of(characters)));
  rest.remove_prefix(taken.size());
  return taken;
}

bool take(Bytes& rest, Bytes expected) {
  if (!rest.starts_with(expected)) return false;
  rest.remove_prefix(expected.size());
  return true;
}

bool leads_to_a_page(Bytes address) {
  return address.starts_with("https://") || address.starts_with("http://") ||
         address.find(':') == Bytes::npos;
}

/// Takes an attribute in the one form that pages have.
bool take_passive_attribute(Bytes& rest) {
  if (!take(rest, " ")) return false;
  const Bytes name = take_any(rest, kNameCharacters);
  if (!contains(kAttributes, name) || !take(rest, "=\"")) return false;
  const std::size_t end = rest.find('"');
  if (end == Bytes::npos) return false;
  const Bytes value = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  if (name == "rel") return contains(kRelations, value);
  return name != "href" || leads_to_a_page(value);
}

/// Takes the first lines of a page, which let a browser load nothing.
bool take_page_start(Bytes& rest) {
  if (!take(rest, kPageStart)) return false;
  take_any(rest, kNameCharacters);
  return take(rest, kPolicyStart);
}

/// Takes what the first lines of a page of answers say of its style and script.
bool take_digests(Bytes& rest) {
  take_any(rest, kBase64);
  if (!take(rest, kScriptStart)) return false;
  take_any(rest, kBase64);
  return take(rest, kPolicyEnd);
}

/// Takes data that no browser runs, or a script that this project has published.
bool take_known_script(Bytes& rest) {
  Bytes left = rest;
  const bool is_data = take(left, kDataTag);
  if (!is_data && !take(left, kScriptTag)) return false;
  const Bytes script = left.substr(0, std::min(left.size(), left.find(kScriptEndTag)));
  left.remove_prefix(script.size());
  if (!take(left, kScriptEndTag) || !(is_data || is_published_script(script))) return false;
  rest = left;
  return true;
}

bool take_passive_tag(Bytes& rest, bool is_of_answers) {
  if (!take(rest, "<")) return false;
  take(rest, "/");
  const Bytes name = take_any(rest, kNameCharacters);
  if (!contains(kTags, name) && !(is_of_answers && contains(kTagsOfAnswers, name))) return false;
  while (!take(rest, ">") && !(is_of_answers && take(rest, "/>"))) {
    if (!take_passive_attribute(rest)) return false;
  }
  return true;
}

std::string in_page(Bytes rest) {
  const bool begins = take_page_start(rest);
  const bool is_of_answers = begins && !take(rest, kNoScript);
  if (!begins || (is_of_answers && !take_digests(rest)))
    return "a page that does not refuse scripts in its first lines";
  while (!rest.empty()) {
    rest.remove_prefix(std::min(rest.size(), rest.find('<')));
    const Bytes tag = rest;
    const bool is_passive = rest.empty() || (is_of_answers && take_known_script(rest)) ||
                            take_passive_tag(rest, is_of_answers);
    if (!is_passive) return fmt::format("the tag {}", quoted(tag.substr(0, kShownBytes)));
  }
  return {};
}

/// Takes a code span, whose text means nothing, with its marks.
bool take_code(Bytes& rest) {
  const Bytes fence = take_any(rest, "`");
  while (!rest.empty()) {
    rest.remove_prefix(std::min(rest.size(), rest.find('`')));
    const Bytes mark = take_any(rest, "`");
    if (!mark.empty() && mark == fence) return true;
  }
  return false;
}

/// Looks for markup in a line of Markdown; all that releases have are names, code and links.
std::string in_markdown_line(Bytes rest) {
  constexpr Bytes kMarks = "`<]\\";
  while (!rest.empty()) {
    rest.remove_prefix(std::min(rest.size(), rest.find_first_of(kMarks)));
    const Bytes mark = rest;
    const bool is_passive = rest.empty() || (rest.front() == '`' && take_code(rest)) ||
                            take(rest, "](<https://") || take(rest, "](<http://") ||
                            take(rest, "](https://") || take(rest, "](http://") ||
                            take(rest, "](#");
    if (!is_passive) return fmt::format("the markup {}", quoted(mark.substr(0, kShownBytes)));
  }
  return {};
}

std::string in_markdown(Bytes text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.size(), text.find('\n'));
    std::string found = in_markdown_line(text.substr(0, end));
    if (!found.empty()) return found;
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return {};
}

bool starts_formula(Bytes cell) {
  if (cell.starts_with("\r\n")) return false;
  return std::ranges::any_of(kFormulaStarts, [&](Bytes start) { return cell.starts_with(start); });
}

std::string in_table(Bytes text) {
  bool is_quoted = false;
  bool begins = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (begins && starts_formula(text.substr(at)))
      return fmt::format("the formula {}", quoted(text.substr(at, kShownBytes)));
    begins = (begins && c == '"') || (!is_quoted && (c == ',' || c == '\n'));
    if (c == '"') is_quoted = !is_quoted;
  }
  return {};
}

std::string in_data(Bytes) { return {}; }

/// A kind of file that releases have had, by the end of its name.
struct Kind {
  Bytes ending;
  std::string (*look)(Bytes bytes);
};
constexpr Kind kKinds[] = {{".html", in_page},
                           {".md", in_markdown},
                           {".csv", in_table},
                           {".json", in_data},
                           {".ndjson", in_data},
                           {".d.ts", in_data}};

}  // namespace

bool is_published_script(std::string_view script) {
  return contains(kScripts, Bytes(sha256_hex(script)));
}

std::string active_content_of(const ReleaseFile& file) {
  for (const Kind& kind : kKinds) {
    if (file.name.ends_with(kind.ending)) return kind.look(file.bytes);
  }
  return "a kind of file that releases have not had";
}

}  // namespace simrules
