#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/source.h"
#include "document/reporter.h"

namespace simrules {

/// A text inside `{}` that lacks its quotes, so that a `, ` or a `: ` in it ends it.
/// Shape: `text` is all of what was meant, `broken` where the first sign is read as YAML's.
struct BrokenText {
  SourceSpan text;
  SourceSpan broken;
};

/// Finds the text without quotes that an offset lies in, in the mapping that opens in its line.
/// Shape: nothing where the members of the mapping are read as they were meant.
std::optional<BrokenText> find_broken_text(std::string_view text, std::size_t at);

/// Says to put quotes around it, and how.
Fault broken_text_finding(std::string_view text, const BrokenText& broken);

}  // namespace simrules
