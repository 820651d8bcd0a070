#pragma once

#include <string>
#include <vector>

#include "gate/case.h"

namespace simrules {

/// Names what a finding is about: "`tethering/hotspot`", "the policy `jp/au`".
std::string subject_words(const RuleName& name);

/// Says what changed: "`tethering/hotspot` became more_restrictive (`tethering-verdict-forbidden`)".
std::string change_words(const RuleCase& rule);

/// Quotes what the base has at a pointer by list index: its line, or its value where the base is a
/// dataset.
Note base_note(const GateInput& input, const Policy& base, const std::string& pointer);

/// Quotes what the base and the head have where the weightiest change of a rule is.
/// Shape: a side that has nothing there, and the head's line if the diagnostic is at it, is left out.
std::vector<Note> change_notes(const GateInput& input, const RuleCase& rule, const Place& reported);

}  // namespace simrules
