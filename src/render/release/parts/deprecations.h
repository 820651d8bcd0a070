#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "release/release.h"

namespace simrules {

/// Lists the fields that a policy schema says will go (`x-deprecated`), by where they stand in a
/// dataset.
/// Shape: schemas/deprecations.schema.json, sorted; the schema has been linted, so that its references
///        are acyclic.
nlohmann::json deprecations_of(const nlohmann::json& policy_schema);

/// Writes deprecations.json.
std::string deprecations_file(const ReleaseContent& content, const std::vector<ReleaseFile>& files);

}  // namespace simrules
