#pragma once

#include <string>

namespace simrules {

/// Says which version this is, which versions of schemas it knows, and what it is built with.
/// Shape: the first line is `simrules` and the version.
std::string version_text();

}  // namespace simrules
