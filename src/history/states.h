#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/catalog.h"
#include "release/contents/changes_json.h"
#include "release/contents/schemas.h"
#include "release/stored/index.h"
#include "schema/schema.h"

namespace simrules {

/// What our data said at one time: in a release, or now without being released.
/// Shape: `released` is the day of the release, empty for what is not released; `schema` is the one
///        that the data was written for, `words` the one that it is put into words with.
struct DataState {
  Origin origin;
  std::string released;
  Catalog catalog;
  std::shared_ptr<const PolicySchema> schema;
  std::shared_ptr<const PolicySchema> words;
};

/// The states of our data, oldest first; those that were released come before the one that was not.
using DataStates = std::vector<DataState>;

/// Reads every release of a folder of releases, each against its digest, oldest first.
/// Shape:  what a release says in the same way as the one before it is kept once; a release from
///         before there were sentences is put into words with `words`.
/// Errors: `index-missing` also for an index without a release, the other ids of `read_index` and
///         those of `load_release`; nothing is returned then.
std::optional<DataStates> load_states(const std::string& reports,
                                      const ContractSchemas& schemas,
                                      const std::shared_ptr<const PolicySchema>& words,
                                      DiagnosticSink& sink);

}  // namespace simrules
