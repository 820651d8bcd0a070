#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "diff/effects/effect.h"
#include "model/catalog.h"
#include "release/contents/dataset.h"
#include "release/version.h"
#include "wording/place.h"

namespace simrules {

inline constexpr const char* kChangesName = "changes.json";
inline constexpr const char* kChangesSchemaName = "changes.schema.json";

enum class OriginKind { kRelease, kDataset, kFolder, kGit, kNone };

/// What one side of a comparison is, for every report to name.
/// Shape: `name` is the version of a release, a path or a commit; `version` is empty for policy
///        files; `sha256` is the digest of a dataset's bytes, or `policies_digest` of policy files;
///        all are empty for `kNone`; `as_of` is the day that a comparison by date is about, else
///        empty.
struct Origin {
  OriginKind kind = OriginKind::kNone;
  std::string name;
  std::string version;
  std::string sha256;
  std::string as_of = {};
};

const char* to_string(OriginKind kind);

/// Names a dataset as one side of a comparison.
Origin origin_of(const Dataset& dataset, OriginKind kind, std::string name);

/// Writes how many changes there are of each impact, those of which there are none included.
nlohmann::json impact_counts_json(const std::map<Impact, std::size_t>& counts);

/// Reads how many changes there are of each impact; those of which there are none are left out.
/// Errors: exceptions of the JSON library for another shape.
std::map<Impact, std::size_t> impact_counts_of(const nlohmann::json& counts);

/// Writes and reads what each policy that changed is all in all.
/// Errors: exceptions of the JSON library for another shape.
nlohmann::json policy_impacts_json(const std::map<std::string, Impact>& impacts);
std::map<std::string, Impact> policy_impacts_of(const nlohmann::json& impacts);

/// Writes what some policies are, as every JSON that we emit names them.
nlohmann::json origin_json(const Origin& origin);

/// Writes what every JSON tells of a change: what, where and since when, but no places and no
/// sources.
nlohmann::json change_json(const Change& change);

/// Builds the JSON of a comparison.
/// Shape: schemas/changes.schema.json; every member is always there, null where there is nothing, but
///        `impact` and `incomparable` of a change, and `impacts`, which is not told of a first
///        release. Effects are told in every language of the context's schema.
nlohmann::json changes_json(const Origin& base,
                            const Origin& head,
                            const Differences& differences,
                            const VersionPlan& version,
                            const ChangeContext& context,
                            const Differences& announced = {});

/// Builds the JSON of each policy that differs, of the same shape, one after the other in order of id.
/// Shape: `schema_path` is where the schema lies from the file; the reasons of the version are those of
///        the policy.
void for_each_changed_policy(
    const Origin& base,
    const Origin& head,
    const Differences& differences,
    const VersionPlan& version,
    const ChangeContext& context,
    const std::string& schema_path,
    const std::function<void(const std::string& policy, const nlohmann::json& changes)>& take);

}  // namespace simrules
