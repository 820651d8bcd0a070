#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/threads/parallel.h"
#include "document/document.h"
#include "model/catalog.h"
#include "release/contents/about.h"
#include "release/contents/current.h"
#include "release/contents/dataset_schema.h"
#include "release/contents/parts/checked.h"
#include "release/contents/schemas.h"
#include "schema/language/collection.h"
#include "schema/schema.h"

namespace simrules {

inline constexpr const char* kDatasetName = "dataset.json";
inline constexpr const char* kDatasetSchemaName = "dataset.schema.json";
inline constexpr const char* kPolicySchemaName = "policy.schema.json";

/// The data of a release that was read back.
/// Shape: `about` is what its owner states; `catalog` holds what the authors wrote and nothing derived;
///        `schema` is the policy schema that it shipped with and `schema_text` the file that it was read
///        from; `sha256` is the digest of the dataset's bytes, where the release leaves that file out
///        (parts/left_out.h) that of what the authors wrote.
struct Dataset {
  std::string version;
  std::string released;
  int schema_version = kDatasetSchemaVersion;
  std::string sha256;
  Catalog catalog;
  PolicySchema schema;
  std::string schema_text;
  DatasetAbout about = {};
};

/// What a dataset is the dataset of.
/// Shape: `description` tells of every field of it (dataset_schema.h); `stated` is what the authors
///        wrote, `current` what holds of that on the day of the release.
struct DatasetParts {
  const Catalog& stated;
  const CurrentCatalog& current;
  const PolicySchema& schema;
  const DatasetDescription& description;
};

/// Builds a dataset: every policy with its file, each thing with what holds on the day of the release,
/// before and after, each rule with its confidence, every key that the schema of a dataset knows, and
/// each value of one type.
nlohmann::json make_dataset(const DatasetParts& parts,
                            const std::string& version,
                            const std::string& released,
                            const DatasetAbout& about = {},
                            const Jobs& jobs = {});

/// Reads the policy schema that a release shipped, with its languages.
/// Shape:  `like` is a dataset whose schema is taken over if its own was of the same bytes, so that a
///         chain of releases reads each schema once; it may be nullptr.
/// Errors: those of `PolicySchema::load` and `words_of_release`; nothing is returned then.
std::optional<PolicySchema> shipped_policy_schema(Document text,
                                                  const std::vector<LanguageFile>& languages,
                                                  const Dataset* like,
                                                  const ContractSchemas& schemas,
                                                  DiagnosticSink& sink);

/// Digests the files of a catalog, with those that were not read: the SHA-256 of the sorted lines
/// "sha256  path".
std::string policies_digest(const Catalog& catalog, const std::vector<CheckedPolicy>& unread = {});

/// Tells whether no two policies and no two rules of a policy share an id, which a comparison could
/// not tell apart; a release that we made has no such thing.
/// Errors: `release-duplicate-id`.
bool has_unique_ids(const Catalog& catalog, const std::string& path, DiagnosticSink& sink);

/// Tells whether a file of a release has a shape that this tool knows: a newer one is told apart
/// from a broken one, for the way out is another tool, not another file.
/// Errors: `release-newer`.
bool has_known_version(const Document& document, DiagnosticSink& sink);

}  // namespace simrules
