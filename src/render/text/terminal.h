#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace simrules {

/// What a piece of terminal text is, and so how it is coloured.
enum class Ink { kPlain, kStrong, kFaint, kGood, kBad, kCaution, kNote, kMark };

/// Colours text for a terminal; leaves it alone without colour.
std::string paint(std::string_view text, Ink ink, bool color);

/// Returns untrusted text that a line may start with: a runner would take `::name` there for a
/// command.
std::string line_start(std::string_view text, std::size_t max_bytes = 200);

/// Pads text with blanks to a width.
/// Units: terminal columns, as display_width() counts them.
std::string pad(std::string text, std::size_t width);

/// Breaks printable text into lines at blanks and between wide characters; a longer word keeps its
/// line to itself.
/// Shape: no line begins with a closing mark, and each is safe to begin a line with.
/// Units: terminal columns.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// What a page of text and a terminal hold in a line.
inline constexpr std::size_t kColumns = 80;

/// Writes a printable text in lines that fit behind an indent, all but the first two blanks deeper.
std::string hanging(const std::string& text, const std::string& indent = "");

/// One cell of a table for a terminal.
/// Shape: `text` is printable already.
struct TextCell {
  std::string text;
  Ink ink = Ink::kPlain;
};

/// Aligns rows of cells under each other, two blanks apart, without blanks at the ends of lines.
/// Shape: the first row is the head; one line a row, each with its line break.
std::string text_table(const std::vector<std::vector<TextCell>>& rows, bool color);

}  // namespace simrules
