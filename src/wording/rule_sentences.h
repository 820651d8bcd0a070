#pragma once

#include <string>
#include <vector>

#include "diff/change.h"
#include "wording/change_words.h"
#include "wording/phrases.h"

namespace simrules {

/// Tells the terms of a rule in one line: "recipients: family group; conditions: ...".
/// Shape: without the members that `left_out` names; empty where nothing is left.
std::string rule_terms(const Phrasing& phrasing,
                       const nlohmann::json& rule,
                       const FieldSpec& spec,
                       std::vector<std::string> left_out);

/// Returns the name of a rule, else what kind of rule it is.
std::string rule_phrase(const Phrasing& phrasing, const Rule& rule);

/// Returns the name of the rule that a change is about, as the head calls it, else the base.
std::string changed_rule_name(const Change& change, const ChangeContext& context);

}  // namespace simrules
