#pragma once

#include <string>

#include "render/answers/stale_words.h"

namespace simrules {

/// Writes the rules that are past due for people at a terminal: a table, what it means, and the rules
/// without evidence by policy.
/// Shape: untrusted text is made printable.
std::string stale_as_text(const StaleReport& report, bool color);

}  // namespace simrules
