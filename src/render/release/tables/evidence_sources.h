#pragma once

#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "release/release.h"
#include "render/release/tables/field_shape.h"

namespace simrules {

/// Lists the fields of the sources of a dataset.
std::vector<FieldShape> source_fields(const ReleaseContent& content);

/// Lists those that tables tell beside the evidence of a rule, so that nobody has to look its source up.
/// Shape: the title of a source is `source_title`.
std::vector<FieldShape> told_source_fields(const ReleaseContent& content);

/// Adds to each piece of evidence what its source is; null stays null.
nlohmann::json with_sources(const nlohmann::json& evidence, const nlohmann::json& policy);

}  // namespace simrules
