#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace simrules {

/// The text of a language file, `schemas/languages/<tag>.json`.
/// Shape: `names` is the text of an object with the names that the file need not have.
struct LanguageText {
  std::string tag;
  std::string text;
  std::string_view names = {};
};

/// Returns the language files that are compiled in, sorted by tag.
std::vector<LanguageText> embedded_languages();

/// Returns the names of countries, currencies and languages that the build has found for a language:
/// the text of an object by kind and code, empty for a language that was not there.
/// Source: Unicode CLDR, and name_exceptions.json.
std::string_view generated_names(std::string_view tag);

}  // namespace simrules
