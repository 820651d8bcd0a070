#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace simrules {

/// What the maintainer of a release writes in English, as it is kept in the release; other languages
/// have theirs beside it.
inline constexpr const char* kNotesName = "NOTES.md";

/// Tells whether a file of a release is what its maintainer writes, in whichever language.
bool is_notes(std::string_view name);

/// Units: bytes.
inline constexpr std::size_t kNotesBytes = 65'536;

/// Tells whether notes are plain Markdown: visible text, headings below that of the release, lists,
/// code and links to the web; no HTML, no image and nothing that acts where it is shown.
/// Shape:  `path` is what messages call them.
/// Errors: `release-notes-markup`, one for the first line that is wrong; false is returned then.
bool are_plain_notes(const std::string& path, std::string_view notes, DiagnosticSink& sink);

}  // namespace simrules
