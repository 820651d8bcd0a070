#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace simrules {

/// Names a file as git and its hosts do: from the top of the work tree that the working directory is
/// in, wherever in it the program runs.
/// Shape: as it is where there is no work tree, and absolute where the file lies outside of it; what
///        names a file of a commit, such as `main:policies/jp/au.yaml`, stays.
std::string name_from_top(const std::string& shown);

/// Returns where a file is that is named so.
std::string path_of_name(const std::string& name);

/// Names the places of findings so, and those of their notes and fixes.
std::vector<Diagnostic> named_from_top(std::vector<Diagnostic> findings);

}  // namespace simrules
