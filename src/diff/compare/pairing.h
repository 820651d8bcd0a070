#pragma once

#include <vector>

#include "model/catalog.h"

namespace simrules {

/// A policy on both sides: under one id, or under one that the head says it had before.
/// Shape: null on the side that does not have it; never on both.
struct PolicyMatch {
  const Policy* base = nullptr;
  const Policy* head = nullptr;
};

/// Finds the two sides of every policy: those of the head by id, then those that only the base has.
std::vector<PolicyMatch> match_policies(const Catalog& base, const Catalog& head);

}  // namespace simrules
