#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "cli/program.h"

namespace simrules {

/// A git repository, as the installed git finds it from a folder.
/// Shape: what a hook's environment says of another repository is not heard.
struct Git {
  std::string folder;

  /// Runs git without a shell; nothing is returned if it cannot be started or fails.
  std::optional<std::string> run(std::vector<std::string> arguments,
                                 const std::string& input = "") const;

  /// The same, for what git says when it fails; nothing is returned if it cannot be started.
  std::optional<ProgramResult> ask(std::vector<std::string> arguments,
                                   const std::string& input = "") const;
};

/// A commit, and how people are told of it.
/// Shape: `name` is what was asked for, such as `main`, `main...` or `HEAD^1`; `prefix` comes before
///        the paths of its files, such as `main:`; `note` says that a branch has gone on since.
struct FoundCommit {
  std::string id;
  std::string name;
  std::string prefix;
  std::string note = {};
};

/// Finds a commit by its name, or where HEAD left another one: `main...`, `main...HEAD`.
/// Shape:  `from_fork` takes the name of a branch for `main...`.
/// Errors: `git-refuses` with git's own words, `unknown-commit`; nothing is returned then.
std::optional<FoundCommit> find_commit(const Git& git,
                                       const std::string& ref,
                                       bool from_fork,
                                       DiagnosticSink& sink);

/// Returns the names in a repository that a misspelt name of a commit may mean, the likeliest first.
std::vector<std::string> near_refs(const Git& git, const std::string& ref);

/// Returns the first line of a text, without its line break.
std::string_view first_line(std::string_view text);

/// Returns when the commit was made that a file or folder is at, in seconds since 1970.
/// Errors: nothing where it is in no repository of git, or not as the commit has it.
std::optional<std::int64_t> committed_at(const std::string& path);

}  // namespace simrules
