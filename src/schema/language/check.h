#pragma once

#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "document/document.h"
#include "schema/language/language.h"
#include "schema/schema.h"

namespace simrules {

/// What a language file must fit.
/// Shape: `shape` is schemas/language.schema.json, `policy` the value of a linted policy schema.
struct LanguageRules {
  const Schema& shape;
  const nlohmann::json& policy;
  const Language& english;
};

/// Checks whether a language file has the shape of one, whatever fields it speaks of.
/// Errors: `language-wrong-value`, `language-unknown-key`; false is returned then. What is missing is
///         `language-missing-word`, a warning.
bool check_shape(const Document& file, const Schema& shape, DiagnosticSink& sink);

/// Checks a language file against the fields of the policy schema and the English words.
/// Errors: `language-wrong-value`, `language-unknown-key`, `language-unknown-placeholder`,
///         `language-lost-placeholder`, `language-open-bracket`; false is returned then. What is
///         missing is `language-missing-word`, a warning, because it is told in English.
bool check_language(const Document& file, const LanguageRules& rules, DiagnosticSink& sink);

/// Returns the checks on language files.
const std::vector<CheckInfo>& language_checks();

}  // namespace simrules
