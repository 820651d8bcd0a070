#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "document/document.h"
#include "model/catalog.h"
#include "release/contents/schemas.h"
#include "schema/language/collection.h"
#include "schema/schema.h"

namespace simrules {

inline constexpr const char* kDatasetName = "dataset.json";
inline constexpr const char* kDatasetSchemaName = "dataset.schema.json";
inline constexpr const char* kPolicySchemaName = "policy.schema.json";

/// A published dataset that was read back.
/// Shape: `catalog` holds what the authors wrote and nothing derived; `schema` is the policy schema
///        that shipped with it, `shipped` the dataset schema; `sha256` is the digest of the dataset's
///        bytes.
struct Dataset {
  std::string version;
  std::string released;
  int schema_version = kDatasetSchemaVersion;
  std::string sha256;
  Catalog catalog;
  PolicySchema schema;
  Schema shipped;
};

/// Builds the dataset of a catalog: every policy with its file, each rule with its confidence, and
/// every key that the policy schema knows.
nlohmann::json make_dataset(const Catalog& catalog,
                            const PolicySchema& schema,
                            const std::string& version,
                            const std::string& released);

/// The schemas that shipped with a dataset.
/// Shape: `policy` is empty for releases that have none, `languages` for those whose words stand in
///        their schema; `like` is a dataset whose schemas are taken
///        over if its own shipped in the same bytes, so that a chain of releases reads each schema
///        once; it may be nullptr.
struct ShippedSchemas {
  Document dataset;
  std::optional<Document> policy = {};
  std::vector<LanguageFile> languages = {};
  const Dataset* like = nullptr;

  bool are_known() const;
};

/// Reads a dataset with the schemas that shipped beside it.
/// Errors: the ids of `schema_checks()`; `release-unreadable` for a dataset that conforms to its own
///         schema but not to ours, `release-duplicate-id`, `release-newer`; nothing is returned then.
std::optional<Dataset> read_dataset(Document dataset,
                                    ShippedSchemas shipped,
                                    const ContractSchemas& schemas,
                                    DiagnosticSink& sink);

/// Reads a dataset file and the schemas in the same folder.
/// Errors: those of `read_file`, `read_json` and `read_dataset`.
std::optional<Dataset> load_dataset(const std::string& path,
                                    const ContractSchemas& schemas,
                                    DiagnosticSink& sink);

/// Digests the files of a catalog: the SHA-256 of the sorted lines "sha256  path".
std::string policies_digest(const Catalog& catalog);

/// Tells whether a file of a release has a shape that this tool knows: a newer one is told apart
/// from a broken one, for the way out is another tool, not another file.
/// Errors: `release-newer`.
bool has_known_version(const Document& document, DiagnosticSink& sink);

}  // namespace simrules
