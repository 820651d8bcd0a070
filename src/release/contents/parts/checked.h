#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "document/document.h"
#include "model/catalog.h"

namespace simrules {

inline constexpr const char* kCheckedName = "checked.json";
inline constexpr const char* kCheckedSchemaName = "checked.schema.json";

/// The last of all days: what nothing is found in today and then has nothing found in between.
inline constexpr PartialDate kLastDay{9999, 12, 31};

/// A policy in which nothing at all was found when a release was made, and in which no later day finds
/// anything while it stays as it is.
/// Shape: `path`, `sha256` and `translations` are of its files, `rules` counts what it holds.
struct CheckedPolicy {
  std::string path;
  std::string sha256;
  std::size_t rules = 0;
  std::vector<FileDigest> translations = {};
};

/// Policies that were checked, by their ids.
using CheckedById = std::map<std::string, CheckedPolicy, std::less<>>;

/// Tells of a policy that was checked.
CheckedPolicy checked_policy(const Policy& policy);

/// Writes the schema of what was checked, as it is compiled in: code alone writes that file.
std::string checked_schema_text();

/// Writes what was checked, in the order of a catalog.
/// Shape: schemas/checked.schema.json.
std::string checked_text(const std::vector<CheckedPolicy>& policies);

/// Reads it back.
/// Errors: those of `read_json` and of the schema; nothing is returned then.
std::optional<std::vector<CheckedPolicy>> read_checked(const std::string& path,
                                                       std::string text,
                                                       DiagnosticSink& sink);

/// Tells whether policies that were checked are those of a catalog.
bool are_of(const std::vector<CheckedPolicy>& checked, const Catalog& catalog);

}  // namespace simrules
