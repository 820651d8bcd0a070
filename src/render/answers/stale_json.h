#pragma once

#include <string>

#include "render/answers/stale_words.h"

namespace simrules {

/// Writes the rules by the age of their evidence as JSON.
/// Shape: schemas/stale.schema.json; every member is always there, null where there is nothing.
std::string stale_as_json(const StaleReport& report);

}  // namespace simrules
