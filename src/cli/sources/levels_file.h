#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "cli/sources/repository.h"
#include "document/document.h"
#include "gate/levels.h"

namespace simrules {

/// The levels file of a repository; it lies beside policies/.
inline constexpr const char* kLevelsName = "gate-levels.yaml";

/// The levels that a repository gives the gate's findings.
/// Shape: `file` is empty where there is none, or none that conforms.
struct LevelsFile {
  std::optional<Document> file;
  std::vector<LevelEntry> entries;
};

/// Reads a levels file; without a path, the `gate-levels.yaml` of the repository if there is one.
/// Shape:  `base` is given where the base has decided what the levels are: its text is read then, or
///         none.
/// Errors: the ids of reading and of the schema; nothing is returned if it or its schema cannot be read.
std::optional<LevelsFile> load_levels(const std::string& path,
                                      const Repository& repository,
                                      DiagnosticSink& sink,
                                      const std::optional<std::string>& base = {});

}  // namespace simrules
