#include "render/text/patch.h"

#include <vector>

#include <dtl/dtl.hpp>
#include <fmt/format.h>

namespace simrules {
namespace {

using Line = std::string_view;
using Lines = std::vector<Line>;

/// Splits a text into lines that keep their line breaks, so that a missing last one is a difference.
Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t newline = text.find('\n');
    const std::size_t size = newline == std::string_view::npos ? text.size() : newline + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

bool needs_quotes(unsigned char c) { return c < 0x20 || c == 0x7F || c == '"' || c == '\\'; }

/// Writes a file name as git does: in quotes with octal escapes if a reader could misread it.
std::string git_name(const std::string& name) {
  std::string quoted;
  bool plain = true;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    plain = plain && !needs_quotes(byte);
    quoted += needs_quotes(byte) ? fmt::format("\\{:03o}", byte) : std::string(1, c);
  }
  if (plain) return name;
  return "\"" + quoted + "\"";
}

/// Ends a name in a line of its own: a tab, where it holds blanks.
std::string ended(const std::string& name) {
  return name.find(' ') == std::string::npos || name.starts_with('"') ? name : name + "\t";
}

std::string marked(char mark, Line line) {
  std::string out(1, mark);
  out += line;
  if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
  return out;
}

char mark_of(dtl::edit_t type) {
  if (type == dtl::SES_ADD) return '+';
  return type == dtl::SES_DELETE ? '-' : ' ';
}

}  // namespace

std::string unified_diff(const std::string& path, std::string_view before, std::string_view after) {
  if (before == after) return "";
  dtl::Diff<Line, Lines> diff(lines_of(before), lines_of(after));
  diff.compose();
  diff.composeUnifiedHunks();
  // The first line is what tells git that the names count from the top of the work tree.
  const std::string from = git_name("a/" + path);
  const std::string to = git_name("b/" + path);
  std::string out =
      fmt::format("diff --git {} {}\n--- {}\n+++ {}\n", from, to, ended(from), ended(to));
  for (const auto& hunk : diff.getUniHunks()) {
    out += fmt::format("@@ -{},{} +{},{} @@\n", hunk.a, hunk.b, hunk.c, hunk.d);
    for (const auto* part : {&hunk.common[0], &hunk.change, &hunk.common[1]}) {
      for (const auto& [line, info] : *part) out += marked(mark_of(info.type), line);
    }
  }
  return out;
}

}  // namespace simrules
