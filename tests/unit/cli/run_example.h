#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace simrules {

/// Returns the text of a file of the repository.
std::string repository_file(const std::string& path);

/// Does to an example of a check what the tool does to such a file.
std::vector<Diagnostic> run_example(ExampleKind kind, const char* example);

}  // namespace simrules
