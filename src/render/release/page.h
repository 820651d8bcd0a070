#pragma once

#include <string>

#include "release/release.h"

namespace simrules {

/// Writes report.html of one release: what each brand allows by topic, with how sure that is and where it is from,
/// and what changed.
/// Shape: one file without scripts that requests nothing; every text is escaped and every link leads to https.
/// Source: WCAG 2.2, level AA; Content Security Policy Level 3.
std::string page_html(const ReleaseContent& content);

}  // namespace simrules
