#pragma once

#include <nlohmann/json.hpp>

#include "diff/effects/subscribers.h"
#include "model/catalog.h"
#include "schema/spec/find_field.h"

namespace simrules {

/// One side of a comparison of two policies.
struct PolicySide {
  const Policy& policy;
  const FieldSpec& spec;
  const Places& places;
};

/// Returns what a rule says to one subscriber.
/// Shape: as the rule has it, but without its id and what tells subscribers apart, without the parts
///        that are for others, and without sources and words; a word that stands for a value of the
///        subscriber's plan is that value.
nlohmann::json terms_for(const Rule& rule, const Subscriber& subscriber, const PolicySide& side);

/// Tells whether a rule says anything: its verdict is no word for not known.
bool is_known(const Rule& rule, const FieldSpec& policy);

}  // namespace simrules
