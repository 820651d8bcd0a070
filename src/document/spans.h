#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/source.h"

namespace simrules {

// yaml-cpp tells where a node starts and never where it ends; these functions find the end in the
// text.

/// Returns the character at an offset; NUL behind the end of the text.
inline char char_at(std::string_view text, std::size_t at) {
  return at < text.size() ? text[at] : '\0';
}

/// Skips spaces, line breaks and comments.
std::size_t skip_blank(std::string_view text, std::size_t offset);

/// Returns the end of the anchor or tag that starts at an offset.
std::size_t property_end(std::string_view text, std::size_t begin);

/// Returns the end of a plain scalar whose folded value is known.
std::size_t plain_end(std::string_view text, std::size_t begin, std::string_view value);

/// Returns the offset behind the closing quote; nothing if the quote never closes.
std::optional<std::size_t> quoted_end(std::string_view text, std::size_t begin);

/// Returns the place of the first escape in a double-quoted scalar that YAML does not know.
/// Source: YAML 1.2.2, section 5.7.
std::optional<SourceSpan> find_unknown_escape(std::string_view text, SourceSpan quoted);

/// Returns the place of the first escape in a double-quoted scalar that stands for a character.
/// Source: YAML 1.2.2, section 5.7; RFC 8259, section 7, is a part of it.
std::optional<SourceSpan> find_escape_of(std::string_view text,
                                         SourceSpan quoted,
                                         char32_t character);

/// Returns the end of the last content line of a block scalar, without its line break.
/// Shape: content stands as deep as the header or the first line of it says, and deeper than
///        `parent_column`, which is -1 at the root.
std::size_t block_scalar_end(std::string_view text,
                             std::size_t begin,
                             std::ptrdiff_t parent_column);

/// Returns the offset behind the bracket that closes a flow collection; `offset` is where its last
/// child ends.
std::size_t flow_end(std::string_view text, std::size_t offset);

/// Returns how many bytes stand before an offset in its line.
std::ptrdiff_t byte_column(std::string_view text, std::size_t offset);

}  // namespace simrules
