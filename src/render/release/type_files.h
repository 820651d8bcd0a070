#pragma once

#include <vector>

#include "release/release.h"

namespace simrules {

/// Writes the TypeScript types of every JSON of a release: dataset.d.ts and those of other JSON files,
/// by their schemas, and rule-row.d.ts for a line of rules.ndjson.
/// Shape: `topic` tells rules and rows of several topics apart.
std::vector<ReleaseFile> type_files(const ReleaseContent& content,
                                    const std::vector<ReleaseFile>& files);

}  // namespace simrules
