#include "cli/git/git_top.h"

#include <filesystem>

namespace simrules {
namespace {

namespace fs = std::filesystem;

fs::path here() {
  std::error_code gone;
  return fs::current_path(gone);
}

/// Returns the folder that holds `.git`, which is a file in linked work trees; empty if there is none.
fs::path top() {
  std::error_code ignored;
  for (fs::path folder = here();; folder = folder.parent_path()) {
    if (fs::exists(folder / ".git", ignored)) return folder;
    if (!folder.has_relative_path()) return {};
  }
}

}  // namespace

std::string name_from_top(const std::string& shown) {
  std::error_code ignored;
  const fs::path folder = top();
  const bool is_of_commit = shown.find(':') != std::string::npos && !fs::exists(shown, ignored);
  if (folder.empty() || shown.empty() || shown == "-" || is_of_commit) return shown;
  const fs::path absolute = (here() / shown).lexically_normal();
  const fs::path name = absolute.lexically_relative(folder);
  return (*name.begin() == ".." ? absolute : name).generic_string();
}

std::string path_of_name(const std::string& name) { return (top() / name).string(); }

std::vector<Diagnostic> named_from_top(std::vector<Diagnostic> findings) {
  for (Diagnostic& finding : findings) {
    finding.place.path = name_from_top(finding.place.path);
    for (Note& note : finding.notes) note.place.path = name_from_top(note.place.path);
    if (!finding.fix) continue;
    for (TextEdit& edit : finding.fix->edits) edit.place.path = name_from_top(edit.place.path);
  }
  return findings;
}

}  // namespace simrules
