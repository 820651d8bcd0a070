#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/source.h"

namespace simrules {

/// What explains an error of the parser that shows only later.
enum class CauseKind {
  kQuote,
  kTextBehindQuote,
  kBracket,
  kWrongBracket,
  kSpace,
  kColon,
  kDash,
  kIndentation
};

/// The place that a writer has to mend, and where the error shows.
/// Shape: `evidence` is empty where the place says enough.
struct SyntaxCause {
  CauseKind kind;
  SourceSpan span;
  SourceSpan evidence = {};
};

/// Finds the first quote or bracket before an error that does not close where its writer meant it
/// to.
/// Shape: the text is read line by line, because a parser believes what stands between two wrong
///        quotes. Nothing is found in a text that is valid.
std::optional<SyntaxCause> find_unclosed(std::string_view text, std::size_t error);

/// Finds the key that lacks its `: `, so that the parser folds the line of an error into it.
std::optional<SyntaxCause> find_missing_colon(std::string_view text, std::size_t error);

/// Finds the line above an error that starts in a column of its own, or with a dash that touches
/// its text.
std::optional<SyntaxCause> find_bad_indentation(std::string_view text, std::size_t error);

/// Returns where the `:` of a line that starts like `key:value` stands.
std::optional<std::size_t> colon_without_space(std::string_view line);

}  // namespace simrules
