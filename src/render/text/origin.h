#pragma once

#include <string>

#include "release/contents/changes_json.h"
#include "schema/language/language.h"

namespace simrules {

/// Names one side of a comparison: "release 1.2.0 (sha256 0123456789ab)".
/// Shape: printable.
std::string origin_text(const Origin& origin, const Language& words);

}  // namespace simrules
