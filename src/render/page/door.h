#pragma once

#include <string>

#include "release/stored/index.h"

namespace simrules {

inline constexpr const char* kDoorName = "index.html";

/// Writes the page beside the index of releases: the newest answers in each language of ours, and every
/// release with what it changed.
/// Shape: one file without a script that requests nothing.
std::string door_html(const Index& index);

}  // namespace simrules
