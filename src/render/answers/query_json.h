#pragma once

#include <string>
#include <vector>

#include "model/query.h"
#include "schema/schema.h"

namespace simrules {

/// Writes answers for programs: `{"schema_version", "as_of", "answers": [...], "possible": [...],
/// "announced": [...]}`.
/// Shape: an answer has policy, name, topic, rule, rule_name, mechanism, verdict, recipients,
///        confidence, conditions, effective, since, upcoming, evidence, reasons, alternatives and
///        sentence; each is always there, null or empty where there is nothing; a piece of evidence holds its source;
///        `sentence` is by language.
std::string query_as_json(const Answers& answers, const PolicySchema& schema);

}  // namespace simrules
