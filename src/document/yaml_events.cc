#include "document/yaml_events.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/pointer.h"
#include "base/text.h"
#include "document/byte_checks.h"
#include "document/spans.h"
#include "document/syntax/finding.h"
#include "document/syntax/null.h"

namespace simrules {
namespace {

/// Puts a scalar that is written in one line and has no quotes into some.
FaultFix in_quotes(std::string_view text, SourceSpan span, bool safe) {
  const std::string raw(text.substr(span.begin, span.end - span.begin));
  return {"put it in quotes", {{span, '"' + raw + '"'}}, safe};
}

/// Tells whether a key of flow style has no value, which is told by itself.
bool ends_member(std::string_view text, SourceSpan key) {
  const char next = char_at(text, text.find_first_not_of(' ', key.end));
  return next == ',' || next == '}';
}

std::string shown(std::string_view text, SourceSpan span) {
  return quoted(text.substr(span.begin, span.end - span.begin));
}

}  // namespace

void YamlEvents::start_document(std::size_t at) {
  if (documents_++ == 0) return;
  flush();
  const std::size_t end = std::min(builder_.end(), at);
  const bool separated = text_.substr(at).starts_with("---") ||
                         text_.substr(end, at - end).find("\n...") != std::string_view::npos;
  if (separated) {
    reporter_.report({.check = "second-document",
                      .span = rest_of_line(text_, at),
                      .message = "a second document starts here",
                      .help = "put it into a file of its own"});
  } else if (!reporter_.failed()) {
    reporter_.report(second_root_finding(text_, builder_, at));
  }
  throw Stop{};
}

void YamlEvents::open(std::size_t at, nlohmann::json::value_t type, bool marked) {
  if (skipping_ > 0) {
    ++skipping_;
    return;
  }
  flush();
  if (marked) at = skip_properties(at);
  if (!builder_.expects_key()) {
    if (!builder_.open(type, at)) throw Stop{};
    return;
  }
  held_ = Fault{.check = "non-string-key",
                .span = {at, at + 1},
                .message = "a list or a mapping cannot be a key",
                .help = "use a word as the key, in quotes if it starts with a bracket",
                .pointer = builder_.next_pointer(),
                .lacking = builder_.next_pointer()};
  builder_.refused_key({at, at}, "");
  skipping_ = 1;
}

void YamlEvents::close() {
  if (skipping_ > 0) {
    --skipping_;
    return;
  }
  const char first = char_at(text_, builder_.begin());
  const bool flow = first == '[' || first == '{';
  builder_.close(flow ? flow_end(text_, builder_.end()) : builder_.end());
}

void YamlEvents::refuse_property(SourceSpan span) {
  const bool anchor = text_[span.begin] == '&';
  reporter_.report(
      {.check = anchor ? "anchor" : "tag",
       .span = span,
       .message = fmt::format("{} is {}", shown(text_, span), anchor ? "an anchor" : "a tag"),
       .help = anchor ? "delete it and write the value out where it is needed"
                      : "delete it; put the value in quotes if it is text",
       .pointer = builder_.next_pointer()});
}

/// Reports anchors and tags; returns where the value behind them starts.
std::size_t YamlEvents::skip_properties(std::size_t at) {
  while (char_at(text_, at) == '&' || char_at(text_, at) == '!') {
    const SourceSpan span{at, property_end(text_, at)};
    // A mapping and its first key may both claim the same one.
    if (at >= properties_end_) refuse_property(span);
    properties_end_ = span.end;
    at = skip_blank(text_, span.end);
  }
  return at;
}

void YamlEvents::alias(std::size_t at) {
  if (skipping_ > 0) return;
  flush();
  const SourceSpan span{at, property_end(text_, at)};
  reporter_.report({.check = "alias",
                    .span = span,
                    .message = fmt::format("{} is an alias", shown(text_, span)),
                    .help = "write the value out",
                    .pointer = builder_.next_pointer()});
  place_refused(span);
}

SourceSpan YamlEvents::scalar_span(std::size_t begin, const std::string& value) {
  const char first = char_at(text_, begin);
  if (first == '|' || first == '>') {
    const std::ptrdiff_t parent = builder_.at_root() ? -1 : byte_column(text_, builder_.begin());
    return {begin, block_scalar_end(text_, begin, parent)};
  }
  if (first != '"' && first != '\'') return {begin, plain_end(text_, begin, value)};
  const std::optional<std::size_t> end = quoted_end(text_, begin);
  if (!end) {
    // The parser took everything up to the end of the file for the quoted text.
    reporter_.report(unclosed_quote_finding(text_, begin));
    throw Stop{};
  }
  return {begin, *end};
}

/// Reports an escape whose character yaml-cpp does not write as UTF-8.
bool YamlEvents::check_lost_escape(SourceSpan quoted) {
  for (std::size_t i = text_.find('\\', quoted.begin); i < quoted.end;
       i = text_.find('\\', i + 2)) {
    const bool next_line = char_at(text_, i + 1) == 'N';
    if (!next_line && char_at(text_, i + 1) != '_') continue;
    const std::string escape = shown(text_, {i, i + 2});
    reporter_.report(
        {.check = next_line ? "control-character" : "yaml-syntax",
         .span = {i, i + 2},
         .message = next_line ? fmt::format("{} stands for the control character U+0085", escape)
                              : fmt::format("{} is not read alike by all YAML readers", escape),
         .help = next_line ? "delete it" : "write a space, or `\\u00A0` if no line may break there",
         .pointer = builder_.next_pointer()});
    return true;
  }
  return false;
}

/// Checks the escapes of a quoted text; false if one has no meaning that all readers share.
bool YamlEvents::check_escapes(SourceSpan quoted) {
  if (const std::optional<SourceSpan> escape = find_unknown_escape(text_, quoted)) {
    reporter_.report({.check = "yaml-syntax",
                      .span = *escape,
                      .message = fmt::format("{} is no escape of YAML", shown(text_, *escape)),
                      .help = "write a backslash as `\\\\`, or put the text in single quotes",
                      .pointer = builder_.next_pointer()});
    return false;
  }
  return !check_lost_escape(quoted);
}

/// Checks a text with a backslash: the bytes of the file do not show all that is wrong with it.
void YamlEvents::check_backslashes(SourceSpan span, const std::string& value) {
  const std::string_view raw = text_.substr(span.begin, span.end - span.begin);
  if (raw.find('\\') == std::string_view::npos) return;
  if (raw.starts_with('"') && !check_escapes(span)) return;
  if (reporter_.has_reported(span)) return;
  check_decoded_text(
      value, span, builder_.next_pointer(), TextChecks::kCharactersAndWords, reporter_);
}

void YamlEvents::scalar(std::size_t at, const std::string& value) {
  if (skipping_ > 0) return;
  flush();
  // What stands behind a refused anchor or tag is looked at when that is gone.
  if (skip_properties(at) != at) return place_refused({at, properties_end_});
  const SourceSpan span = scalar_span(at, value);
  check_backslashes(span, value);
  const bool plain = std::string_view("\"'|>").find(char_at(text_, at)) == std::string_view::npos;
  const Scalar scalar = plain ? resolve_plain(value) : Scalar{};
  if (plain && builder_.at_root()) {
    if (auto keys = folded_keys_finding(text_, span)) reporter_.report(*std::move(keys));
  }
  if (builder_.expects_key()) {
    take_key(span, value, scalar, plain);
  } else {
    take_value(span, value, scalar);
  }
}

void YamlEvents::refuse_ambiguous(SourceSpan span,
                                  const Scalar& scalar,
                                  std::string pointer,
                                  std::optional<std::string> lacking) {
  const std::string plain = lacking ? "" : scalar.plain_form;
  reporter_.report(
      {.check = "ambiguous-scalar",
       .span = span,
       .message =
           fmt::format("{} is {} to some YAML readers", shown(text_, span), scalar.other_reading),
       .help = plain.empty()
                   ? "put it in quotes if it is text; else write plain decimal digits, true "
                     "or false"
                   : fmt::format("write {}", quoted(plain)),
       .pointer = std::move(pointer),
       .fix = plain.empty() ? in_quotes(text_, span, true)
                            : FaultFix{fmt::format("write {}", quoted(plain)), {{span, plain}}},
       .lacking = std::move(lacking)});
}

void YamlEvents::take_key(SourceSpan span,
                          const std::string& value,
                          const Scalar& scalar,
                          bool plain) {
  const bool merge = plain && value == "<<";
  if (scalar.kind == ScalarKind::kString && !merge) return builder_.key(span, value);
  std::string pointer = pointer_join(builder_.next_pointer(), value);
  if (scalar.kind == ScalarKind::kAmbiguous) {
    refuse_ambiguous(span, scalar, std::move(pointer), builder_.next_pointer());
  } else if (merge || !ends_member(text_, span)) {
    const char* kind = scalar.kind == ScalarKind::kBoolean ? "a boolean" : "a number";
    reporter_.report({.check = merge ? "merge-key" : "non-string-key",
                      .span = span,
                      .message = merge ? std::string("`<<` is a merge key")
                                       : fmt::format("the key {} is {}", quoted(value), kind),
                      .help = merge ? "write the merged members out" : "put it in quotes",
                      .pointer = std::move(pointer),
                      .fix = merge ? std::nullopt : std::optional(in_quotes(text_, span, true)),
                      .lacking = builder_.next_pointer()});
  }
  builder_.refused_key(span, value);
}

void YamlEvents::take_value(SourceSpan span, const std::string& value, const Scalar& scalar) {
  switch (scalar.kind) {
    case ScalarKind::kString:
      break;
    case ScalarKind::kInteger:
      return place(span, scalar.integer);
    case ScalarKind::kBoolean:
      return place(span, scalar.boolean);
    case ScalarKind::kAmbiguous:
      refuse_ambiguous(span, scalar, builder_.next_pointer(), std::nullopt);
      break;
    case ScalarKind::kFraction:
      reporter_.report(
          {.check = "fraction",
           .span = span,
           .message = fmt::format("{} is a fraction, which computers round", quoted(value)),
           .help = fmt::format("write it in quotes: {}", quoted('"' + value + '"')),
           .pointer = builder_.next_pointer(),
           .fix = in_quotes(text_, span, true)});
      break;
    case ScalarKind::kTooLarge:
      reporter_.report({.check = "integer-too-large",
                        .span = span,
                        .message = fmt::format(
                            "{} is beyond {}, the limit of an integer", quoted(value), kMaxInteger),
                        .help = "write it with a larger unit, or in quotes if it is no quantity",
                        .pointer = builder_.next_pointer()});
      break;
  }
  place(span, value);
}

void YamlEvents::null(std::size_t at) {
  if (skipping_ > 0) return;
  const bool has_properties = skip_properties(at) != at;
  if (builder_.at_root()) {
    root_null_ = true;
    return;
  }
  SourceSpan span{at, at};
  std::optional<Fault> finding;
  if (!has_properties) finding = null_finding(text_, builder_, at);
  if (finding) {
    // A key without a place tells the value after it that this defect is reported.
    if (!builder_.expects_key()) span = finding->span;
    flush();
    finding->told = finding->told && reporter_.has_reported(finding->span);
    held_ = std::move(finding);
  }
  place_refused(span);
}

void YamlEvents::flush() {
  if (held_) reporter_.report(*std::exchange(held_, std::nullopt));
}

void YamlEvents::syntax_error(std::string_view parser_text, std::size_t at) {
  reporter_.report(syntax_finding(parser_text, at, builder_, reporter_.source()));
}

void YamlEvents::place(SourceSpan span, nlohmann::json value) {
  if (!builder_.scalar(span, std::move(value))) throw Stop{};
}

/// Keeps the order of keys and values where one of them was reported.
void YamlEvents::place_refused(SourceSpan span) {
  if (builder_.expects_key()) {
    builder_.refused_key(span, "");
  } else {
    place(span, "");
  }
}

}  // namespace simrules
