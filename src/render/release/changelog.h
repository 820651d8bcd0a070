#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "release/release.h"

namespace simrules {

/// Writes the changelog of one release in a language.
/// Shape: what the maintainer wrote comes first; then sections by impact, corrections of our own data
///        apart, one line a change; the first release counts its rules and lists its policies instead.
std::string changelog_markdown(const ReleaseContent& content, const std::string& language = "en");

/// Names the changelog of a language: `CHANGELOG.ja.md`; `CHANGELOG.md` is the English one.
std::string changelog_name(std::string_view language);

/// Writes the changelog in every language of the release.
std::vector<ReleaseFile> changelogs(const ReleaseContent& content,
                                    const std::vector<ReleaseFile>& files);

}  // namespace simrules
