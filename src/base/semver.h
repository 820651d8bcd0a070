#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace simrules {

/// A version of a dataset: three numbers, no pre-release and no build part.
/// Source: Semantic Versioning 2.0.0, items 2 and 11.
struct SemVer {
  int major = 0;
  int minor = 0;
  int patch = 0;

  auto operator<=>(const SemVer&) const = default;  // NOLINT(modernize-use-nullptr)
};

std::optional<SemVer> parse_semver(std::string_view text);
std::string to_string(const SemVer& version);

}  // namespace simrules
