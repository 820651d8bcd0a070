#include "base/text.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include <fmt/format.h>
#include <utf8proc.h>

#include "base/unicode.h"

namespace simrules {
namespace {

std::u32string decode_all(std::string_view text) {
  std::u32string result;
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCodePoint decoded = decode_utf8(text, i);
    result += decoded.value;
    i += decoded.size;
  }
  return result;
}

/// Counts insertions, deletions, replacements and swaps of neighbours.
/// Source: optimal string alignment distance, Boytsov 2011, section 2.2.
std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  const std::size_t width = b.size() + 1;
  std::vector<std::size_t> cells((a.size() + 1) * width);
  const auto cell = [&](std::size_t i, std::size_t j) -> std::size_t& {
    return cells[i * width + j];
  };
  for (std::size_t j = 0; j <= b.size(); ++j) cell(0, j) = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    cell(i, 0) = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = cell(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1);
      cell(i, j) = std::min({replaced, cell(i - 1, j) + 1, cell(i, j - 1) + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cell(i, j) = std::min(cell(i, j), cell(i - 2, j - 2) + 1);
    }
  }
  return cell(a.size(), b.size());
}

/// Appends one character in a form that no terminal, log or runner acts upon.
void append_escaped(std::string& out, const DecodedCodePoint& decoded, std::string_view bytes) {
  if (decoded.value == U'\n') {
    out += "\\n";
  } else if (decoded.value == U'\r') {
    out += "\\r";
  } else if (decoded.value == U'\t') {
    out += "\\t";
  } else if (decoded.value == kInvalidCodePoint || decoded.value < 0x80) {
    out += fmt::format("\\x{:02X}", static_cast<unsigned char>(bytes[0]));
  } else {
    out += fmt::format("\\u{{{:X}}}", static_cast<std::uint32_t>(decoded.value));
  }
}

/// Finds the last character border at or before `max_bytes`.
std::size_t cut_offset(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text.size();
  std::size_t offset = max_bytes;
  while (offset > 0 && max_bytes - offset < 3 &&
         (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U) {
    --offset;
  }
  return offset;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Tells whether two words differ by capitals alone.
bool same_letters(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

/// Tells whether a word is the English plural of another: `countries` of `country`.
bool is_plural(std::string_view plural, std::string_view word) {
  if (word.size() < 3) return false;
  const std::string stem(word.substr(0, word.size() - 1));
  return same_letters(plural, std::string(word) + "s") ||
         (lower(word.back()) == 'y' && same_letters(plural, stem + "ies"));
}

/// Lists the other forms of the word, or else the candidates with the fewest edits, if they are few enough to be what was meant.
std::vector<std::string> nearest_ones(std::string_view word,
                                      const std::vector<std::string>& candidates) {
  const auto are_forms = [&](const std::string& candidate) {
    return same_letters(word, candidate) || is_plural(word, candidate) ||
           is_plural(candidate, word);
  };
  std::vector<std::string> forms;
  std::ranges::copy_if(candidates, std::back_inserter(forms), are_forms);
  if (!forms.empty()) return forms;
  const std::u32string wanted = decode_all(word);
  const std::size_t most = wanted.size() <= 4 ? 1 : 2;
  std::size_t best = std::min(most, wanted.size() - std::min<std::size_t>(wanted.size(), 1));
  std::vector<std::string> found;
  for (const std::string& candidate : candidates) {
    const std::u32string other = decode_all(candidate);
    const std::size_t least =
        std::max(wanted.size(), other.size()) - std::min(wanted.size(), other.size());
    const std::size_t distance = least > best ? least : edit_distance(wanted, other);
    if (distance > best) continue;
    if (distance < best) found.clear();
    best = distance;
    found.push_back(candidate);
  }
  return found;
}

}  // namespace

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

std::string in_capitals(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), to_upper);
  return out;
}

std::string in_small_letters(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), to_lower);
  return out;
}

std::string in_slug_letters(std::string_view text) {
  std::string out = in_small_letters(text);
  std::ranges::replace_if(
      out, [](char c) { return !is_alphanumeric(c); }, '-');
  return out;
}

std::string inside_sentence(std::string label) {
  const bool is_abbreviation = label.size() > 1 && is_upper(label[1]);
  if (!label.empty() && !is_abbreviation) label[0] = to_lower(label[0]);
  return label;
}

std::size_t count_code_points(std::string_view text) {
  const bool ascii = std::all_of(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii) return text.size();
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) i += decode_utf8(text, i).size;
  return count;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCodePoint decoded = decode_utf8(text, i);
    const bool valid = decoded.value != kInvalidCodePoint;
    const int columns =
        valid ? utf8proc_charwidth(static_cast<utf8proc_int32_t>(decoded.value)) : 1;
    width += static_cast<std::size_t>(std::max(columns, 0));
    i += decoded.size;
  }
  return width;
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const DecodedCodePoint decoded = decode_utf8(text, i);
    if (decoded.value == kInvalidCodePoint) return i;
    i += decoded.size;
  }
  return std::nullopt;
}

std::string printable(std::string_view text, std::size_t max_bytes) {
  const std::size_t end = cut_offset(text, max_bytes);
  std::string out;
  out.reserve(end);
  for (std::size_t i = 0; i < end;) {
    const DecodedCodePoint decoded = decode_utf8(text, i);
    const std::string_view bytes = text.substr(i, decoded.size);
    const bool unsafe = decoded.value == kInvalidCodePoint || is_control(decoded.value) ||
                        is_invisible(decoded.value);
    // A runner takes `##[name]` for a command wherever it stands in a line.
    const bool command = i > 0 && text.substr(i - 1, 3) == "##[";
    if (command) {
      out += "\\u{23}";
    } else if (unsafe) {
      append_escaped(out, decoded, bytes);
    } else {
      out += bytes;
    }
    i += decoded.size;
  }
  if (end < text.size()) out += fmt::format("…(+{} bytes)", text.size() - end);
  return out;
}

std::string quoted(std::string_view text) {
  std::string out = "`";
  for (const char c : printable(text)) {
    // A backtick inside would end the quotation and let the rest act as markup.
    out += c == '`' ? std::string("\\u{60}") : std::string(1, c);
  }
  return out + "`";
}

std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates) {
  const std::vector<std::string> found = nearest_ones(word, candidates);
  return found.empty() ? std::nullopt : std::optional(found.front());
}

bool is_clearly_nearest(std::string_view word, const std::vector<std::string>& candidates) {
  return nearest_ones(word, candidates).size() == 1;
}

std::string quoted_list(const std::vector<std::string>& words, std::string_view conjunction) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool last = i + 1 == words.size();
    if (i > 0) out += last ? fmt::format(" {} ", conjunction) : ", ";
    out += quoted(words[i]);
  }
  return out;
}

}  // namespace simrules
