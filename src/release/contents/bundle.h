#pragma once

#include <optional>

#include <nlohmann/json_fwd.hpp>

#include "document/document.h"
#include "schema/schema.h"

namespace simrules {

/// Builds the dataset schema that a release ships: the envelope with the policy schema in its place
/// for a policy, and with what a dataset derives: `source` of a policy, `confidence` of a rule.
/// Shape:  one self-contained schema; the policy schema's definitions stand beside the envelope's;
/// `x-topics` keeps
///         the order of the topics, which sorted keys lose.
/// Errors: `derived-name-taken`; nothing is returned then.
std::optional<nlohmann::json> bundle_dataset_schema(const Schema& envelope,
                                                    const PolicySchema& policy,
                                                    DiagnosticSink& sink);

/// Takes the policy schema out of a dataset schema again, without what a dataset derives.
/// Shape:  the positions are those of a text that nobody wrote.
/// Errors: `release-unreadable`; nothing is returned then.
std::optional<Document> policy_schema_of(const Schema& dataset_schema, DiagnosticSink& sink);

}  // namespace simrules
