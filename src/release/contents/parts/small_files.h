#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "release/stored/manifest.h"

namespace simrules {

// The JSON of a release beside the dataset and the changes, for who needs one thing alone.
inline constexpr const char* kPoliciesName = "policies.json";
inline constexpr const char* kRedirectsName = "redirects.json";
inline constexpr const char* kDeprecationsName = "deprecations.json";
inline constexpr const char* kVocabularyName = "i18n.json";

inline constexpr std::array<const char*, 4> kSmallFiles = {
    kPoliciesName, kRedirectsName, kDeprecationsName, kVocabularyName};

/// The schema of the files of single policies. It refers to that of the dataset beside it.
inline constexpr const char* kByPolicySchemaName = "by-policy.schema.json";

/// The version of the shape of these files.
inline constexpr int kSmallFileVersion = 1;

/// Names the schema of a small file: `policies.schema.json`.
std::string small_schema_name(std::string_view file);

/// Names the file of one policy: `by-policy/jp/au.json`.
std::string by_policy_name(std::string_view id);

/// Tells whether a file of a release is that of one policy.
bool is_by_policy(std::string_view name);

/// Writes the schemas of the small files. They tell of what code alone writes, so that it is those that
/// are compiled in.
std::vector<ReleaseFile> small_schemas();

/// Tells whether a file of a release is one of these schemas.
bool is_small_schema(std::string_view name);

/// Puts what the schema of a dataset says of a policy into the schema of the files of single policies,
/// which refers to it.
/// Errors: exceptions of the JSON library where either has another shape.
nlohmann::json with_dataset_entry(nlohmann::json by_policy, const nlohmann::json& dataset);

}  // namespace simrules
