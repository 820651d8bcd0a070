#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/json_reader.h"

namespace simrules {

/// The largest file of JSON that a release has, where nobody asks for less: readers take no larger one.
inline constexpr std::size_t kMostJsonBytes = kDatasetLimits.file_bytes;

/// The folder of the files of single policies.
inline constexpr std::string_view kByPolicyFolder = "by-policy/";

/// Which files a release leaves out for their size.
/// Shape: `known` is what a release that is made again leaves out, whatever the size.
struct SizeRule {
  std::size_t most_bytes = kMostJsonBytes;
  std::optional<std::vector<std::string>> known = {};

  bool leaves_out(std::string_view file, std::size_t bytes) const;
};

/// Returns what readers take where a file is left out for its size: the folder that has the same by
/// policy. Empty for a file that is never left out.
std::string_view instead_of(std::string_view file);

/// Names the file of what changed in one policy: `changes/jp/au.json`.
std::string changes_name(std::string_view policy);

/// Tells whether a file of a release says what changed, in all policies or in one.
bool tells_changes(std::string_view file);

/// Returns where the schema of what changed lies from the folder of a file of one policy.
std::string changes_schema_path();

}  // namespace simrules
