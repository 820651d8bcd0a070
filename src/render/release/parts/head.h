#pragma once

#include <nlohmann/json_fwd.hpp>

#include "release/release.h"

namespace simrules {

/// Returns what every small file of a release begins with: its schema, the version of its shape, the
/// release and its day.
nlohmann::json small_file_head(const char* file, const ReleaseContent& content);

}  // namespace simrules
