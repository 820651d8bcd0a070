#include "document/syntax/null.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "document/scalar.h"
#include "document/spans.h"
#include "document/syntax/cause.h"
#include "document/syntax/flow_text.h"
#include "document/syntax/merge_conflict.h"

namespace simrules {
namespace {

bool in_flow(std::string_view text, const DocumentBuilder& builder) {
  const char first = char_at(text, builder.begin());
  return first == '[' || first == '{';
}

/// Finds the word for null at an offset.
std::optional<SourceSpan> null_word(std::string_view text,
                                    const DocumentBuilder& builder,
                                    std::size_t at) {
  const auto* word = std::ranges::find_if(kNullWords, [&](std::string_view candidate) {
    return text.substr(at).starts_with(candidate);
  });
  // Where nobody wrote a value, the next token may be a key of that name in the column of its
  // neighbours.
  const bool next_key =
      !in_flow(text, builder) && byte_column(text, at) <= byte_column(text, builder.begin());
  if (word == kNullWords.end() || next_key) return std::nullopt;
  return SourceSpan{at, at + word->size()};
}

Fault nothing_before(const char* what, std::size_t at) {
  return {.check = "empty-list-item",
          .span = {at, at + 1},
          .message = fmt::format("there is no {} before this", what),
          .help = "delete the comma, or write what is missing"};
}

Fault item_finding(std::string_view text, const DocumentBuilder& builder, std::size_t at) {
  const std::optional<SourceSpan> word = null_word(text, builder, at);
  if (!word && in_flow(text, builder)) return nothing_before("item", at);
  const std::size_t dash = skip_blank(text, builder.end());
  const std::size_t begin = dash < at && text[dash] == '-' ? dash : builder.begin();
  return {.check = "null-value",
          .span = word.value_or(SourceSpan{begin, begin + 1}),
          .message = word ? "the item is null" : "the item has no value",
          .help = "delete the item, or write its value"};
}

Fault key_finding(std::string_view text, std::size_t at) {
  if (char_at(text, at) == ',' || char_at(text, at) == '}') return nothing_before("member", at);
  return {.check = "non-string-key",
          .span = {at, at + 1},
          .message = "the key is null or missing",
          .help = "write a key, in quotes if it is the word `null`"};
}

/// Tells whether the text behind a key touches the `#` that makes a comment of it.
bool is_commented_out(std::string_view text, SourceSpan key) {
  const std::size_t colon = text.find(':', key.end);
  const std::size_t hash = text.find_first_not_of(' ', colon + 1);
  if (char_at(text, hash) != '#') return false;
  const char next = char_at(text, text.find_first_not_of('#', hash));
  return next != ' ' && next != '\n' && next != '\0';
}

/// Finds the text that the key without a value was meant to belong to.
std::optional<BrokenText> broken_by(std::string_view text, const DocumentBuilder& builder) {
  const SourceSpan key = builder.pending_key();
  const bool has_colon = char_at(text, text.find_first_not_of(' ', key.end)) == ':';
  if (has_colon || char_at(text, builder.begin()) != '{') return std::nullopt;
  return find_broken_text(text, key.begin);
}

Fault value_finding(std::string_view text, const DocumentBuilder& builder, std::size_t at) {
  const SourceSpan key = builder.pending_key();
  const std::string shown = quoted(text.substr(key.begin, key.end - key.begin));
  const std::optional<SourceSpan> word = null_word(text, builder, at);
  const bool colon = char_at(text, text.find_first_not_of(' ', key.end)) == ':';
  if (!word && !colon && !in_flow(text, builder)) {
    if (auto marker = stray_marker_finding(text, key.begin)) return *std::move(marker);
    const std::string_view line = text.substr(key.begin, key.end - key.begin);
    return {.check = "yaml-syntax",
            .span = key,
            .message = fmt::format("{} is no key and continues no value", shown),
            .help = colon_without_space(line)
                        ? "put a space behind the `:`"
                        : "put `: ` and a value behind it, or check its indentation"};
  }
  const char* help = "write the value, or leave the key out if there is none";
  if (shown.find(':') != std::string::npos) help = "put a space behind the `:`";
  if (!word && colon && is_commented_out(text, key)) {
    help = "put the text in quotes: a `#` behind a space starts a comment";
  }
  return {.check = "null-value",
          .span = word.value_or(key),
          .message = fmt::format("the value of {} is {}", shown, word ? "null" : "missing"),
          .help = help};
}

}  // namespace

std::optional<Fault> null_finding(std::string_view text,
                                  const DocumentBuilder& builder,
                                  std::size_t at) {
  Fault finding{};
  if (builder.in_list()) {
    finding = item_finding(text, builder, at);
  } else if (builder.expects_key()) {
    finding = key_finding(text, at);
  } else if (builder.pending_key().begin == builder.pending_key().end) {
    return std::nullopt;
  } else if (const auto broken = broken_by(text, builder)) {
    // What else of the text is read as keys is no defect of its own.
    finding = broken_text_finding(text, *broken);
    finding.told = true;
  } else {
    finding = value_finding(text, builder, at);
  }
  finding.pointer = builder.next_pointer();
  if (std::string_view(finding.check) == "non-string-key") finding.lacking = finding.pointer;
  return finding;
}

}  // namespace simrules
