#pragma once

#include <string>
#include <string_view>

#include "release/contents/changes_json.h"

namespace simrules {

/// Names one side of a comparison: "release 1.2.0 (sha256 0123456789ab)".
/// Shape: printable.
std::string origin_text(const Origin& origin, std::string_view language = "en");

}  // namespace simrules
