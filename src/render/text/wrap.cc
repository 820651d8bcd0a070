#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"
#include "render/text/terminal.h"

namespace simrules {
namespace {

/// What no line may begin with, and what none may end with.
/// Source: JIS X 4051, characters not starting and not ending a line.
constexpr std::u32string_view kClosing = U"、。，．・：；？！）」』】〕》〉’”々ー…‥%％";
constexpr std::u32string_view kOpening = U"（「『【〔《〈‘“";

/// A piece of text within which no line ends.
struct Piece {
  std::string text;
  std::size_t width = 0;
  bool after_blank = false;
};

/// Tells whether a line may end between two characters that no blank stands between.
bool may_break(std::string_view before, std::string_view after) {
  const auto is_in = [](std::u32string_view marks, std::string_view character) {
    return marks.find(decode_utf8(character, 0).value) != std::u32string_view::npos;
  };
  const std::size_t next = display_width(after);
  if (next == 0 || (next < 2 && display_width(before) < 2)) return false;
  return !is_in(kClosing, after) && !is_in(kOpening, before);
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  std::string_view last;
  bool after_blank = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view character = text.substr(i, decode_utf8(text, i).size);
    i += character.size();
    if (character == " ") {
      after_blank = !pieces.empty();
      last = {};
      continue;
    }
    if (last.empty() || may_break(last, character)) pieces.push_back({"", 0, after_blank});
    pieces.back().text += character;
    pieces.back().width += display_width(character);
    after_blank = false;
    last = character;
  }
  return pieces;
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t taken = 0;
  for (const Piece& piece : pieces_of(text)) {
    const std::size_t gap = piece.after_blank ? 1 : 0;
    if (taken > 0 && taken + gap + piece.width > width) {
      lines.push_back(line_start(line, line.size()));
      line.clear();
      taken = 0;
    }
    if (taken > 0 && gap > 0) line += ' ';
    taken += piece.width + (taken > 0 ? gap : 0);
    line += piece.text;
  }
  if (!line.empty() || lines.empty()) lines.push_back(line_start(line, line.size()));
  return lines;
}

std::string hanging(const std::string& text, const std::string& indent) {
  constexpr std::string_view kHang = "  ";
  std::string out;
  for (const std::string& line : wrap(text, kColumns - indent.size() - kHang.size())) {
    out += fmt::format("{}{}{}\n", indent, out.empty() ? "" : kHang, line);
  }
  return out;
}

}  // namespace simrules
