#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "release/contents/dataset.h"
#include "release/contents/schemas.h"

namespace simrules {

/// Loads the schemas of a release that are compiled into the library.
/// Shape: nothing is returned where one is missing, which is a bug of ours.
std::optional<ContractSchemas> built_in_contract_schemas();

/// Reads the dataset of a release from its folder alone: no repository and no index are needed.
/// Errors: those of `read_release` and `open_release`: the dataset of a release with a file that is
///         missing, extra or changed is never returned.
std::optional<Dataset> read_published(const std::string& folder, DiagnosticSink& sink);

}  // namespace simrules
