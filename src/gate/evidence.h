#pragma once

#include <string>

#include "gate/case.h"

namespace simrules {

/// Tells whether the newest source of a rule that changed was read before the base's.
bool lacks_new_evidence(const RuleCase& rule);

/// Says which evidence a rule that changed needs.
std::string evidence_help(const RuleCase& rule);

/// Tells whether a source of the head's evidence was read since the base, or is new there.
bool was_read_again(const RuleCase& rule);

}  // namespace simrules
