#include "document/syntax/merge_conflict.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"

namespace simrules {
namespace {

constexpr std::size_t kMarkerSize = 7;
constexpr const char* kHelp =
    "keep one side or write what both mean, and delete the lines of the markers";

bool is_marker(std::string_view line) {
  const bool drawn = !line.empty() && std::string_view("<=>|").find(line[0]) < 4;
  const std::size_t size = drawn ? std::min(line.find_first_not_of(line[0]), line.size()) : 0;
  return size == kMarkerSize && (size == line.size() || line[size] == ' ');
}

/// The lines that may be markers, in the order of the text.
std::vector<SourceSpan> find_markers(std::string_view text) {
  std::vector<SourceSpan> markers;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (is_marker(text.substr(begin, end - begin))) markers.push_back({begin, end});
    begin = end + 1;
  }
  return markers;
}

Fault marker_finding(std::string_view text, SourceSpan marker) {
  const std::string_view line = text.substr(marker.begin, marker.end - marker.begin);
  return {.check = "merge-conflict",
          .span = marker,
          .message = fmt::format("{} marks a conflict that a merge left here", quoted(line)),
          .help = kHelp};
}

}  // namespace

bool check_merge_conflicts(Reporter& reporter) {
  const std::string_view text = reporter.source().text();
  std::optional<SourceSpan> open;
  bool fine = true;
  for (const SourceSpan& marker : find_markers(text)) {
    if (text[marker.begin] == '<' && !open) open = marker;
    if (text[marker.begin] != '>' || !open) continue;
    Fault finding = marker_finding(text, *std::exchange(open, std::nullopt));
    finding.notes.push_back({reporter.source().place(marker), "it ends here"});
    reporter.report(std::move(finding));
    fine = false;
  }
  return fine;
}

std::optional<Fault> stray_marker_finding(std::string_view text, std::size_t error) {
  const std::vector<SourceSpan> markers = find_markers(text);
  if (markers.empty() || markers.front().begin > error) return std::nullopt;
  return marker_finding(text, markers.front());
}

}  // namespace simrules
