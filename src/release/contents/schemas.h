#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "document/document.h"
#include "document/json_reader.h"
#include "schema/schema.h"

namespace simrules {

/// The versions of the shape of the dataset and of all other JSON that we emit; one rises only when a
/// reader of the old shape would break.
inline constexpr int kDatasetSchemaVersion = 3;
inline constexpr int kJsonSchemaVersion = 1;

/// The version of the shape of changes.json.
inline constexpr int kChangesSchemaVersion = 2;

/// Units: bytes.
inline constexpr std::size_t kShippedSchemaBytes = 1'048'576;

/// The limits of a schema that a release ships: written with one word a line, it is larger than its
/// source.
inline constexpr DocumentLimits kShippedSchemaLimits{.file_bytes = kShippedSchemaBytes,
                                                     .line_bytes = kShippedSchemaBytes,
                                                     .scalar_bytes = kSchemaLimits.scalar_bytes,
                                                     .key_bytes = kSchemaLimits.key_bytes,
                                                     .depth = kSchemaLimits.depth,
                                                     .nodes = kSchemaLimits.nodes,
                                                     .list_items = kSchemaLimits.list_items};

/// Units: bytes.
inline constexpr std::size_t kListBytes = 268'435'456;

/// The limits of a list of a release or of releases, which grows with the data by a few hundred bytes a
/// policy and cannot be split.
inline constexpr DocumentLimits kListLimits{.file_bytes = kListBytes,
                                            .line_bytes = kListBytes,
                                            .scalar_bytes = kSchemaLimits.scalar_bytes,
                                            .key_bytes = kSchemaLimits.key_bytes,
                                            .depth = kSchemaLimits.depth,
                                            .nodes = kDatasetLimits.nodes,
                                            .list_items = kDatasetLimits.list_items};

/// The schemas that a release is made and verified with, as they are in the repository.
/// Shape: `dataset` is the envelope, whose definition `policy` is a placeholder; `vocabulary` is the
///        one that PolicySchema::load takes; `language` is that of language files; `languages` are those that outputs are written in.
struct ContractSchemas {
  Schema dataset;
  Schema changes;
  Schema manifest;
  Schema index;
  Schema vocabulary;
  Schema language;
  LanguagesPtr languages;
};

/// Loads a schema by its name without `.schema.json`, or reports what is wrong with it.
using SchemaSource = std::function<std::optional<Schema>(const std::string& name)>;

/// Loads all of them from one source, so that what is wrong with each is reported.
std::optional<ContractSchemas> load_contract_schemas(const SchemaSource& source,
                                                     LanguagesPtr languages);

}  // namespace simrules
