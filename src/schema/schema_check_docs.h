#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "schema/schema.h"

namespace simrules {

/// Returns the checks that a schema makes of documents: the second part of `schema_checks()`.
const std::vector<CheckInfo>& value_checks();

}  // namespace simrules
