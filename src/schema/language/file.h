#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "schema/embedded_languages.h"
#include "schema/language/language.h"

namespace simrules {

/// Reads what a language file says; it has passed `check_language`.
Language read_language(const nlohmann::json& file);

/// Makes languages of files that `check_language` takes; none is read before it is asked for.
LanguagesPtr languages_of(std::vector<LanguageText> texts);

/// Returns the languages that are compiled in.
const LanguagesPtr& built_in_languages();

inline constexpr const char* kLanguageSchemaName = "language.schema.json";

/// Returns the text of a language file with the names of countries and currencies in it, as a
/// release ships it, where its schema lies beside it.
std::string whole_language(const LanguageText& language);

/// Tells whether a schema has words at its fields, as those of releases from before language files
/// have.
/// Shape: the schema has been linted.
bool has_inline_words(const nlohmann::json& schema);

/// Returns the words that a schema has at its fields, with the messages of the languages that are
/// compiled in; these languages for a schema without words.
/// Shape: the schema has been linted.
LanguagesPtr languages_for(const nlohmann::json& schema);

/// Returns a schema without the words at its fields.
nlohmann::json without_words(const nlohmann::json& schema);

}  // namespace simrules
