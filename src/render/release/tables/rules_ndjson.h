#pragma once

#include <string>

#include "release/release.h"

namespace simrules {

/// Writes rules.ndjson: the table of rules, one JSON object a line.
/// Shape:  every line has every column as a key, in the order of `rules_columns`; nested objects
///         are as in the dataset, null where nothing is stated. What some readers take for the end
///         of a line is escaped.
/// Source: RFC 8259; lines end with LF alone.
std::string rules_ndjson(const ReleaseContent& content);

}  // namespace simrules
