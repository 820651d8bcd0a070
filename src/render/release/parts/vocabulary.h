#pragma once

#include <string>

#include "release/release.h"

namespace simrules {

/// Writes i18n.json: every word that the release is told in, each with all of its languages beside it.
/// Shape: schemas/i18n.schema.json; the program says these very words.
std::string vocabulary_file(const ReleaseContent& content, const std::vector<ReleaseFile>& files);

}  // namespace simrules
