#pragma once

#include <string>
#include <vector>

#include "diff/change_ids.h"

namespace simrules {

/// Lists ids of changes, a line each; a single one with what it says of which fields.
std::string change_ids_as_text(const std::vector<ChangeId>& ids);

/// Writes ids of changes as data.
std::string change_ids_as_json(const std::vector<ChangeId>& ids);

/// Writes ids of changes as a table; a single one as a section.
std::string change_ids_as_markdown(const std::vector<ChangeId>& ids);

}  // namespace simrules
