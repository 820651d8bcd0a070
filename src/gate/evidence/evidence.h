#pragma once

#include <string>
#include <vector>

#include "gate/case.h"

namespace simrules {

/// Tells whether the evidence of a rule that changed is that of before, or was read before it.
bool lacks_new_evidence(const RuleCase& rule);

/// Says which evidence a rule that changed needs.
std::string evidence_help(const RuleCase& rule);

/// Tells whether a source that the head rests on was read since the base, or is new there.
/// Shape: sources are the same by their id or by their address; a policy as such rests on all that
///        it has.
bool was_read_again(const RuleCase& rule);

/// Tells the same, or that a source is said to say something else.
bool has_new_evidence(const RuleCase& rule);

/// What is said of a rule by a source.
/// Shape: `holder` names the part of the rule or policy that rests on it: a reason, a network, earlier
///        terms by their last day; empty for the rule as such; `can_be_renamed` tells that the part may
///        be called otherwise on the other side.
struct Citation {
  Evidence evidence;
  Source source;
  std::string holder;
  bool can_be_renamed = false;
};

/// Lists what the base rests on, be it now or before, and the head does not any more.
/// Shape: what the terms of now rested on may be that of earlier terms by now.
std::vector<Citation> evidence_gone(const RuleCase& rule);

}  // namespace simrules
