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
#include "release/contents/bundle.h"
#include "release/contents/every_key.h"
#include "release/reporting.h"
#include "schema/schema_check.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kLicense = "CC0-1.0";
constexpr const char* kSchemaName = "dataset.schema.json";

json publish_policy(const Policy& policy) {
  json entry = *policy.value;
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
                     schema);
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
      if (!is_new(ids, policy.id + '#' + rule.topic + '/' + rule.id, path, sink)) return false;
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

std::optional<PolicySchema> load_policy_schema(const Schema& shipped,
                                               const ContractSchemas& schemas,
                                               DiagnosticSink& sink) {
  std::optional<Document> document = policy_schema_of(shipped, sink);
  if (!document) return std::nullopt;
  return PolicySchema::load(std::move(*document), schemas.vocabulary, sink);
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

json make_dataset(const Catalog& catalog, const Edition& edition) {
  json policies = json::array();
  for (const Policy& policy : catalog.policies()) policies.push_back(publish_policy(policy));
  json dataset = {{"$schema", kSchemaName},
                  {"schema_version", edition.schema_version},
                  {"version", edition.version},
                  {"released", edition.released},
                  {"license", kLicense},
                  {"policies", std::move(policies)}};
  add_every_key(dataset, edition.shape, edition.shape.at("definitions"));
  return dataset;
}

bool ShippedSchema::is_known() const {
  return like != nullptr && like->shipped.document().source.text() == document.source.text();
}

std::optional<Dataset> read_dataset(Document dataset,
                                    ShippedSchema dataset_schema,
                                    const ContractSchemas& schemas,
                                    DiagnosticSink& sink) {
  const std::string path = dataset.source.path();
  if (!has_known_version(dataset, sink)) return std::nullopt;
  if (!SchemaChecker(schemas.dataset).check(dataset, sink)) return std::nullopt;
  const bool is_known = dataset_schema.is_known();
  std::optional<Schema> shipped = is_known ? dataset_schema.like->shipped
                                           : Schema::load(std::move(dataset_schema.document), sink);
  if (!shipped || !SchemaChecker(*shipped).check(dataset, sink)) return std::nullopt;
  std::optional<PolicySchema> schema =
      is_known ? dataset_schema.like->schema : load_policy_schema(*shipped, schemas, sink);
  if (!schema) return std::nullopt;
  // The shipped schema is not ours to trust: it may let shapes pass that our code does not expect.
  try {
    std::vector<Policy> policies;
    json written = dataset.value;
    drop_unstated(written, shipped->value(), shipped->value().at("definitions"));
    for (json& entry : written.at("policies")) {
      policies.push_back(take_policy(std::move(entry), *schema));
    }
    Dataset result{dataset.value.at("version").get<std::string>(),
                   dataset.value.at("released").get<std::string>(),
                   dataset.value.at("schema_version").get<int>(),
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
  std::optional<Document> dataset = load_document(path, kDatasetLimits, sink);
  const std::string beside = path.find('/') == std::string::npos
                                 ? std::string(kSchemaName)
                                 : folder_of(path) + '/' + kSchemaName;
  std::optional<Document> schema = load_document(beside, kShippedSchemaLimits, sink);
  if (!dataset || !schema) return std::nullopt;
  return read_dataset(std::move(*dataset), {std::move(*schema)}, schemas, sink);
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
