#pragma once

#include <string>

#include "render/changes/comparison.h"
#include "render/changes/sections.h"
#include "render/text/markdown.h"

namespace simrules {

/// The first line of the Markdown report: a hidden marker by which a comment is found again.
inline constexpr const char* kChangesMarker = "<!-- simrules:changes -->";

/// Writes a comparison for a pull request's comment or a job summary: one table a topic, the worst
/// impact first, corrections of our own data apart, evidence and wording folded away.
/// Shape: untrusted text acts nowhere; below 65,536 bytes, and changes that do not fit are counted.
/// Source: GitHub Flavored Markdown 0.29.
std::string changes_as_markdown(const Comparison& report);

/// Links to the page of a source, and to its archived copy.
std::string source_markdown(const SourceLink& source, const Language& words, MarkdownPlace place);

}  // namespace simrules
