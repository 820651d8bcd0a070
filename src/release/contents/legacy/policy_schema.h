#pragma once

#include <optional>

#include "document/document.h"
#include "schema/schema.h"

namespace simrules {

/// Takes the policy schema out of a dataset schema, for releases of derivation 1, which shipped no
/// `policy.schema.json`: theirs stands in the dataset schema, with what a dataset derives and, from
/// schema version 2 on, with every key required.
/// Shape:  the positions are those of a text that nobody wrote; lists that absence states to be empty
///         keep no least length.
/// Errors: `release-unreadable`; nothing is returned then.
std::optional<Document> legacy_policy_schema(const Schema& dataset_schema, DiagnosticSink& sink);

}  // namespace simrules
