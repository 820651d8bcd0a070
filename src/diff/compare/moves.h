#pragma once

#include <vector>

#include "model/catalog.h"
#include "schema/spec/field_spec.h"

namespace simrules {

/// A rule of the head that takes the place of one of the base in another policy.
struct Move {
  const Policy* from;
  const Rule* former;
  const Policy* to;
  const Rule* successor;
};

/// Lists what moved between policies, as the head says (`retired` with `moved_to`).
/// Shape: the former rule is gone and the successor is new, both of one topic; a successor that several
///        claim is that of the first.
std::vector<Move> moves_between(const Catalog& base, const Catalog& head);

/// Returns a policy with rules of others behind its own.
Policy with_rules(const Policy& policy,
                  const std::vector<const Rule*>& rules,
                  const FieldSpec& fields);

/// For whom a former rule is, where it stands in the place of its successor: policies have plans and zones
/// of their own.
enum class MovedScope { kFormer, kSuccessor };

/// Returns the policy that a rule moved to as if the former rule stood there, by the successor's id.
/// Shape: it has the sources of both policies and no lines.
Policy before_move(const Move& move, MovedScope scope, const FieldSpec& fields);

}  // namespace simrules
