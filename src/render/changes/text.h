#pragma once

#include <string>

#include "render/changes/comparison.h"

namespace simrules {

/// Writes a comparison for people at a terminal: what was compared, how much changed, each change
/// with what it means to the subscriber, and the version that follows.
/// Shape: by topic, the worst impact first; untrusted text is made printable.
std::string changes_as_text(const Comparison& report, bool color);

}  // namespace simrules
