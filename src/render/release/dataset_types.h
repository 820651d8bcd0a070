#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "release/release.h"

namespace simrules {

/// Writes dataset.d.ts: TypeScript types of the dataset.
/// Shape: an exported type for the dataset and for each definition of its schema; words are unions
///        of literals, so that a misspelt one does not compile.
std::string dataset_types(const ReleaseContent& content);

/// Writes types of what a schema describes, without a header.
/// Shape:  the schema has been linted. A definition `<name>_or_null` is `<Name> | null`.
std::string schema_types(const nlohmann::json& schema);

}  // namespace simrules
