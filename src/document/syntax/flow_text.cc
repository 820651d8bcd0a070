#include "document/syntax/flow_text.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "document/spans.h"

namespace simrules {
namespace {

/// Walks over one line of flow style, past what stands in quotes.
/// Shape: `visit` gets each sign outside of quotes with its offset, and ends the walk by `false`.
template <typename Visit>
void for_each_sign(std::string_view text, SourceSpan line, const Visit& visit) {
  for (std::size_t i = line.begin; i < line.end;) {
    const bool opens = text[i] == '"' || text[i] == '\'';
    const bool at_start = i == line.begin || std::string_view(" [{").find(text[i - 1]) < 3;
    if (opens && at_start) {
      const auto end = quoted_end(text, i);
      if (!end || *end > line.end) return;
      i = *end;
      continue;
    }
    if (!visit(i, text[i])) return;
    ++i;
  }
}

/// Finds the innermost mapping of a line that is open at an offset, between its braces.
std::optional<SourceSpan> mapping_around(std::string_view text, SourceSpan line, std::size_t at) {
  std::vector<std::size_t> open;
  std::optional<SourceSpan> found;
  for_each_sign(text, line, [&](std::size_t i, char sign) {
    if (sign == '{' || sign == '[') open.push_back(i);
    if ((sign == '}' || sign == ']') && !open.empty()) {
      const std::size_t begin = open.back();
      open.pop_back();
      if (begin < at && at <= i && text[begin] == '{') found = SourceSpan{begin + 1, i};
    }
    return !found;
  });
  return found;
}

/// Splits a mapping at the `, ` between its members.
std::vector<SourceSpan> parts_of(std::string_view text, SourceSpan mapping) {
  std::vector<SourceSpan> parts = {{mapping.begin, mapping.end}};
  int depth = 0;
  for_each_sign(text, mapping, [&](std::size_t i, char sign) {
    if (sign == '{' || sign == '[') ++depth;
    if (sign == '}' || sign == ']') --depth;
    if (sign == ',' && depth == 0) {
      parts.back().end = i;
      parts.push_back({std::min(i + 1, mapping.end), mapping.end});
    }
    return true;
  });
  for (SourceSpan& part : parts) {
    while (part.begin < part.end && text[part.begin] == ' ') ++part.begin;
    while (part.end > part.begin && text[part.end - 1] == ' ') --part.end;
  }
  return parts;
}

/// Returns where the value of a member begins; nothing where no key does.
std::optional<std::size_t> value_of(std::string_view text, SourceSpan part) {
  const std::string_view member = text.substr(part.begin, part.end - part.begin);
  const std::size_t colon = member.find(": ");
  const bool is_key =
      colon != member.npos && member.substr(0, colon).find_first_of(" ,{}[]\"'") == member.npos;
  return is_key ? std::optional(part.begin + colon + 2) : std::nullopt;
}

/// Reads a number that is written as in prose: `1980` for `1,980`, `"2.59"` for `2,59`; empty for any
/// other text.
std::string number_in_prose(const std::string& raw) {
  const std::size_t comma = raw.find(',');
  std::string digits = raw;
  std::erase(digits, ',');
  const bool is_number =
      comma != raw.npos && comma > 0 && std::all_of(digits.begin(), digits.end(), is_digit);
  if (!is_number) return "";
  constexpr std::size_t kGroup = 4;
  bool is_grouped = comma < kGroup && (raw.size() - comma) % kGroup == 0;
  for (std::size_t i = comma; is_grouped && i < raw.size(); i += kGroup) is_grouped = raw[i] == ',';
  if (is_grouped) return digits;
  const bool is_decimal = raw.find(',', comma + 1) == raw.npos && comma + 1 < raw.size();
  return is_decimal ? "\"" + raw.substr(0, comma) + "." + raw.substr(comma + 1) + "\"" : "";
}

}  // namespace

std::optional<BrokenText> find_broken_text(std::string_view text, std::size_t at) {
  const std::size_t begin = at - static_cast<std::size_t>(byte_column(text, at));
  const SourceSpan line{begin, std::min(text.find('\n', begin), text.size())};
  const auto mapping = mapping_around(text, line, at);
  if (!mapping) return std::nullopt;
  const std::vector<SourceSpan> parts = parts_of(text, *mapping);
  std::optional<BrokenText> found;
  for (const SourceSpan& part : parts) {
    if (const auto value = value_of(text, part)) {
      if (found && found->broken.end > 0 && at < part.begin) break;
      found = BrokenText{{*value, part.end}, {0, 0}};
      const std::string_view rest = text.substr(*value, part.end - *value);
      const bool is_plain =
          !rest.empty() && std::string_view("\"'[{").find(rest[0]) == std::string_view::npos;
      if (!is_plain) {
        found.reset();
      } else if (const std::size_t colon = rest.find(": "); colon != rest.npos) {
        found->broken = {*value + colon, *value + colon + 1};
      }
    } else if (found) {
      if (found->broken.end == 0) found->broken = part;
      found->text.end = part.end;
    }
  }
  const bool holds =
      found && found->broken.end > 0 && found->text.begin <= at && at <= found->text.end;
  return holds ? found : std::nullopt;
}

Fault broken_text_finding(std::string_view text, const BrokenText& broken) {
  const std::string raw(text.substr(broken.text.begin, broken.text.end - broken.text.begin));
  if (const std::string number = number_in_prose(raw); !number.empty()) {
    return {.check = "null-value",
            .span = broken.text,
            .message = "a `,` inside `{}` ends the number before it",
            .help = fmt::format("write {}", quoted(number)),
            .fix = FaultFix{fmt::format("write {}", quoted(number)), {{broken.text, number}}}};
  }
  std::string notation = "\"";
  for (const char c : raw)
    notation += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  notation += '"';
  const bool colon = text[broken.broken.begin] == ':';
  return {
      .check = colon ? "yaml-syntax" : "null-value",
      .span = broken.broken,
      .message = colon ? fmt::format("a `: ` inside `{{}}` makes a key of the text before it")
                       : fmt::format("a `, ` inside `{{}}` ends the text before it, so {} is "
                                     "read as a key",
                                     quoted(text.substr(broken.broken.begin,
                                                        broken.broken.end - broken.broken.begin))),
      .help = fmt::format("quote it: {}", quoted(notation)),
      .fix = FaultFix{"put the text in quotes", {{broken.text, notation}}}};
}

}  // namespace simrules
