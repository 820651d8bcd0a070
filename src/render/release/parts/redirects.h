#pragma once

#include <string>

#include "release/release.h"

namespace simrules {

/// Writes redirects.json: every id that a policy or a rule had in any release, or before, and has no
/// more, with what it is now.
/// Shape: schemas/redirects.schema.json; what a release before listed stays in the list.
std::string redirects_file(const ReleaseContent& content, const std::vector<ReleaseFile>& files);

}  // namespace simrules
