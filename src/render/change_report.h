#pragma once

#include <string>
#include <vector>

#include "release/changes_json.h"
#include "render/change_words.h"

namespace simrules {

/// A finished comparison, as the reports show it.
struct ChangeReport {
  Origin base;
  Origin head;
  VersionPlan version;
  const std::vector<Change>& changes;
  ChangeContext context;
};

/// Names one side of a comparison: "release 1.2.0 (sha256 0123456789ab)".
/// Shape: printable.
std::string origin_text(const Origin& origin);

}  // namespace simrules
