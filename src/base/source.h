#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"

namespace simrules {

/// Where a value stands, and its key if it is a member of an object.
struct NodeSpans {
  std::optional<SourceSpan> key;
  SourceSpan value;
};

/// The places of a document's values, beside the values.
/// Shape: keyed by RFC 6901 pointer with list indexes; the root is the empty string.
using SourceMap = std::unordered_map<std::string, NodeSpans>;

/// A file's bytes with the offsets of its lines.
class SourceFile {
 public:
  SourceFile() = default;
  SourceFile(std::string path, std::string text);

  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }

  /// Turns byte offsets into lines and columns; offsets beyond the end mean the end.
  Place place(SourceSpan span) const;

  /// Makes an edit of this file.
  TextEdit edit(SourceSpan span, std::string text) const;

 private:
  std::string path_;
  std::string text_;
  std::vector<std::size_t> line_starts_;
};

}  // namespace simrules
