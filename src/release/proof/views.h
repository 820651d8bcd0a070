#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "release/contents/schemas.h"
#include "release/stored/index.h"

namespace simrules {

/// Compares the files beside the index with what the index gives; nothing for a single release.
/// Errors: `release-feed-differs`, those of `read_index`; false is returned then. A file that lacks
///         the newest release alone is a warning, `release-feed-behind`, and so is one that nothing here
///         tells of, `release-not-indexed`.
bool verify_views(const std::string& folder,
                  const std::vector<IndexView>& views,
                  const ContractSchemas& schemas,
                  DiagnosticSink& sink);

}  // namespace simrules
