#include "render/text/markdown.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace simrules {
namespace {

std::size_t longest_run(std::string_view text, char wanted) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == wanted ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

/// A table would take a bar for the end of its cell even inside a code span. A backslash before it
/// could undo the escape, so that one is written by its code.
std::string without_bars(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool before_bar = text[i] == '\\' && i + 1 < text.size() && text[i + 1] == '|';
    if (before_bar) {
      out += "\\x5C";
    } else if (text[i] == '|') {
      out += "\\|";
    } else {
      out += text[i];
    }
  }
  return out;
}

/// Tells whether a character means nothing to Markdown wherever it stands inside a line; an
/// exclamation mark would before a bracket, which is none of these.
bool is_inert(char c) {
  const auto byte = static_cast<unsigned char>(c);
  constexpr std::string_view kInert = " -,.()'/+%!";
  return std::isalnum(byte) != 0 || byte >= 0x80 || kInert.find(c) != std::string_view::npos;
}

/// Tells whether a word of a sentence means nothing to Markdown; a mark that ends it may follow.
bool is_inert_word(std::string_view word) {
  constexpr std::string_view kEnds = ":;?!\"";
  while (!word.empty() && kEnds.find(word.back()) != std::string_view::npos) word.remove_suffix(1);
  // A page's address and an issue's number become links without any markup.
  return word.find("www.") == std::string_view::npos &&
         word.find("GH-") == std::string_view::npos &&
         std::all_of(word.begin(), word.end(), is_inert);
}

/// Returns how many bytes of the mark of an East Asian sentence, or of a curved quote, a text begins
/// with: they part words where no space does.
std::size_t leading_mark(std::string_view text) {
  constexpr std::string_view kMarks[] = {"、",
                                         "。",
                                         "，",
                                         "：",
                                         "；",
                                         "！",
                                         "？",
                                         "（",
                                         "）",
                                         "「",
                                         "」",
                                         "『",
                                         "』",
                                         "《",
                                         "》",
                                         "“",
                                         "”",
                                         "／"};
  for (const std::string_view mark : kMarks) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

/// Writes a part of a sentence as code where it means something to Markdown.
std::string part_text(std::string_view part, MarkdownPlace place, std::size_t max_bytes) {
  const char* ends = part.find('(') == std::string_view::npos ? ".,;)" : ".,;";
  const std::size_t code = is_inert_word(part) ? 0 : part.find_last_not_of(ends) + 1;
  return markdown_code(part.substr(0, code), place, max_bytes) + std::string(part.substr(code));
}

/// Writes a word of a sentence, each part between marks by itself.
std::string word_text(std::string_view word, MarkdownPlace place, std::size_t max_bytes) {
  if (is_inert_word(word)) return std::string(word);
  std::string out;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t mark = leading_mark(word.substr(at));
    if (mark == 0) {
      ++at;
      continue;
    }
    out += part_text(word.substr(begin, at - begin), place, max_bytes);
    out += word.substr(at, mark);
    begin = at += mark;
  }
  return out + part_text(word.substr(begin), place, max_bytes);
}

}  // namespace

std::string markdown_code(std::string_view text, MarkdownPlace place, std::size_t max_bytes) {
  if (text.empty()) return "";
  const std::string safe = printable(text, max_bytes);
  const std::string content = place == MarkdownPlace::kCell ? without_bars(safe) : safe;
  const std::string fence(longest_run(content, '`') + 1, '`');
  const bool touches = content.front() == '`' || content.back() == '`';
  const bool is_trimmed = content.front() == ' ' && content.back() == ' ';
  const std::string gap = touches || is_trimmed ? " " : "";
  return fence + gap + content + gap + fence;
}

std::string markdown_block(std::string_view text) {
  const std::string fence(std::max<std::size_t>(longest_run(text, '`') + 1, 3), '`');
  return fence + "\n" + std::string(text) + fence + "\n";
}

std::string markdown_name(std::string_view text, MarkdownPlace place) {
  if (text.empty()) return "";
  // At the start of a line a digit or a hyphen could begin a list.
  const auto first = static_cast<unsigned char>(text.front());
  const bool is_plain = (std::isalpha(first) != 0 || first >= 0x80) && text.back() != ' ' &&
                        text.back() != '!' && text.find("www.") == std::string_view::npos &&
                        text == printable(text) && text.find("  ") == std::string_view::npos &&
                        std::all_of(text.begin(), text.end(), is_inert);
  return is_plain ? std::string(text) : markdown_code(text, place);
}

/// Shape: the mark that ends a sentence stays outside of the code, as it is no part of an address.
std::string markdown_text(std::string_view text, MarkdownPlace place, std::size_t max_bytes) {
  const std::string safe = printable(text, max_bytes);
  std::string out;
  for (std::size_t begin = 0; begin < safe.size();) {
    const std::size_t end = std::min(safe.find(' ', begin), safe.size());
    const std::string_view word = std::string_view(safe).substr(begin, end - begin);
    out += word_text(word, place, max_bytes);
    if (end < safe.size()) out += ' ';
    begin = end + 1;
  }
  return out;
}

std::string markdown_link(std::string_view text, std::string_view url, MarkdownPlace place) {
  const bool is_address =
      url.starts_with("https://") && std::all_of(url.begin(), url.end(), [](char c) {
        return c > ' ' && c < '\x7F' &&
               std::string_view("<>\\`|").find(c) == std::string_view::npos;
      });
  const std::string shown = markdown_code(text, place);
  return is_address ? "[" + shown + "](<" + std::string(url) + ">)" : shown;
}

}  // namespace simrules
