#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "cli/git/git.h"
#include "cli/sources/loader.h"
#include "schema/language/collection.h"

namespace simrules {

/// A folder of policies, as git sees it.
/// Shape: `git` runs in the folder that holds it, and `name` is what it is called there; inside a
///        submodule that is the folder itself, and `name` is `.`.
struct PolicyTree {
  Git git;
  std::string name;

  /// Finds the folder of policies that a path lies in or is: `data/policies` for
  /// `data/policies/jp/au.yaml`.
  static PolicyTree of(const std::string& path);

  /// Returns the absolute path of the folder of policies.
  std::string folder() const;
};

/// The policies of a commit.
/// Shape: `schema` is the text of the policy schema there; empty if there is none. `languages` are
///        the language files beside it.
struct CommitContent {
  FoundCommit commit;
  std::vector<InputFile> policies = {};
  std::string schema = {};
  std::vector<LanguageFile> languages = {};
};

/// Reads the policies of a commit with the installed git: no shell, no check-out, nothing fetched.
/// Shape:  files are named from the folder that holds `policies/`: `policies/jp/au.yaml`.
/// Errors: those of `find_commit`, `irregular-file`, `wrong-file-name`, `nothing-to-check`; nothing
///         is returned then.
std::optional<CommitContent> read_commit(const std::string& ref,
                                         bool from_fork,
                                         const PolicyTree& tree,
                                         DiagnosticSink& sink);

/// Reads some files of a commit, by their paths below a folder; those that it has not are left out.
/// Errors: nothing where the folder is in no repository of git that has the commit.
std::optional<std::map<std::string, std::string>> files_of_commit(
    const std::string& commit, const std::string& folder, const std::vector<std::string>& paths);

/// Tells whether all policies that git has are in the work tree, as far as git knows it.
/// Errors: `sparse-checkout`; false is returned then.
bool is_checked_out(const PolicyTree& tree, DiagnosticSink& sink);

/// Says that there is no folder of policies around the working directory, and that its repository is
/// bare if it is.
/// Errors: `nothing-to-check`; false is returned.
bool report_no_policies(DiagnosticSink& sink);

}  // namespace simrules
