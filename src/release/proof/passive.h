#pragma once

#include <string>
#include <string_view>

#include "release/stored/manifest.h"

namespace simrules {

/// Looks for what a program that shows a file of a release would run: scripts of a page, markup in
/// text, formulas of a table.
/// Shape:  returns what there is, such as "the tag `<script`"; empty where there is nothing. Only the
///         forms that releases have had are known, so that a file of any other kind is refused.
std::string active_content_of(const ReleaseFile& file);

/// Tells whether pages were published with a script.
bool is_published_script(std::string_view script);

}  // namespace simrules
