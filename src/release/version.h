#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/semver.h"
#include "diff/change.h"
#include "diff/version_level.h"
#include "model/catalog.h"
#include "schema/spec/field_spec.h"

namespace simrules {

/// The version that changes ask for.
/// Shape: `next` is empty when nothing changed or when the base has no version.
struct VersionPlan {
  Level level = Level::kNone;
  std::optional<SemVer> next;
  std::vector<std::string> reasons;
};

/// What the version of a comparison depends on beside the changes.
/// Shape: `base` is empty for policy files and before the first release; `shape` is what the schemas
///        ask for, of which `shape_level` tells; `requested` is empty unless somebody asked for a
///        version.
struct VersionRequest {
  std::optional<SemVer> base;
  bool is_first = false;
  VersionLevel shape = {};
  std::optional<SemVer> requested;
};

/// A dataset's shape: the version of its schema and the fields of a policy in it.
struct DatasetShape {
  int schema_version;
  const FieldSpec& fields;
};

/// Returns the higher level with its reasons; with those of both where they are equal.
VersionLevel weightier(VersionLevel a, VersionLevel b);

/// Decides what the shapes of two datasets do to the version.
VersionLevel shape_level(const DatasetShape& base, const DatasetShape& head);

/// Computes the version that changes ask for; asking for more is granted. The first release is
/// 1.0.0.
/// Shape: `head` is the catalog that the changes lead to.
/// Errors: `version-too-low` when less is asked for; nothing is returned then.
std::optional<VersionPlan> plan_version(const std::vector<Change>& changes,
                                        const Catalog& head,
                                        const VersionRequest& request,
                                        DiagnosticSink& sink);

}  // namespace simrules
