#pragma once

#include <string>
#include <vector>

#include "diff/change.h"
#include "diff/compare/item_facts.h"
#include "diff/effects/subscribers.h"
#include "diff/effects/terms.h"

namespace simrules {

/// The rules of one mechanism on both sides: what a subscriber can stand under.
struct RuleGroup {
  std::vector<const Rule*> base;
  std::vector<const Rule*> head;
};

/// The rule that holds for a subscriber on the base and the one that holds on the head; null where
/// there is none.
struct RulePair {
  const Rule* base = nullptr;
  const Rule* head = nullptr;

  const Rule& answering() const { return head != nullptr ? *head : *base; }
};

/// Both sides of a policy, and what a comparison of its rules needs to know beside them.
/// Shape: what fields mean is what the schema of the head says, for both sides; `base_schema` tells
///        which fields the base could state, and `are_days` that both are what held on a day.
struct PolicySides {
  PolicySide base;
  PolicySide head;
  const FieldSpec& base_schema;
  bool are_days = false;
};

/// What a pair of rules does to a subscriber.
/// Shape: a change for each term that differs; `implied` are those that only follow from there being
///        an offer now, or none any more.
struct Outcome {
  std::vector<Change> terms;
  std::vector<Change> implied;

  std::size_t size() const { return terms.size() + implied.size(); }
};

/// Says what a pair of rules does to a subscriber.
/// Shape:  what appears or goes as a whole is ranked where others had it or have it still, or where
///         the carrier changed it; else it only is known now, or not known any more. Empty where the
///         subscriber has what it had.
Outcome compare_terms(const RulePair& pair,
                      const Subscriber& subscriber,
                      const RuleGroup& group,
                      const PolicySides& sides);

/// Returns why and since when the terms of a pair differ.
ItemFacts facts_of(const RulePair& pair, const PolicySides& sides);

}  // namespace simrules
