#include "document/byte_checks.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"
#include "document/spans.h"

namespace simrules {
namespace {

/// A finding within a text, before its offset in the file is known.
struct TextFinding {
  Fault finding;
  bool parsable = false;
};

/// A check-out can bring back what an editor has just taken out.
constexpr const char* kLineEndHelp =
    "save the file with LF line ends; where git brings others back, `* text eol=lf` in "
    "`.gitattributes` keeps it from that";

std::string code_point_name(char32_t c) {
  return fmt::format("U+{:04X}", static_cast<std::uint32_t>(c));
}

TextFinding control_finding(char32_t c, SourceSpan span) {
  const bool tab = c == U'\t';
  const char* help = c == U'\r' ? kLineEndHelp : "delete it";
  return {
      {.check = "control-character",
       .span = span,
       .message = fmt::format(
           "the control character {}{} is not allowed", code_point_name(c), tab ? " (a tab)" : ""),
       .help = tab ? "put spaces in its place" : help,
       .fix =
           FaultFix{tab ? "put a space in its place" : "delete it", {{span, tab ? " " : ""}}, tab}},
      false};
}

std::optional<TextFinding> find_in_character(std::string_view text, std::size_t offset) {
  const DecodedCodePoint decoded = decode_utf8(text, offset);
  const SourceSpan span{offset, offset + decoded.size};
  if (decoded.value == kInvalidCodePoint) {
    return TextFinding{{.check = "invalid-utf8",
                        .span = span,
                        .message = fmt::format("the byte 0x{:02X} is not valid UTF-8 here",
                                               static_cast<unsigned char>(text[offset])),
                        .help = "save the file as UTF-8"},
                       false};
  }
  if (is_control(decoded.value)) return control_finding(decoded.value, span);
  if (!is_invisible(decoded.value) || is_spelling_joiner(text, offset)) return std::nullopt;
  return TextFinding{{.check = "invisible-character",
                      .span = span,
                      .message = fmt::format("the character {} cannot be seen, or has no meaning "
                                             "that all readers share",
                                             code_point_name(decoded.value)),
                      .help = "delete it",
                      .fix = FaultFix{"delete it", {{span, ""}}}},
                     true};
}

std::optional<TextFinding> find_not_nfc(std::string_view text) {
  if (is_nfc(text)) return std::nullopt;
  const std::string composed = to_nfc(text);
  const auto [at, other] =
      std::mismatch(text.begin(), text.end(), composed.begin(), composed.end());
  auto begin = static_cast<std::size_t>(at - text.begin());
  while (begin > 0 &&
         (begin == text.size() || (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U)) {
    --begin;
  }
  std::size_t end = begin + decode_utf8(text, begin).size;
  if (end < text.size()) end += decode_utf8(text, end).size;
  return TextFinding{
      {.check = "not-nfc",
       .span = {begin, end},
       .message = fmt::format("{} is not in Unicode normalization form C",
                              quoted(text.substr(begin, end - begin))),
       .help = "type it again as one character, or save the file in normalization form C",
       .fix = FaultFix{"normalize the line", {{{0, text.size()}, composed}}}},
      true};
}

const char* name_of(Script script) {
  constexpr std::array<const char*, 4> kNames{"other", "Latin", "Greek", "Cyrillic"};
  return kNames[static_cast<std::size_t>(script)];
}

/// How many letters of each script a word has.
using ScriptCounts = std::array<std::size_t, 4>;

/// Names the script that most letters of a word have; Latin before others that have as many.
Script main_script(const ScriptCounts& counts) {
  const auto most = std::max_element(counts.begin() + 1, counts.end());
  return static_cast<Script>(most - counts.begin());
}

/// Finds the first letter of a word that has another script than most of it; what looks alike
/// deceives.
std::optional<TextFinding> find_odd_letter(std::string_view text, SourceSpan word) {
  ScriptCounts counts{};
  for (std::size_t i = word.begin; i < word.end;) {
    const DecodedCodePoint letter = decode_utf8(text, i);
    ++counts[static_cast<std::size_t>(script_of(letter.value))];
    i += letter.size;
  }
  const Script most = main_script(counts);
  for (std::size_t i = word.begin; i < word.end;) {
    const DecodedCodePoint letter = decode_utf8(text, i);
    const Script script = script_of(letter.value);
    if (script != Script::kOther && script != most) {
      return TextFinding{
          {.check = "mixed-script",
           .span = {i, i + letter.size},
           .message = fmt::format("the letter {} ({}) of {} is {}, most of the word is {}",
                                  quoted(text.substr(i, letter.size)),
                                  code_point_name(letter.value),
                                  quoted(text.substr(word.begin, word.end - word.begin)),
                                  name_of(script),
                                  name_of(most)),
           .help = fmt::format("type the whole word in {} letters", name_of(most))},
          true};
    }
    i += letter.size;
  }
  return std::nullopt;
}

/// Shape: `is_raw` tells that a backslash may stand for itself or begin an escape such as \n, whose
///        letter belongs to no word.
std::optional<TextFinding> find_mixed_script(std::string_view text, bool is_raw) {
  std::size_t word = 0;
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCodePoint decoded = decode_utf8(text, i);
    const bool escape = is_raw && decoded.value == U'\\' && i + 1 < text.size();
    const std::size_t end = i + decoded.size;
    if (!escape && is_word_character(decoded.value)) {
      i = end;
      continue;
    }
    if (std::optional<TextFinding> found = find_odd_letter(text, {word, i})) return found;
    i = end + (escape ? decode_utf8(text, i + 1).size : 0);
    word = i;
  }
  return find_odd_letter(text, {word, text.size()});
}

std::optional<TextFinding> find_in_words(std::string_view text, bool is_raw) {
  std::optional<TextFinding> found = find_not_nfc(text);
  return found ? found : find_mixed_script(text, is_raw);
}

bool is_plain_ascii(char c) { return c >= 0x20 && c < 0x7F; }

/// Finds the first thing wrong in one line of YAML; a carriage return is counted apart.
std::optional<TextFinding> find_in_line(std::string_view line) {
  const std::size_t content = std::min(line.find_first_not_of(" \t"), line.size());
  const std::size_t tab = line.substr(0, content).find('\t');
  if (tab != std::string_view::npos) {
    return TextFinding{{.check = "tab-indentation",
                        .span = {tab, tab + 1},
                        .message = "a tab stands in the indentation",
                        .help = "indent with spaces, two for each level"},
                       false};
  }
  bool ascii = true;
  for (std::size_t i = content; i < line.size();) {
    if (is_plain_ascii(line[i])) {
      ++i;
      continue;
    }
    if (std::optional<TextFinding> found = find_in_character(line, i)) return found;
    i += decode_utf8(line, i).size;
    ascii = false;
  }
  return ascii ? std::nullopt : find_in_words(line, true);
}

TextFinding line_too_long(std::size_t size, std::size_t limit) {
  return {{.check = "line-too-long",
           .span = {limit, size},
           .message =
               fmt::format("the line has {} bytes, more than {}, the limit of a line", size, limit),
           .help = "break the line"},
          false};
}

/// Reports a finding whose places count from `offset`; tells whether the text can still be parsed.
bool report_at(std::size_t offset, TextFinding found, Reporter& reporter) {
  found.finding.span.begin += offset;
  found.finding.span.end += offset;
  if (found.finding.fix) {
    for (Replacement& part : found.finding.fix->replacements) {
      part.span.begin += offset;
      part.span.end += offset;
    }
  }
  reporter.report(std::move(found.finding));
  return found.parsable;
}

bool check_file_size(const DocumentLimits& limits, Reporter& reporter) {
  const std::size_t size = reporter.source().text().size();
  if (size <= limits.file_bytes) return true;
  reporter.report(
      {.check = "file-too-large",
       .span = {},
       .message = fmt::format(
           "the file has {} bytes, more than {}, the limit of a file", size, limits.file_bytes),
       .help = "split it into smaller files"});
  return false;
}

bool check_byte_order_mark(Reporter& reporter) {
  if (!reporter.source().text().starts_with(kByteOrderMark)) return true;
  reporter.report({.check = "byte-order-mark",
                   .span = {0, kByteOrderMark.size()},
                   .message = "the file starts with a byte order mark",
                   .help = "save the file as UTF-8 without a byte order mark; where git brings one "
                           "back, take `working-tree-encoding` out of `.gitattributes`, which "
                           "`* text eol=lf` is enough for",
                   .fix = FaultFix{"remove it", {{{0, kByteOrderMark.size()}, ""}}}});
  return false;
}

/// Tells whether a file looks like UTF-16: its mark, or a NUL beside each of the first letters.
bool looks_like_utf16(std::string_view text) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return true;
  if (text.size() < 4) return false;
  const auto is_nul = [&](std::size_t i) { return text[i] == '\0'; };
  return (is_nul(0) && is_nul(2) && !is_nul(1) && !is_nul(3)) ||
         (is_nul(1) && is_nul(3) && !is_nul(0) && !is_nul(2));
}

bool check_encoding(Reporter& reporter) {
  const std::string_view text = reporter.source().text();
  if (!looks_like_utf16(text)) return true;
  reporter.report(
      {.check = "invalid-utf8",
       .span = {0, 2},
       .message = "the file is UTF-16, not UTF-8",
       .help = fmt::format("convert it: `iconv -f UTF-16{} -t UTF-8 FILE >NEW`, and save "
                           "it as UTF-8 from then on",
                           text[0] == '\0'                        ? "BE"
                           : text[1] == '\0' && text[0] != '\xFF' ? "LE"
                                                                  : "")});
  return false;
}

/// Counts the lines that end in a carriage return: one defect of the editor, one finding.
struct CarriageReturns {
  std::vector<Replacement> removals;

  std::string_view strip(std::string_view line, std::size_t offset) {
    if (!line.ends_with('\r')) return line;
    line.remove_suffix(1);
    const std::size_t at = offset + line.size();
    // Where carriage returns alone end lines, the first of them is reported as such.
    if (line.find('\r') == std::string_view::npos) removals.push_back({{at, at + 1}, ""});
    return line;
  }

  void check(Reporter& reporter) const {
    const std::size_t lines = removals.size();
    if (lines == 0) return;
    reporter.report({.check = "carriage-return",
                     .span = removals.front().span,
                     .message = lines == 1
                                    ? std::string("the line ends with a carriage return")
                                    : fmt::format("{} lines end with a carriage return", lines),
                     .help = kLineEndHelp,
                     .fix = FaultFix{"remove the carriage returns", removals}});
  }
};

bool is_content(std::string_view line) {
  const std::size_t content = line.find_first_not_of(' ');
  return content != std::string_view::npos && line[content] != '#';
}

}  // namespace

bool check_yaml_bytes(const DocumentLimits& limits, Reporter& reporter) {
  if (!check_file_size(limits, reporter) || !check_encoding(reporter)) return false;
  const std::string_view text = reporter.source().text();
  const bool marked = !check_byte_order_mark(reporter);
  bool parsable = true;
  bool before_content = true;
  CarriageReturns carriage_returns;
  for (std::size_t start = marked ? kByteOrderMark.size() : 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = carriage_returns.strip(text.substr(start, end - start), start);
    std::optional<TextFinding> found;
    if (line.size() > limits.line_bytes) {
      found = line_too_long(line.size(), limits.line_bytes);
    } else if (before_content && line.starts_with('%')) {
      found = TextFinding{{.check = "directive",
                           .span = {0, line.size()},
                           .message = fmt::format("{} is a directive", quoted(line)),
                           .help = "delete the line; policy files are YAML 1.2 without directives"},
                          false};
    } else {
      found = find_in_line(line);
    }
    before_content = before_content && !is_content(line);
    if (found) parsable = report_at(start, std::move(*found), reporter) && parsable;
    start = end + 1;
  }
  carriage_returns.check(reporter);
  return parsable;
}

bool check_json_bytes(const DocumentLimits& limits, Reporter& reporter) {
  if (!check_file_size(limits, reporter) || !check_encoding(reporter) ||
      !check_byte_order_mark(reporter)) {
    return false;
  }
  const std::string_view text = reporter.source().text();
  if (const std::optional<std::size_t> offset = find_invalid_utf8(text)) {
    return report_at(0, *find_in_character(text, *offset), reporter);
  }
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    if (end - start > limits.line_bytes) {
      return report_at(start, line_too_long(end - start, limits.line_bytes), reporter);
    }
    start = end + 1;
  }
  return true;
}

void check_decoded_text(std::string_view text,
                        SourceSpan span,
                        const std::string& pointer,
                        TextChecks checks,
                        Reporter& reporter) {
  std::optional<TextFinding> found;
  for (std::size_t i = 0; i < text.size() && !found;) {
    const bool fine = is_plain_ascii(text[i]) || text[i] == '\n';
    if (!fine) found = find_in_character(text, i);
    i += fine ? 1 : decode_utf8(text, i).size;
  }
  if (!found && checks == TextChecks::kCharactersAndWords) found = find_in_words(text, false);
  if (!found) return;
  const char32_t character = decode_utf8(text, found->finding.span.begin).value;
  const std::string_view file = reporter.source().text();
  found->finding.span = find_escape_of(file, span, character).value_or(span);
  found->finding.pointer = pointer;
  // The characters are not in the file as such: escapes stand for them.
  found->finding.fix = std::nullopt;
  reporter.report(std::move(found->finding));
}

}  // namespace simrules
