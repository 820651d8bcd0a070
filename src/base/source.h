#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
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
/// Shape: by RFC 6901 pointer with list indexes; the root is the empty string. Kept flat, each value with
///        the one that it is in: a file has hundreds, and few are ever asked for. Of two members with one
///        name the first keeps its place, and what is in the second is found as if it were in the first.
/// Units: bytes, of files below 4 GiB.
class SourceMap {
 public:
  /// A value, by how many were added before it.
  using Number = std::uint32_t;

  Number add_root(SourceSpan value);
  Number add_item(Number list, std::size_t index, SourceSpan value);
  Number add_member(Number object, std::string_view name, SourceSpan key, SourceSpan value);

  /// Says where a list or an object ends that was added by its first character.
  void close(Number number, SourceSpan whole);

  /// Returns where a value stands; nothing for one that is not there.
  std::optional<NodeSpans> find(std::string_view pointer) const;

  /// Returns where a value stands that is there.
  NodeSpans at(std::string_view pointer) const { return find(pointer).value(); }

  /// Returns the places of a value and of what is in it, by their pointers from there.
  SourceMap below(std::string_view pointer) const;

  /// Visits all pointers with their places, in the order in which they were added.
  void for_each(const std::function<void(const std::string&, const NodeSpans&)>& visit) const;

 private:
  static constexpr Number kNone = std::numeric_limits<Number>::max();

  /// Shape: an item has no `name` and its index in `size`; a member has the place of its name in `names_`
  ///        and the size of that.
  struct Node {
    Number around = kNone;
    std::uint32_t name = kNone;
    std::uint32_t size = 0;
    std::uint32_t key_begin = 0;
    std::uint32_t key_end = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  Number add(const Node& node, std::string_view name);
  void make_room();
  Number child(Number around, std::string_view token) const;
  Number number_of(std::string_view pointer) const;

  /// Returns the slot of an item of an index or of a member of a name, or the free one where it belongs.
  std::size_t slot_of(Number around, std::size_t index) const;
  std::size_t slot_of(Number around, std::string_view name) const;
  std::size_t slot_of(const Node& node) const;

  std::string_view name_of(const Node& node) const;
  NodeSpans spans_of(const Node& node) const;
  std::string pointer_of(Number number) const;

  std::vector<Node> nodes_;
  std::string names_;
  std::vector<Number> slots_;
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
