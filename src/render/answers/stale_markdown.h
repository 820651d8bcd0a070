#pragma once

#include <string>

#include "render/answers/stale_words.h"

namespace simrules {

/// Writes the rules that are past due for an issue: a table with a link to each page, and the rules
/// without evidence folded away.
/// Shape: untrusted text acts nowhere; below 60,000 bytes, and what is left out is counted.
std::string stale_as_markdown(const StaleReport& report);

}  // namespace simrules
