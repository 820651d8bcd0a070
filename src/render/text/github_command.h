#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace simrules {

/// How many annotations of one kind a runner takes from a step; it drops the others without a word.
inline constexpr std::size_t kAnnotationsPerKind = 10;

/// More than the message of any annotation may show.
inline constexpr std::size_t kAnnotationBytes = 16'384;

/// An annotation to be.
/// Shape: `kind` is `error`, `warning` or `notice`; texts are printable; a place without a line is
///        the file, one without a path is none.
struct Annotation {
  std::string_view kind;
  std::string title;
  Place place;
  std::string message;
};

/// Writes a workflow command, which a GitHub runner turns into an annotation.
/// Shape: one line; the message is cut at 4,096 UTF-16 units, as the runner cuts there.
/// Units: 1-based; `endLine` and `endColumn` are the last line and column *of* the range, where ours
///        are those after it, because a runner's `endLine` names a line that belongs to the
///        annotation and a column cannot well be counted another way beside it. Columns count code
///        points and are left out of ranges of several lines, for which GitHub refuses them.
/// Source: GitHub Docs, "Workflow commands for GitHub Actions"; actions/toolkit writes the same
///         bytes.
std::string github_command(const Annotation& annotation);

}  // namespace simrules
