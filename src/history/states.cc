#include "history/states.h"

#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "release/reporting.h"
#include "release/stored/stored_release.h"

namespace simrules {
namespace {

/// Takes the policies of the state before where a release says the same, so that a long chain costs
/// no more memory than its changes.
Catalog share_policies(const Catalog& catalog, const Catalog& before) {
  std::vector<Policy> policies;
  for (const Policy& policy : catalog.policies()) {
    const Policy* earlier = before.find(policy.id);
    const bool is_same = earlier != nullptr && earlier->path == policy.path &&
                         earlier->sha256.hex() == policy.sha256.hex() && earlier->says_same(policy);
    policies.push_back(is_same ? *earlier : policy);
  }
  return Catalog(std::move(policies));
}

/// Reads the dataset of a release, with the schemas of the one before it where they are the same.
std::optional<Dataset> read_next(const StoredRelease& release,
                                 const std::optional<Dataset>& before,
                                 const ContractSchemas& schemas,
                                 DiagnosticSink& sink) {
  auto opened = open_release(release, schemas, sink, before ? &*before : nullptr);
  return opened ? std::optional(std::move(opened->dataset)) : std::nullopt;
}

DataState state_of(const Dataset& dataset,
                   const DataStates& before,
                   const std::shared_ptr<const PolicySchema>& words) {
  DataState state{origin_of(dataset, OriginKind::kRelease, dataset.version),
                  dataset.released,
                  dataset.catalog,
                  nullptr,
                  words};
  if (!before.empty()) {
    const DataState& last = before.back();
    state.catalog = share_policies(state.catalog, last.catalog);
    const bool is_shared = &last.schema->schema().value() == &dataset.schema.schema().value();
    if (is_shared) state.schema = last.schema;
  }
  if (state.schema == nullptr) state.schema = std::make_shared<const PolicySchema>(dataset.schema);
  if (!state.schema->language("en").sentences.empty()) state.words = state.schema;
  return state;
}

}  // namespace

std::optional<DataStates> load_states(const std::string& reports,
                                      const ContractSchemas& schemas,
                                      const std::shared_ptr<const PolicySchema>& words,
                                      DiagnosticSink& sink) {
  const std::optional<Index> index = read_index(reports, schemas.index, sink);
  if (!index) return std::nullopt;
  if (index->releases.empty()) {
    const std::string path = reports + '/' + kIndexName;
    report_error(sink,
                 "index-missing",
                 path,
                 fmt::format("{} lists no release", quoted(path)),
                 "publish the first release with `simrules release --initial`");
    return std::nullopt;
  }
  DataStates states;
  std::optional<Dataset> dataset;
  for (const IndexEntry& entry : index->releases) {
    const auto release =
        read_release(reports + '/' + entry.version, entry.manifest_sha256, schemas, sink);
    if (!release || !agrees_with_index(release->manifest, entry, reports, sink)) {
      return std::nullopt;
    }
    dataset = read_next(*release, dataset, schemas, sink);
    if (!dataset) return std::nullopt;
    states.push_back(state_of(*dataset, states, words));
  }
  return states;
}

}  // namespace simrules
