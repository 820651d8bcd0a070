#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "validate/validate.h"

namespace simrules {

/// What a check found at one place of a policy.
/// Shape: `pointer` by list index; `at_key` marks the key in place of the value.
struct Finding {
  std::string pointer;
  std::string message;
  std::string help;
  std::vector<Note> notes = {};
  bool at_key = false;
  std::optional<Fix> fix = {};
};

/// Reports a finding at its place in the policy's file.
void report(const CheckContext& context,
            const CheckInfo& info,
            Finding finding,
            DiagnosticSink& sink);

/// Makes a note that stands at a value of the policy.
Note note_at(const CheckContext& context, const std::string& pointer, std::string message);

/// A value of a policy with its specification, as `for_each_field` visits it.
struct FieldVisit {
  const FieldSpec& spec;
  const nlohmann::json& value;
  const std::string& pointer;
};

/// Visits every value of a policy that the schema knows, parents first.
void for_each_field(const CheckContext& context,
                    const std::function<void(const FieldVisit&)>& visit);

}  // namespace simrules
