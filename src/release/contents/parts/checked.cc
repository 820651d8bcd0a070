#include "release/contents/parts/checked.h"

#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "document/json_reader.h"
#include "release/contents/json_text.h"
#include "release/contents/schemas.h"
#include "schema/built_in.h"
#include "schema/schema_check.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kCheckedSchema = "$schema";
constexpr const char* kVersionKey = "schema_version";
constexpr const char* kCheckedPolicies = "policies";
constexpr const char* kFilePath = "path";
constexpr const char* kFileSha256 = "sha256";
constexpr const char* kRuleCount = "rules";
constexpr const char* kTranslationFiles = "translations";

constexpr int kCheckedVersion = 1;

json entry_json(const CheckedPolicy& policy) {
  json translations = json::array();
  for (const FileDigest& file : policy.translations)
    translations.push_back({{kFilePath, file.path}, {kFileSha256, file.sha256}});
  return {{kFilePath, policy.path},
          {kFileSha256, policy.sha256},
          {kRuleCount, policy.rules},
          {kTranslationFiles, std::move(translations)}};
}

CheckedPolicy take_entry(const json& value) {
  CheckedPolicy policy{value.at(kFilePath).get<std::string>(),
                       value.at(kFileSha256).get<std::string>(),
                       value.at(kRuleCount).get<std::size_t>()};
  for (const json& file : value.at(kTranslationFiles))
    policy.translations.push_back(
        {file.at(kFilePath).get<std::string>(), file.at(kFileSha256).get<std::string>()});
  return policy;
}

/// Returns the schema that is compiled in.
Schema checked_schema() {
  auto schema = built_in_schema("checked", kCheckedSchemaName);
  if (!schema) throw std::logic_error("the schema of what was checked is not compiled in");
  return std::move(*schema);
}

}  // namespace

CheckedPolicy checked_policy(const Policy& policy) {
  return {policy.path, policy.sha256.hex(), policy.rules.size(), policy.translations};
}

std::string checked_schema_text() { return compact_json_text(checked_schema().value()); }

std::string checked_text(const std::vector<CheckedPolicy>& policies) {
  json entries = json::array();
  for (const CheckedPolicy& policy : policies) entries.push_back(entry_json(policy));
  return lines_text({{kCheckedSchema, kCheckedSchemaName},
                     {kVersionKey, kCheckedVersion},
                     {kCheckedPolicies, std::move(entries)}});
}

std::optional<std::vector<CheckedPolicy>> read_checked(const std::string& path,
                                                       std::string text,
                                                       DiagnosticSink& sink) {
  const auto document = read_json(path, std::move(text), kListLimits, sink);
  if (!document || !SchemaChecker(checked_schema()).check(*document, sink)) return std::nullopt;
  std::vector<CheckedPolicy> policies;
  for (const json& entry : document->value.at(kCheckedPolicies))
    policies.push_back(take_entry(entry));
  return policies;
}

bool are_of(const std::vector<CheckedPolicy>& checked, const Catalog& catalog) {
  std::map<std::string_view, const Policy*> by_path;
  for (const Policy& policy : catalog.policies()) by_path.emplace(policy.path, &policy);
  return std::ranges::all_of(checked, [&](const CheckedPolicy& each) {
    const auto policy = by_path.find(each.path);
    return policy != by_path.end() && policy->second->sha256.hex() == each.sha256 &&
           policy->second->rules.size() == each.rules;
  });
}

}  // namespace simrules
