#pragma once

#include <string>

#include "release/release.h"

namespace simrules {

/// Writes CHANGELOG.md of one release.
/// Shape: sections by impact, corrections of our own data apart, one line a change; the first
///        release counts its rules and lists its policies instead.
std::string changelog_markdown(const ReleaseContent& content);

}  // namespace simrules
