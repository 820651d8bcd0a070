#pragma once

#include <string>

#include "release/stored/manifest.h"

namespace simrules {

/// What to do about a release that is not as it was published.
inline constexpr const char* kRestoreFiles =
    "restore the files of the release from where they were published";

/// Tells whether the folder of a release holds the files that its manifest lists, of the sizes there,
/// and nothing else; opens none of them.
/// Errors: `release-file-missing`, `release-file-extra`, `release-digest-mismatch`,
///         `release-unreadable`.
bool holds_what_is_listed(const std::string& folder,
                          const Manifest& manifest,
                          DiagnosticSink& sink);

}  // namespace simrules
