#pragma once

#include <deque>
#include <string>

#include "validate/validate.h"

namespace simrules {

/// Reports a diagnostic of a check at a value of the policy's file.
/// Shape: `pointer` leads to it by list index; check and place are filled in, and the severity of the
///        check where that of the diagnostic is no milder.
void report(const CheckContext& context,
            const CheckInfo& info,
            Diagnostic diagnostic,
            DiagnosticSink& sink);

/// Reports a diagnostic of a check at a key of the policy's file.
/// Shape: as that of `report`.
void report_at_key(const CheckContext& context,
                   const CheckInfo& info,
                   Diagnostic diagnostic,
                   DiagnosticSink& sink);

/// Makes a note that stands at a value of the policy.
Note note_at(const CheckContext& context, const std::string& pointer, std::string message);

/// Lists every value of a policy that the schema knows, parents first.
/// Shape: complete; the policy and the schema must outlive the list.
std::deque<FieldVisit> visited_fields(const Policy& policy, const PolicySchema& schema);

/// Visits every value of a policy that the schema knows, parents first.
template <typename Visit>
void for_each_field(const CheckContext& context, const Visit& visit) {
  for (const FieldVisit& field : context.fields) visit(field);
}

}  // namespace simrules
