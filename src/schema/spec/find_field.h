#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/spec/field_spec.h"

namespace simrules {

/// Returns the specification of the field at a pointer, which names list items by their key;
/// nothing for a field that the schema does not know.
const FieldSpec* find_field(const FieldSpec& root, std::string_view pointer);

/// Returns the specification of the items of one of the policy's lists, such as the rules of a topic,
/// or nullptr.
const FieldSpec* rule_spec(const FieldSpec& policy, std::string_view list);

/// Lists the topics of a policy, by name.
std::vector<std::string> topics_of(const FieldSpec& policy);

}  // namespace simrules
