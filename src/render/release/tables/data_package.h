#pragma once

#include <string>
#include <vector>

#include "release/release.h"
#include "release/stored/manifest.h"

namespace simrules {

/// Writes datapackage.json: what every other file of the release is, with its size and digest, and
/// what the columns of the tables are.
/// Shape:  `files` are all that were written before this one; the manifest and SHA256SUMS come after
///         it, for they list it.
/// Source: Data Package 2.0.
std::string data_package(const ReleaseContent& content, const std::vector<ReleaseFile>& files);

}  // namespace simrules
