#pragma once

#include <string>

#include "render/change_report.h"

namespace simrules {

/// The first line of the Markdown report: a hidden marker by which a comment is found again.
inline constexpr const char* kChangesMarker = "<!-- simrules:changes -->";

/// Writes a comparison for a pull request's comment or a job summary: one table a topic, the worst
/// impact first. Shape: values stand in code spans; below 60,000 bytes, and changes that do not fit
/// are counted.
std::string changes_as_markdown(const ChangeReport& report);

}  // namespace simrules
