#include "release/contents/dataset.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "base/disk/descriptor.h"
#include "base/disk/files.h"
#include "base/text.h"
#include "release/contents/explicit_nulls.h"
#include "release/contents/legacy.h"
#include "release/contents/words.h"
#include "release/reporting.h"
#include "release/stored/folder.h"
#include "schema/language/file.h"
#include "schema/schema_check.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kLicense = "CC0-1.0";

/// The first version of the dataset's shape in which every key is there.
constexpr int kFirstWithNulls = 2;

const json& definitions_of(const json& schema) {
  static const json none = json::object();
  const auto found = schema.find("definitions");
  return found == schema.end() ? none : *found;
}

json publish_policy(const Policy& policy) {
  json entry = policy.raw();
  for (const Rule& rule : policy.rules) {
    entry[json::json_pointer(rule.pointer)]["confidence"] = to_string(rule.confidence);
  }
  entry["source"] = {{"path", policy.path}, {"sha256", policy.sha256}};
  return entry;
}

Policy take_policy(json value, const PolicySchema& schema) {
  const json source = value.at("source");
  value.erase("source");
  for (const std::string& topic : schema.topics()) {
    const auto section = value.find(topic);
    if (section == value.end()) continue;
    for (json& rule : *section) rule.erase("confidence");
  }
  return make_policy(std::move(value),
                     source.at("path").get<std::string>(),
                     source.at("sha256").get<std::string>(),
                     schema.topics());
}

bool report_unreadable(DiagnosticSink& sink, const std::string& path, std::string what) {
  return report_error(sink,
                      "release-unreadable",
                      path,
                      fmt::format("{} is no dataset of ours: {}", quoted(path), what),
                      "restore the files of the release from where they were published");
}

bool is_new(std::set<std::string>& ids,
            std::string id,
            const std::string& path,
            DiagnosticSink& sink) {
  const auto [place, inserted] = ids.insert(std::move(id));
  return inserted || report_error(sink,
                                  "release-duplicate-id",
                                  path,
                                  fmt::format("{} is there twice", quoted(*place)),
                                  "restore the dataset that was released");
}

/// Refuses what the diff could not tell apart; a dataset that we wrote has no such thing.
bool ids_are_unique(const Catalog& catalog, const std::string& path, DiagnosticSink& sink) {
  std::set<std::string> ids;
  for (const Policy& policy : catalog.policies()) {
    if (!is_new(ids, policy.id, path, sink)) return false;
    for (const Rule& rule : policy.rules) {
      if (!is_new(ids, to_string(full_name(policy, rule)), path, sink)) return false;
    }
  }
  return true;
}

std::optional<Document> load_document(const std::string& path,
                                      const DocumentLimits& limits,
                                      DiagnosticSink& sink) {
  std::optional<std::string> text = read_file(path, path, limits.file_bytes, sink);
  if (!text) return std::nullopt;
  return read_json(path, std::move(*text), limits, sink);
}

std::optional<PolicySchema> load_policy_schema(ShippedSchemas shipped,
                                               const Schema& dataset_schema,
                                               const ContractSchemas& schemas,
                                               DiagnosticSink& sink) {
  if (!shipped.policy) shipped.policy = legacy_policy_schema(dataset_schema, sink);
  if (!shipped.policy) return std::nullopt;
  // The words of releases from before language files stand in their schema.
  const bool has_words = has_inline_words(shipped.policy->value);
  LanguagesPtr words = has_words ? nullptr : words_of_release(shipped.languages, schemas, sink);
  if (!has_words && words == nullptr) return std::nullopt;
  return PolicySchema::load(std::move(*shipped.policy), schemas.vocabulary, sink, std::move(words));
}

/// Reads the language files beside a dataset; `folder` is empty or ends in a slash.
std::optional<std::vector<LanguageFile>> load_languages(const std::string& folder,
                                                        DiagnosticSink& sink) {
  const auto entries = list_folder(folder.empty() ? "." : folder, sink);
  if (!entries) return std::nullopt;
  std::vector<LanguageFile> files;
  for (const FolderEntry& entry : *entries) {
    const auto tag = language_tag_of(entry.name);
    if (!tag) continue;
    const std::string path = folder + entry.name;
    auto text = read_file(path, path, kSchemaLimits.file_bytes, sink);
    if (!text) return std::nullopt;
    files.push_back({*tag, path, std::move(*text)});
  }
  return files;
}

}  // namespace

bool has_known_version(const Document& document, DiagnosticSink& sink) {
  const json version =
      document.value.is_object() ? document.value.value("schema_version", json()) : json();
  if (!version.is_number_integer() || version <= kDatasetSchemaVersion) return true;
  return report_error(sink,
                      "release-newer",
                      document.source.path(),
                      fmt::format("{} has schema version {}, this tool knows versions up to {}",
                                  quoted(document.source.path()),
                                  version.dump(),
                                  kDatasetSchemaVersion),
                      "use a newer version of simrules");
}

json make_dataset(const Catalog& catalog,
                  const PolicySchema& schema,
                  const std::string& version,
                  const std::string& released) {
  const json& root = schema.schema().value();
  json policies = json::array();
  for (const Policy& policy : catalog.policies()) {
    policies.push_back(publish_policy(policy));
    add_explicit_nulls(policies.back(), root, definitions_of(root));
  }
  return {{"$schema", kDatasetSchemaName},
          {"schema_version", kDatasetSchemaVersion},
          {"version", version},
          {"released", released},
          {"license", kLicense},
          {"policies", std::move(policies)}};
}

bool ShippedSchemas::are_known() const {
  const auto is_same = [](const Schema& known, const Document& document) {
    return known.document().source.text() == document.source.text();
  };
  const auto is_known_language = [this](const LanguageFile& file) {
    return std::ranges::any_of(like->schema.language_files(), [&](const LanguageText& known) {
      return known.tag == file.tag && known.text == file.text;
    });
  };
  return like != nullptr && is_same(like->shipped, dataset) &&
         (!policy || is_same(like->schema.schema(), *policy)) &&
         languages.size() == like->schema.language_files().size() &&
         std::ranges::all_of(languages, is_known_language);
}

std::optional<Dataset> read_dataset(Document dataset,
                                    ShippedSchemas beside,
                                    const ContractSchemas& schemas,
                                    DiagnosticSink& sink) {
  const std::string path = dataset.source.path();
  if (!has_known_version(dataset, sink)) return std::nullopt;
  if (!SchemaChecker(schemas.dataset).check(dataset, sink)) return std::nullopt;
  const Dataset* known = beside.are_known() ? beside.like : nullptr;
  std::optional<Schema> shipped =
      known != nullptr ? known->shipped : Schema::load(std::move(beside.dataset), sink);
  if (!shipped || !SchemaChecker(*shipped).check(dataset, sink)) return std::nullopt;
  std::optional<PolicySchema> schema =
      known != nullptr ? known->schema
                       : load_policy_schema(std::move(beside), *shipped, schemas, sink);
  if (!schema) return std::nullopt;
  // The shipped schema is not ours to trust: it may let shapes pass that our code does not expect.
  try {
    std::vector<Policy> policies;
    const json& root = schema->schema().value();
    const int version = dataset.value.at("schema_version").get<int>();
    for (json entry : dataset.value.at("policies")) {
      if (version >= kFirstWithNulls) drop_explicit_nulls(entry, root, definitions_of(root));
      policies.push_back(take_policy(std::move(entry), *schema));
    }
    Dataset result{dataset.value.at("version").get<std::string>(),
                   dataset.value.at("released").get<std::string>(),
                   version,
                   sha256_hex(dataset.source.text()),
                   Catalog(std::move(policies)),
                   std::move(*schema),
                   std::move(*shipped)};
    if (!ids_are_unique(result.catalog, path, sink)) return std::nullopt;
    return result;
  } catch (const json::exception& error) {
    report_unreadable(sink, path, error.what());
    return std::nullopt;
  }
}

std::optional<Dataset> load_dataset(const std::string& path,
                                    const ContractSchemas& schemas,
                                    DiagnosticSink& sink) {
  const std::string folder =
      path.find('/') == std::string::npos ? std::string() : folder_of(path) + '/';
  std::optional<Document> dataset = load_document(path, kDatasetLimits, sink);
  std::optional<Document> schema =
      load_document(folder + kDatasetSchemaName, kShippedSchemaLimits, sink);
  if (!dataset || !schema) return std::nullopt;
  ShippedSchemas beside{std::move(*schema)};
  if (path_exists(folder + kPolicySchemaName)) {
    beside.policy = load_document(folder + kPolicySchemaName, kShippedSchemaLimits, sink);
    if (!beside.policy) return std::nullopt;
  }
  auto languages = load_languages(folder, sink);
  if (!languages) return std::nullopt;
  beside.languages = std::move(*languages);
  return read_dataset(std::move(*dataset), std::move(beside), schemas, sink);
}

std::string policies_digest(const Catalog& catalog) {
  std::vector<std::string> lines;
  for (const Policy& policy : catalog.policies()) {
    lines.push_back(fmt::format("{}  {}\n", policy.sha256, policy.path));
  }
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (const std::string& line : lines) text += line;
  return sha256_hex(text);
}

}  // namespace simrules
