#pragma once

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "document/document.h"
#include "model/catalog.h"
#include "release/contents/schemas.h"
#include "schema/schema.h"

namespace simrules {

/// A published dataset that was read back.
/// Shape: `catalog` holds what the authors wrote and nothing derived; `schema` is the policy schema
/// that shipped with
///        it; `shipped` is the whole dataset schema; `sha256` is the digest of the dataset's bytes.
struct Dataset {
  std::string version;
  std::string released;
  int schema_version = kDatasetSchemaVersion;
  std::string sha256;
  Catalog catalog;
  PolicySchema schema;
  Schema shipped;
};

/// Which dataset of a catalog is meant.
/// Shape: `shape` is the dataset schema that ships with it, and says which keys there must be.
struct Edition {
  std::string version;
  std::string released;
  int schema_version;
  const nlohmann::json& shape;
};

/// Builds the dataset of a catalog: every policy with its file and each rule with its confidence.
nlohmann::json make_dataset(const Catalog& catalog, const Edition& edition);

/// The dataset schema that shipped with a release.
/// Shape: `like` is a dataset whose schemas are taken over if its own shipped in the same bytes, so
///        that a chain of releases reads each schema once; it may be nullptr.
struct ShippedSchema {
  Document document;
  const Dataset* like = nullptr;

  bool is_known() const;
};

/// Reads a dataset with the dataset schema that shipped beside it.
/// Errors: the ids of `schema_checks()`; `release-unreadable` for a dataset that conforms to its
/// own schema but not
///         to ours, `release-duplicate-id`, `release-newer`; nothing is returned then.
std::optional<Dataset> read_dataset(Document dataset,
                                    ShippedSchema dataset_schema,
                                    const ContractSchemas& schemas,
                                    DiagnosticSink& sink);

/// Reads a dataset file and the `dataset.schema.json` in the same folder.
/// Errors: those of `read_file`, `read_json` and `read_dataset`.
std::optional<Dataset> load_dataset(const std::string& path,
                                    const ContractSchemas& schemas,
                                    DiagnosticSink& sink);

/// Digests the files of a catalog: the SHA-256 of the sorted lines "sha256  path".
std::string policies_digest(const Catalog& catalog);

/// Tells whether a file of a release has a shape that this tool knows: a newer one is told apart from
/// a broken one, for the way out is another tool, not another file. Errors: `release-newer`.
bool has_known_version(const Document& document, DiagnosticSink& sink);

}  // namespace simrules
