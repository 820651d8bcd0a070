#pragma once

#include <optional>

#include "document/document.h"
#include "release/contents/dataset.h"

namespace simrules {

/// Reads a dataset of schema version 1 or 2, which holds what the authors wrote, and brings its policy
/// schema inside its own.
/// Errors: the ids of `schema_checks()`; `release-unreadable` for a dataset that conforms to its own
///         schema but not to ours, `release-duplicate-id`, `release-newer`; nothing is returned then.
std::optional<Dataset> read_legacy_dataset(Document dataset,
                                           Document shipped,
                                           const ContractSchemas& schemas,
                                           DiagnosticSink& sink);

}  // namespace simrules
