#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace simrules {

/// Lists checks with what each finds, a line each; a single check with its reason and examples.
std::string checks_as_text(const std::vector<CheckInfo>& checks);

/// Writes checks as data.
std::string checks_as_json(const std::vector<CheckInfo>& checks);

/// Writes checks as a page: a table, then a section for each, whose anchor is the check's id.
std::string checks_as_markdown(const std::vector<CheckInfo>& checks);

}  // namespace simrules
