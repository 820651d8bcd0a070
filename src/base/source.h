#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace simrules {

/// Where a value stands, and its key if it is a member of an object.
struct NodeSpans {
  std::optional<SourceSpan> key;
  SourceSpan value;
};

/// The places of a document's values, beside the values.
/// Shape: by RFC 6901 pointer with list indexes; the root is the empty string. Kept flat and in the order
///        of the text, each value before what is in it: a file has hundreds, and few are ever asked for.
///        Of two members with one name the first is found, with what is in it, and then the second.
/// Units: bytes, of files below 4 GiB.
class SourceMap {
 public:
  /// Adds the root or an item of the innermost list.
  void add_item(SourceSpan value);

  /// Adds a member of the innermost object.
  void add_member(std::string_view name, SourceSpan key, SourceSpan value);

  /// Lets what follows be in the list or object that was added last; returns its number, to close it.
  std::size_t open();
  void close(std::size_t number, std::size_t end);

  /// Returns where a value stands; nothing for one that is not there.
  std::optional<NodeSpans> find(std::string_view pointer) const;

  /// Returns where a value stands that is there.
  NodeSpans at(std::string_view pointer) const { return find(pointer).value(); }

  /// Returns the places of a value and of what is in it, by their pointers from there.
  SourceMap below(std::string_view pointer) const;

  /// Visits all pointers with their places, in the order of the text.
  void for_each(const std::function<void(const std::string&, const NodeSpans&)>& visit) const;

 private:
  /// Shape: `after` is the number of the first value behind this one and all that is in it; 0 for a list
  ///        or an object that is not closed yet. An item has no name.
  struct Node {
    std::uint32_t key_begin = 0;
    std::uint32_t key_end = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t after = 0;
    std::uint32_t name = kNone;
    std::uint32_t name_size = 0;
  };

  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

  void add(Node node, SourceSpan value);
  std::size_t after(std::size_t number) const;
  NodeSpans spans_of(const Node& node) const;

  /// Returns what a value is called in the one around it, where it is the item of that index.
  std::string token(const Node& node, std::size_t index) const;

  std::optional<std::size_t> find_below(std::size_t number,
                                        std::span<const std::string> tokens) const;
  std::optional<std::size_t> find_number(std::string_view pointer) const;

  std::vector<Node> nodes_;
  std::string names_;
};

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
