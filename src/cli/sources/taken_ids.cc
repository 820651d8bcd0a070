#include "cli/sources/taken_ids.h"

#include <filesystem>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "cli/sources/loader.h"
#include "release/stored/index.h"
#include "release/stored/stored_release.h"

namespace simrules {
namespace {

void add_former(const Catalog& catalog, std::map<std::string, std::string>& former) {
  for (const Policy& policy : catalog.policies()) {
    for (const std::string_view id : policy.formerly()) {
      former.emplace(id, fmt::format("was that of {} before", quoted(policy.id)));
    }
  }
}

/// Adds the ids that the newest release has, and those that it says were there before.
void add_released(const Repository& repository, std::map<std::string, std::string>& former) {
  DiagnosticList ignored;
  const auto schemas = repository.contract_schemas(ignored);
  const std::string reports = repository.path("reports");
  const auto index = schemas ? read_index_if_any(reports, schemas->index, ignored) : std::nullopt;
  if (!index || index->releases.empty()) return;
  const std::string& version = index->releases.back().version;
  const auto dataset =
      load_dataset(fmt::format("{}/{}/{}", reports, version, kDatasetName), *schemas, ignored);
  if (!dataset) return;
  add_former(dataset->catalog, former);
  for (const Policy& policy : dataset->catalog.policies()) {
    former.emplace(policy.id, fmt::format("is published in the release {}", version));
  }
}

}  // namespace

KnownPolicies known_policies(const Repository& repository,
                             const PolicySchema& schema,
                             const Jobs& jobs) {
  DiagnosticList ignored;
  std::vector<InputFile> files;
  expand_path({repository.path("policies"), repository.shown("policies")},
              FileKind::kPolicy,
              jobs.most_files,
              files,
              ignored);
  KnownPolicies known{load_policies(files, schema, jobs, ignored).catalog, {}};
  add_former(known.catalog, known.former);
  add_released(repository, known.former);
  return known;
}

bool is_taken(const std::string& id,
              const Repository& repository,
              const KnownPolicies& known,
              Objection& why) {
  const std::string relative = "policies/" + id + ".yaml";
  std::error_code unreadable;
  const auto type = std::filesystem::symlink_status(repository.path(relative), unreadable).type();
  if (type != std::filesystem::file_type::not_found || known.catalog.find(id) != nullptr) {
    why = {fmt::format("the policy {} is there already", quoted(id)),
           fmt::format("correct {}, or choose another id", quoted(repository.shown(relative)))};
    return true;
  }
  const auto former = known.former.find(id);
  if (former == known.former.end()) return false;
  why = {fmt::format("the id {} {}", quoted(id), former->second),
         "an id is never used again, because consumers know it; choose another one"};
  return true;
}

std::optional<std::string> near_id(const std::string& id, const KnownPolicies& known) {
  const std::string country = id.substr(0, id.find('/') + 1);
  std::vector<std::string> brands;
  for (const Policy& policy : known.catalog.policies()) {
    if (policy.id.starts_with(country)) brands.push_back(policy.id.substr(country.size()));
  }
  const auto twin = nearest(id.substr(country.size()), brands);
  return twin ? std::optional(country + *twin) : std::nullopt;
}

}  // namespace simrules
