#include "document/syntax/finding.h"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"
#include "document/spans.h"
#include "document/syntax/cause.h"
#include "document/syntax/flow_text.h"
#include "document/syntax/merge_conflict.h"

namespace simrules {
namespace {

/// What a message of the YAML parser means to the writer of a file.
struct SyntaxMessage {
  std::string_view parser_text;
  std::string_view check;
  const char* message;
  const char* help;
};

constexpr std::string_view kSyntax = "yaml-syntax";
constexpr const char* kQuoteProperty = "put the text in quotes if the character belongs to it";

constexpr std::array<SyntaxMessage, 31> kMessages{{
    {"end of map not found",
     kSyntax,
     "this does not continue the mapping above",
     "start the keys of one mapping in the same column, each with `: ` behind it"},
    {"end of map flow not found",
     kSyntax,
     "a mapping in `{` is not closed before this",
     "close it with `}` and put commas between its members"},
    {"end of sequence not found",
     kSyntax,
     "this does not continue the list above",
     "start the items of one list in the same column, each with `- ` before it"},
    {"end of sequence flow not found",
     kSyntax,
     "a list in `[` is not closed before this",
     "close it with `]` and put commas between its items"},
    {"illegal flow end",
     kSyntax,
     "this bracket closes nothing",
     "delete it, or put the text in quotes if the bracket belongs to it"},
    {"illegal block entry",
     kSyntax,
     "a list item cannot start here",
     "start the list on a line of its own"},
    {"illegal map key",
     kSyntax,
     "a key cannot start here",
     "start the key on a line of its own, in the column of its neighbours"},
    {"illegal map value",
     kSyntax,
     "a `:` cannot stand here",
     "put the text in quotes if the colon belongs to it, else start the key on a line of its own"},
    {"unknown token",
     kSyntax,
     "no value can start with this character",
     "put the text in quotes if the character belongs to it"},
    {"unknown escape character",
     kSyntax,
     "the quoted text holds an escape that YAML does not know",
     "write a backslash as `\\\\`, or put the text in single quotes"},
    {"bad character found while scanning hex number",
     kSyntax,
     "the escape lacks hexadecimal digits",
     "write the character itself"},
    {"invalid unicode",
     kSyntax,
     "the escape stands for no character",
     "write the character itself"},
    {"illegal EOF in scalar",
     "unclosed-quote",
     "the quoted text is not closed before the file ends",
     "close it with the quote that it starts with"},
    {"illegal document indicator in scalar",
     "unclosed-quote",
     "the quoted text is not closed before this line",
     "close it with the quote that it starts with"},
    {"illegal character in scalar",
     kSyntax,
     "this character cannot stand in unquoted text",
     "put the text in quotes"},
    {"illegal tab when looking for indentation",
     "tab-indentation",
     "a tab stands in the indentation",
     "indent with spaces"},
    {"cannot set zero indentation for a block scalar",
     kSyntax,
     "a block of text cannot have an indentation of 0",
     "write `|` or `>` alone"},
    {"unexpected character in block scalar",
     kSyntax,
     "text cannot stand in the line of `|` or `>`",
     "start the text on the next line"},
    {"bad file", "too-deep", "values are nested too deep", "flatten the structure"},
    {"alias not found after *", "alias", "`*` starts an alias", kQuoteProperty},
    {"anchor not found after &", "anchor", "`&` starts an anchor", kQuoteProperty},
    {"illegal character found while scanning alias",
     "alias",
     "`*` starts an alias",
     kQuoteProperty},
    {"illegal character found while scanning anchor",
     "anchor",
     "`&` starts an anchor",
     kQuoteProperty},
    {"the referenced anchor is not defined",
     "alias",
     "`*` starts an alias",
     "write the value out; put the text in quotes if the `*` belongs to it"},
    {"cannot assign multiple anchors",
     "anchor",
     "`&` starts an anchor",
     "write the value out where it is needed"},
    {"cannot assign multiple aliases", "alias", "`*` starts an alias", "write the value out"},
    {"aliases can't have any content", "alias", "`*` starts an alias", "write the value out"},
    {"cannot assign multiple tags", "tag", "`!` starts a tag", kQuoteProperty},
    {"tag handle with no suffix", "tag", "`!` starts a tag", kQuoteProperty},
    {"illegal character found while scanning tag handle",
     "tag",
     "`!` starts a tag",
     kQuoteProperty},
    {"end of verbatim tag not found", "tag", "`!` starts a tag", kQuoteProperty},
}};

constexpr SyntaxMessage kGeneral{"",
                                 kSyntax,
                                 "this cannot be read as YAML",
                                 "check the indentation, the quotes and the brackets before it"};

const SyntaxMessage& find_message(std::string_view parser_text) {
  const auto found = std::find_if(kMessages.begin(), kMessages.end(), [&](const auto& row) {
    return parser_text.starts_with(row.parser_text);
  });
  return found == kMessages.end() ? kGeneral : *found;
}

const char* help_after_quote(char quote, bool apart) {
  if (apart) return "put the whole text in one pair of quotes";
  return quote == '"' ? "write a quote inside the text as `\\\"`"
                      : "write an apostrophe inside the text as `''`";
}

/// Returns where the line of an offset starts, behind its indentation.
std::size_t line_content(std::string_view text, std::size_t at) {
  return text.find_first_not_of(' ', at - static_cast<std::size_t>(byte_column(text, at)));
}

/// Finds the whole token that an error is about: the parser names its first byte, or the one behind
/// an escape.
SourceSpan find_span(std::string_view text, std::size_t at, const SyntaxMessage& row) {
  const std::size_t backslash = text.rfind('\\', at == 0 ? 0 : at - 1);
  const bool escape = std::string_view(row.message).find("escape") != std::string_view::npos;
  if (escape && backslash != std::string_view::npos) return {backslash, at};
  if (at == text.size()) return {at, at};
  const bool property = std::string_view("&*!").find(text[at]) != std::string_view::npos;
  return {at, property ? property_end(text, at) : at + decode_utf8(text, at).size};
}

Fault space_finding(std::string_view text, SourceSpan key) {
  return {.check = kSyntax.data(),
          .span = key,
          .message = fmt::format("there is no space behind {}",
                                 quoted(text.substr(key.begin, key.end - key.begin))),
          .help = "put a space behind the `:`"};
}

Fault bracket_finding(const SyntaxCause& cause, const SourceFile& source) {
  const bool list = source.text()[cause.span.begin] == '[';
  Fault finding{.check = kSyntax.data(),
                .span = cause.span,
                .message = "this bracket is not closed",
                .help = list ? "close it with `]` and put commas between its items"
                             : "close it with `}` and put commas between its members"};
  if (cause.evidence.begin < source.text().size()) {
    finding.notes.push_back({source.place(cause.evidence), "it should close before this"});
  }
  return finding;
}

/// Says what to mend at the place of a cause.
Fault cause_finding(const SyntaxCause& cause, const SourceFile& source) {
  const std::string_view text = source.text();
  const std::string_view place = text.substr(cause.span.begin, cause.span.end - cause.span.begin);
  switch (cause.kind) {
    case CauseKind::kQuote:
      return unclosed_quote_finding(text, cause.span.begin);
    case CauseKind::kBracket:
      return bracket_finding(cause, source);
    case CauseKind::kWrongBracket:
      return {.check = kSyntax.data(),
              .span = cause.span,
              .message = "this does not close the bracket that is open",
              .help = "close that one first; put the text in quotes if the bracket belongs to it",
              .notes = {{source.place(cause.evidence), "it opens here"}}};
    case CauseKind::kTextBehindQuote:
      return {.check = kSyntax.data(),
              .span = find_span(text, cause.span.begin, kGeneral),
              .message = "text follows the closing quote",
              .help = help_after_quote(text[cause.evidence.begin],
                                       cause.evidence.end < cause.span.begin)};
    case CauseKind::kSpace:
      return space_finding(text, cause.span);
    case CauseKind::kDash:
      return {.check = kSyntax.data(),
              .span = cause.span,
              .message = "there is no space behind this dash",
              .help = "put a space behind it if it starts a list item"};
    case CauseKind::kIndentation:
      return {.check = kSyntax.data(),
              .span = cause.span,
              .message = "nothing else starts in the column of this line",
              .help = "indent it like its neighbours"};
    case CauseKind::kColon:
      break;
  }
  return {.check = kSyntax.data(),
          .span = cause.span,
          .message = fmt::format("{} is no key without a `:`", quoted(place)),
          .help = "put `: ` behind it, or check its indentation if it continues the text above"};
}

/// Tells whether no key stands before a colon in its line.
bool is_first_colon(std::string_view text, std::size_t at) {
  const std::size_t begin = line_content(text, at);
  return text.substr(begin, at - begin).find(": ") == std::string_view::npos;
}

/// Returns the first of what may explain an error: all behind it is read wrongly.
std::optional<SyntaxCause> find_cause(std::string_view text,
                                      std::size_t at,
                                      std::string_view parser_text) {
  const bool folded = parser_text == "illegal map value";
  const std::optional<SyntaxCause> unclosed = find_unclosed(text, at);
  const std::optional<SyntaxCause> colon = folded ? find_missing_colon(text, at) : std::nullopt;
  if (colon && (!unclosed || colon->span.begin < unclosed->span.begin)) return colon;
  const bool column = (folded && is_first_colon(text, at)) ||
                      parser_text == "end of map not found" ||
                      parser_text == "end of sequence not found";
  return unclosed || !column ? unclosed : find_bad_indentation(text, at);
}

}  // namespace

SourceSpan rest_of_line(std::string_view text, std::size_t at) {
  return {at, std::min(text.find('\n', at), text.size())};
}

Fault unclosed_quote_finding(std::string_view text, std::size_t at) {
  return {.check = "unclosed-quote",
          .span = rest_of_line(text, at),
          .message = "the quote that opens here does not close where it should",
          .help = "close it in the same line"};
}

std::optional<Fault> folded_keys_finding(std::string_view text, SourceSpan span) {
  int lines = 0;
  for (std::size_t at = span.begin; at < span.end; ++lines) {
    const SourceSpan line = rest_of_line(text, at);
    if (!colon_without_space(text.substr(at, line.end - at))) return std::nullopt;
    at = skip_blank(text, line.end);
  }
  if (lines < 2) return std::nullopt;
  const std::size_t colon = text.find(':', span.begin);
  return space_finding(text, {span.begin, colon + 1});
}

Fault second_root_finding(std::string_view text, const DocumentBuilder& builder, std::size_t at) {
  const std::optional<SyntaxCause> cause = find_unclosed(text, at);
  if (cause && cause->kind == CauseKind::kQuote) {
    return unclosed_quote_finding(text, cause->span.begin);
  }
  const char* help = "write the file as a YAML mapping: one `key: value` in each line";
  if (builder.root_has_children()) {
    const bool sign =
        at < text.size() && std::string_view(",;}])").find(text[at]) != std::string_view::npos;
    help = sign ? "delete it, or put the text in quotes if it belongs to it"
                : "check its indentation; lists and mappings do not mix";
  }
  return {.check = kSyntax.data(),
          .span = rest_of_line(text, at),
          .message = builder.end() == 0 ? "a document cannot start with this"
                                        : "this does not belong to the value above",
          .help = help};
}

Fault syntax_finding(std::string_view parser_text,
                     std::size_t at,
                     const DocumentBuilder& builder,
                     const SourceFile& source) {
  const std::string_view text = source.text();
  if (auto marker = stray_marker_finding(text, at)) return *std::move(marker);
  if (parser_text == "end of map flow not found") {
    if (const auto broken = find_broken_text(text, at)) return broken_text_finding(text, *broken);
  }
  if (const auto cause = find_cause(text, at, parser_text)) return cause_finding(*cause, source);
  const SyntaxMessage& row = find_message(parser_text);
  Fault finding{.check = row.check.data(),
                .span = find_span(text, at, row),
                .message = row.message,
                .help = row.help};
  if (parser_text.ends_with("flow not found") && !builder.at_root()) {
    const SourceSpan bracket{builder.begin(), builder.begin() + 1};
    finding.notes.push_back({source.place(bracket), "it opens here"});
  } else if (parser_text == "illegal map value" && is_first_colon(text, at)) {
    finding.span.begin = line_content(text, at);
    finding.message = "this line is read as a part of the value above";
    finding.help = kMessages[0].help;
  }
  return finding;
}

}  // namespace simrules
