#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/diagnostic.h"
#include "schema/language/language.h"
#include "schema/schema.h"

namespace simrules {

/// A language file of a repository, of one of its commits or of a release.
/// Shape: `path` is what messages call it; `tag` is its name without `.json`.
struct LanguageFile {
  std::string tag;
  std::string path;
  std::string text;
};

/// Puts the languages of a repository in the place of those that are compiled in: a file outweighs
/// the one of its tag, and adds a language where there is none.
/// Shape:  `shape` is schemas/language.schema.json, `policy` the value of a linted policy schema; a
///         file that says what the one compiled in says is not checked again.
/// Errors: those of `read_json` and `check_language`; nothing is returned then.
LanguagesPtr take_languages(const std::vector<LanguageFile>& files,
                            const Schema& shape,
                            const nlohmann::json& policy,
                            DiagnosticSink& sink);

/// Makes languages of the files of a release alone: what is compiled in adds nothing.
/// Shape:  English is among them; they may speak of fields that the release's schema does not have.
/// Errors: those of `read_json` and `check_shape`; nothing is returned then.
LanguagesPtr shipped_languages(const std::vector<LanguageFile>& files,
                               const Schema& shape,
                               DiagnosticSink& sink);

/// Tells whether files say what those compiled in say.
bool are_built_in(const std::vector<LanguageFile>& files);

/// Checks language files and reports also what is missing in them.
/// Errors: those of `read_json` and `check_language`; false is returned then.
bool check_languages(const std::vector<LanguageFile>& files,
                     const Schema& shape,
                     const nlohmann::json& policy,
                     DiagnosticSink& sink);

}  // namespace simrules
