#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "cli/sources/loader.h"
#include "schema/language/collection.h"

namespace simrules {

/// The policies of a commit.
/// Shape: `schema` is the text of the policy schema there; empty if there is none. `languages` are
///        the language files beside it.
struct CommitContent {
  std::string commit;
  std::vector<InputFile> policies;
  std::string schema;
  std::vector<LanguageFile> languages = {};
};

/// Reads the policies of a commit with the installed git: no shell, no check-out, nothing fetched.
/// Shape:  files are named from the root of the repository: `policies/jp/au.yaml`.
/// Errors: `unknown-commit`, `irregular-file`, `wrong-file-name`, `nothing-to-check`; nothing is
///         returned then.
std::optional<CommitContent> read_commit(const std::string& ref,
                                         const std::string& root,
                                         DiagnosticSink& sink);

}  // namespace simrules
