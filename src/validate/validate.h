#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/catalog.h"
#include "schema/schema.h"

namespace simrules {

/// What a semantic check sees.
/// Shape: `policy` conforms to the schema and was read from a file, so that diagnostics have
///        places; `policy_ids` are the ids that a reference may name, also of policies that this
///        run does not check.
struct CheckContext {
  const Policy& policy;
  const std::vector<std::string>& policy_ids;
  const PolicySchema& schema;
};

/// One row of the table of checks: its documentation and the function that runs it.
struct Check {
  CheckInfo info;
  void (*run)(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink);
};

/// Lists the semantic checks: what JSON Schema cannot say.
const std::vector<Check>& checks();

/// Runs every check on some policies.
/// Errors: the ids of `checks()`.
void validate(const std::vector<const Policy*>& policies,
              const std::vector<std::string>& policy_ids,
              const PolicySchema& schema,
              DiagnosticSink& sink);

}  // namespace simrules
