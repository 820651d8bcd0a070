#include "release/history_states.h"

#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "release/reporting.h"
#include "release/stored_release.h"

namespace simrules {
namespace {

/// Takes the policies of the state before where a release says the same, so that a long chain costs
/// no more memory than its changes.
Catalog share_policies(const Catalog& catalog, const Catalog& before) {
  std::vector<Policy> policies;
  for (const Policy& policy : catalog.policies()) {
    const Policy* earlier = before.find(policy.id);
    const bool is_same = earlier != nullptr && earlier->path == policy.path &&
                         earlier->sha256 == policy.sha256 && *earlier->value == *policy.value;
    policies.push_back(is_same ? *earlier : policy);
  }
  return Catalog(std::move(policies));
}

DataState take_state(Dataset dataset,
                     const DataStates& before,
                     const std::shared_ptr<const PolicySchema>& words) {
  DataState state{origin_of(dataset, OriginKind::kRelease, dataset.version),
                  dataset.released,
                  std::move(dataset.catalog),
                  nullptr,
                  words};
  if (!before.empty()) {
    const DataState& last = before.back();
    state.catalog = share_policies(state.catalog, last.catalog);
    if (last.schema->schema().value() == dataset.schema.schema().value()) {
      state.schema = last.schema;
    }
  }
  if (state.schema == nullptr) {
    state.schema = std::make_shared<const PolicySchema>(std::move(dataset.schema));
  }
  if (!state.schema->sentences("en").empty()) state.words = state.schema;
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
  for (const IndexEntry& entry : index->releases) {
    std::optional<PreviousRelease> release = load_release(reports, entry, schemas, sink);
    if (!release) return std::nullopt;
    states.push_back(take_state(std::move(release->dataset), states, words));
  }
  return states;
}

}  // namespace simrules
