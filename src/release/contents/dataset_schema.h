#pragma once

#include <optional>

#include <nlohmann/json.hpp>

#include "schema/schema.h"

namespace simrules {

/// What describes every field of a dataset.
/// Shape: `written` is told by what authors may write, with every key there; `told` by what a dataset
///        holds, one type for each field (told/one_type.h).
struct DatasetDescription {
  nlohmann::json written;
  nlohmann::json told;
};

/// Describes every field of a dataset: the envelope with the policy schema in its place for a policy,
/// and with what a dataset derives: `source` of a policy, `confidence` of a rule.
/// Shape:  one self-contained schema; the policy schema's definitions stand beside the envelope's and
///         keep the keywords of our tools; every key is required (explicit_nulls.h).
/// Errors: `dataset-schema-incomplete`, `derived-name-taken`; nothing is returned then.
std::optional<DatasetDescription> describe_dataset(const Schema& schema,
                                                   const PolicySchema& policy,
                                                   DiagnosticSink& sink);

}  // namespace simrules
