#include "document/layout/block.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "base/pointer.h"
#include "base/text.h"

namespace simrules {
namespace {

/// Units: columns of a terminal.
constexpr std::size_t kIndent = 2;

/// How far a line stands in that goes on with the value of the line above.
constexpr std::size_t kHangingIndent = 4;

bool is_list_of_objects(const WrittenValue& value) {
  return value.is_array() && !value.empty() && value.front().is_object();
}

/// Tells whether a value has several entries, which are read, and change, one by one.
bool has_entries(const WrittenValue& value) {
  const bool are_entries = is_list_of_objects(value) && value.size() > 1;
  return value.is_structured() && (are_entries || std::ranges::any_of(value, has_entries));
}

std::string line_break(std::size_t column) { return "\n" + std::string(column, ' '); }

/// The text of a value from its first line on, and the comments above that.
/// Shape: `is_apart` tells that at the top it stands apart from what is above and below it.
struct Piece {
  std::vector<std::string> above;
  std::string text;
  bool is_apart = false;
};

void append_lines(std::string& text, const std::vector<std::string>& lines, std::size_t column) {
  for (const std::string& line : lines) text += line + line_break(column);
}

/// Moves the comments above the first part of an item to the item, as they stand above both: which part
/// is the first depends on the order of members.
void hoist(Comments& comments, const std::string& pointer, const WrittenValue& value) {
  if (!value.is_structured()) return;
  for (const auto& [name, part] : value.items()) {
    const std::string at = pointer_join(pointer, name);
    hoist(comments, at, part);
    if (!value.is_array() || !part.is_structured() || part.empty()) continue;
    const auto first = comments.at.find(pointer_join(at, part.items().begin().key()));
    if (first == comments.at.end() || first->second.above.empty()) continue;
    std::vector<std::string>& above = comments.at[at].above;
    std::ranges::move(first->second.above, std::back_inserter(above));
    first->second.above.clear();
    if (first->second.behind.empty()) comments.at.erase(first);
  }
}

/// Writes values one below the other, with their comments.
class BlockText {
 public:
  /// Shape: `is_top` tells that pointers begin at the top of a document.
  BlockText(Comments comments, bool is_top) : comments_(std::move(comments)), is_top_(is_top) {
    for (const auto& [pointer, comment] : comments_.at) {
      for (std::string at = pointer; !at.empty();) around_.insert(at = pointer_parent(at));
    }
  }

  /// Writes all members or items of a value; lines below the first stand `column` in.
  Piece children(const std::string& pointer, const WrittenValue& value, std::size_t column) const {
    Piece all{.is_apart = true};
    const bool has_gaps = is_top_ && (pointer.empty() || is_section(pointer, value));
    bool was_apart = false;
    for (const auto& [name, part] : value.items()) {
      const std::string sign = value.is_array() ? "-" : flow_text(name) + ":";
      Piece piece = child(pointer_join(pointer, name), sign, part, column);
      if (all.text.empty()) {
        all.above = std::move(piece.above);
      } else {
        if (has_gaps && (was_apart || piece.is_apart)) all.text += '\n';
        all.text += line_break(column);
        append_lines(all.text, piece.above, column);
      }
      all.text += piece.text;
      was_apart = piece.is_apart;
    }
    return all;
  }

  /// Writes one member or item; its sign is `key:` or a dash.
  Piece child(const std::string& pointer,
              const std::string& sign,
              const WrittenValue& value,
              std::size_t column) const {
    const auto found = comments_.at.find(pointer);
    Piece piece;
    if (found != comments_.at.end()) piece.above = found->second.above;
    std::string behind = found == comments_.at.end() ? "" : found->second.behind;
    if (!behind.empty()) behind = "  " + behind;
    if (const auto text = inline_text(pointer, sign, value, column)) {
      piece.text = sign + ' ' + *text + behind;
      piece.is_apart = is_section(pointer, value);
      return piece;
    }
    if (value.is_string()) {
      const auto folded = folded_text(value.get_ref<const std::string&>(), column + kIndent);
      // A comment of a folded text stands behind its first line, which is no text.
      piece.text = sign + ' ' + folded.value_or(flow_text(value) + behind);
      if (folded) piece.text.insert(piece.text.find('\n'), behind);
      return piece;
    }
    const Piece inner = children(pointer, value, column + kIndent);
    piece.is_apart = true;
    piece.text = sign;
    if (sign == "-") {
      if (!behind.empty()) piece.above.push_back(found->second.behind);
      piece.above.insert(piece.above.end(), inner.above.begin(), inner.above.end());
      piece.text += ' ';
    } else {
      piece.text += behind + line_break(column + kIndent);
      append_lines(piece.text, inner.above, column + kIndent);
    }
    piece.text += inner.text;
    return piece;
  }

 private:
  /// Returns what stands behind the sign in few lines, unless it has to stand below it.
  std::optional<std::string> inline_text(const std::string& pointer,
                                         const std::string& sign,
                                         const WrittenValue& value,
                                         std::size_t column) const {
    const std::size_t used = column + display_width(sign) + 1;
    if (!value.is_structured() || value.empty()) {
      std::string text = flow_text(value);
      const bool fits = !value.is_string() || used + display_width(text) <= kLineWidth;
      return fits ? std::optional(std::move(text)) : std::nullopt;
    }
    if (around_.contains(pointer) || has_entries(value)) return std::nullopt;
    return wrapped_text(value, used, column + kHangingIndent);
  }

  /// Tells whether a value is a list of objects at the top.
  bool is_section(const std::string& pointer, const WrittenValue& value) const {
    return is_top_ && is_list_of_objects(value) && pointer_parent(pointer).empty();
  }

  Comments comments_;
  /// The collections in which something has a comment.
  std::set<std::string> around_;
  bool is_top_;
};

}  // namespace

std::string block_members(const WrittenValue& members, std::size_t column) {
  return BlockText({}, column == 0).children("", members, column).text;
}

std::string block_item(const WrittenValue& item, std::size_t column) {
  return BlockText({}, false).child("", "-", item, column).text;
}

std::string canonical_yaml(const WrittenValue& value, Comments comments) {
  hoist(comments, "", value);
  const Comment root = comments.at[""];
  std::string text;
  append_lines(text, root.above, 0);
  if (value.is_structured() && !value.empty()) {
    const Piece all = BlockText(comments, true).children("", value, 0);
    append_lines(text, all.above, 0);
    text += all.text + '\n';
  } else {
    text += flow_text(value) + '\n';
  }
  if (!root.behind.empty()) text += root.behind + '\n';
  for (const std::string& line : comments.below) text += line + '\n';
  return text;
}

}  // namespace simrules
