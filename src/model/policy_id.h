#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace simrules {

/// The folder of sellers without a home country.
inline constexpr const char* kGlobal = "global";

/// The two parts of a policy's id: `jp` and `his-mobile`.
struct PolicyIdParts {
  std::string country;
  std::string brand;
};

/// Cuts an id in two; nothing for a text that is no id, and so for every path that leads elsewhere.
/// Source: the pattern of `id` in schemas/policy.schema.json.
std::optional<PolicyIdParts> parse_policy_id(std::string_view text);

/// Returns the first part of an id: its country, `jp`, or `global`.
std::string country_part(std::string_view id);

/// Returns the id that the place of a file gives a policy: the last two parts of its path without
/// the ending, `jp/au` for `policies/jp/au.yaml`; empty for `-`.
std::string id_of_path(const std::string& path);

/// Returns the id that a text most likely means: `jp/foo-mobile` for `policies/JP/Foo Mobile.yaml`;
/// nothing if there is none.
std::optional<std::string> near_policy_id(std::string_view text);

/// Returns the name that the brand of an id suggests: `His Mobile` for `his-mobile`.
std::string name_of_brand(std::string_view brand);

}  // namespace simrules
