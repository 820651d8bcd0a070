#pragma once

#include <cstddef>
#include <string>

#include "base/diagnostic.h"

namespace simrules {

/// A source line as a terminal shows it, and where in it a place stands.
/// Shape: `mark_width` is at least 1, also for an empty range or one behind the end of the line.
/// Units: terminal columns.
struct SourceExcerpt {
  std::string text;
  std::size_t mark_offset = 0;
  std::size_t mark_width = 1;
};

/// Makes a place's source line printable, a tab as one blank, and cuts a long one around the place.
/// Shape: a range of several lines is marked to the end of its first line.
SourceExcerpt source_excerpt(const Place& place);

}  // namespace simrules
