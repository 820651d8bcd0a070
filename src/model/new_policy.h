#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "schema/schema.h"

namespace simrules {

/// What is known of a policy that nobody has written yet.
/// Shape: `names` by language, English among them; `countries` is not empty.
/// Units: `date` is the day of its revisions, as 2026-11-22.
struct NewPolicy {
  std::string id;
  std::map<std::string, std::string> names;
  std::string kind;
  std::vector<std::string> countries;
  std::string currency;
  std::string date;
};

/// Writes the file of a new policy: the modeline, the schema's snippet `policy` in which every topic
/// is unknown, and comments that say what to fill in.
/// Errors: nothing when the schema has no such snippet.
std::optional<std::string> new_policy_text(const NewPolicy& policy, const PolicySchema& schema);

}  // namespace simrules
