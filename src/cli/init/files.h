#pragma once

#include <string>
#include <vector>

namespace simrules {

/// A file that a new repository begins with.
/// Shape: `path` is below the root; `text` has the gaps `${name}` and `${license}`.
struct InitFile {
  std::string path;
  std::string text;
};

/// Lists these files, as they were when the program was built.
const std::vector<InitFile>& init_files();

}  // namespace simrules
