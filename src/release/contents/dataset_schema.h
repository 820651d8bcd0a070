#pragma once

#include <optional>

#include <nlohmann/json.hpp>

#include "schema/schema.h"

namespace simrules {

/// Describes every field of a dataset: the envelope with the policy schema in its place for a policy,
/// and with what a dataset derives: `source` of a policy, `confidence` of a rule.
/// Shape:  one self-contained schema; the policy schema's definitions stand beside the envelope's and
///         keep the keywords of our tools; every key is required (explicit_nulls.h).
/// Errors: `dataset-schema-incomplete`, `derived-name-taken`; nothing is returned then.
std::optional<nlohmann::json> describe_dataset(const Schema& schema,
                                               const PolicySchema& policy,
                                               DiagnosticSink& sink);

/// Returns the dataset schema that a release ships: a description without what only our tools and
/// editors read.
nlohmann::json dataset_schema_of(nlohmann::json description);

/// Takes the envelope out of a dataset schema that was shipped, to describe its dataset again.
Schema envelope_of(const Schema& dataset_schema);

}  // namespace simrules
