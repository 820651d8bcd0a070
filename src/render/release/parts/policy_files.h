#pragma once

#include <vector>

#include "release/release.h"

namespace simrules {

/// Writes each policy of the dataset into a file of its own, for who needs one brand alone.
/// Shape: by-policy/<id>.json, schemas/by-policy.schema.json.
std::vector<ReleaseFile> by_policy_files(const ReleaseContent& content,
                                         const std::vector<ReleaseFile>& files);

/// Writes policies.json: every policy in short, with its file of `by_policy_files`, which is among
/// `files`.
/// Shape: schemas/policies.schema.json.
std::string policies_file(const ReleaseContent& content, const std::vector<ReleaseFile>& files);

}  // namespace simrules
