#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "release/contents/schemas.h"
#include "schema/language/collection.h"
#include "schema/language/file.h"

namespace simrules {

/// Names the language file of a release.
std::string language_file_name(std::string_view tag);

/// Returns the tag of a language file of a release by its name; nothing for other files.
std::optional<std::string> language_tag_of(std::string_view name);

/// Returns the languages that outputs of a release are written in.
/// Shape:  without `files` they are those of `schemas`.
/// Errors: `release-unreadable` where there is no English, those of `shipped_languages`; nothing is
///         returned then.
LanguagesPtr words_of_release(const std::vector<LanguageFile>& files,
                              const ContractSchemas& schemas,
                              DiagnosticSink& sink);

}  // namespace simrules
