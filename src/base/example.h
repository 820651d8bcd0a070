#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace simrules {

// An example of a check may hold `{{300 * JP, }}`: the text `JP, ` three hundred times.

/// Writes every repeated text of an example out.
std::string expanded_example(std::string_view example);

/// Makes an example readable, line by line.
/// Shape: a repeated text stands three times, then how often it is meant; the bytes that a check
///        refuses are written out as `printable()` does.
std::vector<std::string> shown_example(std::string_view example);

}  // namespace simrules
