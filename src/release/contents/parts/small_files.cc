#include "release/contents/parts/small_files.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "release/contents/dataset.h"
#include "release/contents/json_text.h"
#include "release/contents/parts/left_out.h"
#include "schema/built_in.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr std::string_view kJsonEnd = ".json";
constexpr std::string_view kSchemaEnd = ".schema.json";

/// The definition that stands for an entry of the dataset, and where the dataset's schema has that.
constexpr const char* kEntry = "dataset_entry";
constexpr const char* kEntryOfDataset = "/properties/policies/items";

json built_in(std::string_view name) {
  const std::string_view bare = name.substr(0, name.size() - kSchemaEnd.size());
  const auto schema = built_in_schema(bare, std::string(name));
  if (!schema) throw std::logic_error(fmt::format("{} is not compiled in", name));
  return schema->value();
}

}  // namespace

std::string small_schema_name(std::string_view file) {
  return std::string(file.substr(0, file.size() - kJsonEnd.size())) + std::string(kSchemaEnd);
}

std::string by_policy_name(std::string_view id) {
  return fmt::format("{}{}{}", kByPolicyFolder, id, kJsonEnd);
}

bool is_by_policy(std::string_view name) { return name.starts_with(kByPolicyFolder); }

std::vector<ReleaseFile> small_schemas() {
  std::vector<ReleaseFile> files;
  for (const char* name : kSmallFiles) {
    const std::string schema = small_schema_name(name);
    files.push_back({schema, compact_json_text(built_in(schema))});
  }
  json by_policy = built_in(kByPolicySchemaName);
  by_policy["definitions"][kEntry] = {
      {"$ref", fmt::format("{}#{}", kDatasetSchemaName, kEntryOfDataset)}};
  files.push_back({kByPolicySchemaName, compact_json_text(by_policy)});
  return files;
}

bool is_small_schema(std::string_view name) {
  return name == kByPolicySchemaName || std::ranges::any_of(kSmallFiles, [&](const char* file) {
           return name == small_schema_name(file);
         });
}

json with_dataset_entry(json by_policy, const json& dataset) {
  json definitions = dataset.at("definitions");
  definitions[kEntry] = dataset.at(json::json_pointer(kEntryOfDataset));
  for (const auto& [name, definition] : by_policy.at("definitions").items()) {
    if (name != kEntry) definitions[name] = definition;
  }
  by_policy["definitions"] = std::move(definitions);
  return by_policy;
}

}  // namespace simrules
