#include "release/contents/legacy/dataset.h"

#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "base/text.h"
#include "release/contents/explicit_nulls.h"
#include "release/contents/legacy/policy_schema.h"
#include "release/contents/stated.h"
#include "release/reporting.h"
#include "schema/schema_check.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The version of the dataset's shape in which every key is there.
constexpr int kWithNulls = 2;

constexpr const char* kRestore = "restore the files of the release from where they were published";

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

Catalog take_policies(const Document& dataset, const PolicySchema& schema) {
  const json& root = schema.schema().value();
  const json definitions = root.value("definitions", json::object());
  const bool has_nulls = dataset.value.at("schema_version") == kWithNulls;
  std::vector<Policy> policies;
  for (json entry : dataset.value.at("policies")) {
    if (has_nulls) drop_explicit_nulls(entry, root, definitions);
    policies.push_back(take_policy(std::move(entry), schema));
  }
  return Catalog(std::move(policies));
}

/// Refuses a dataset that is not read from its own file.
bool is_legacy(const Document& dataset, DiagnosticSink& sink) {
  const std::string& path = dataset.source.path();
  if (dataset.value.at("schema_version") < kFirstStatedVersion) return true;
  return report_error(sink,
                      "release-file-missing",
                      path,
                      fmt::format("{} is not beside {}", kStatedName, quoted(path)),
                      "name a dataset in the folder of its release, with all files of it");
}

}  // namespace

std::optional<Dataset> read_legacy_dataset(Document dataset,
                                           Document shipped,
                                           const ContractSchemas& schemas,
                                           DiagnosticSink& sink) {
  const std::string path = dataset.source.path();
  if (!has_known_version(dataset, sink)) return std::nullopt;
  if (!SchemaChecker(schemas.dataset).check(dataset, sink)) return std::nullopt;
  if (!is_legacy(dataset, sink)) return std::nullopt;
  std::string text(shipped.source.text());
  const std::optional<Schema> shape = Schema::load(std::move(shipped), sink);
  if (!shape || !SchemaChecker(*shape).check(dataset, sink)) return std::nullopt;
  auto written = legacy_policy_schema(*shape, sink);
  auto schema =
      written ? PolicySchema::load(std::move(*written), schemas.vocabulary, sink) : std::nullopt;
  if (!schema) return std::nullopt;
  // The shipped schema is not ours to trust: it may let shapes pass that our code does not expect.
  try {
    Dataset result{dataset.value.at("version").get<std::string>(),
                   dataset.value.at("released").get<std::string>(),
                   dataset.value.at("schema_version").get<int>(),
                   sha256_hex(dataset.source.text()),
                   take_policies(dataset, *schema),
                   std::move(*schema),
                   std::move(text),
                   take_about(dataset.value)};
    if (!has_unique_ids(result.catalog, path, sink)) return std::nullopt;
    return result;
  } catch (const json::exception& error) {
    report_error(sink,
                 "release-unreadable",
                 path,
                 fmt::format("{} is no dataset of ours: {}", quoted(path), error.what()),
                 kRestore);
    return std::nullopt;
  }
}

}  // namespace simrules
