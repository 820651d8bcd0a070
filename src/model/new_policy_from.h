#pragma once

#include <string>

#include "model/catalog.h"
#include "model/new_policy.h"
#include "schema/schema.h"

namespace simrules {

/// Makes the file of a policy that has the plans, the zones and the rules in force of another one, with
/// their names and the contracts that they are for, and with the claims, notes, pages and days of
/// nobody; whatever is still the other's is marked to be changed.
std::string new_policy_text_from(const Policy& other,
                                 const NewPolicy& policy,
                                 const PolicySchema& schema);

}  // namespace simrules
