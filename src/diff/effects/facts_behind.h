#pragma once

#include <map>
#include <string>
#include <vector>

#include "diff/effects/outcome.h"

namespace simrules {

/// The changes of a policy, to be found by what an effect rests on.
class FactsBehind {
 public:
  explicit FactsBehind(const std::vector<Change>& facts);

  /// Lists the fingerprints of the facts that make the terms of a pair differ for a subscriber, each
  /// with the impact of the terms at it, else of all.
  /// Shape: those at the terms; where the subscriber came from another rule or to none, those of
  ///        both rules' scopes and the rules themselves; where the rules tell nothing, those of the
  ///        subscriber's plan and of zones.
  std::map<std::string, Impact> of(const std::vector<Change>& terms,
                                   const RulePair& pair,
                                   const Subscriber& subscriber,
                                   const PolicySides& sides) const;

  /// Tells whether anything of substance differs in a rule, or in a plan or zone.
  bool touches(const RuleGroup& group) const;

 private:
  std::vector<const Change*> facts_;
  std::vector<const Change*> shared_;
};

}  // namespace simrules
