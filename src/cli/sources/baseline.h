#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "cli/arguments/command.h"
#include "cli/sources/loader.h"
#include "cli/sources/repository.h"
#include "cli/sources/reuse/checked.h"
#include "diff/change.h"
#include "model/catalog.h"
#include "release/contents/changes_json.h"
#include "release/contents/schemas.h"
#include "release/version.h"
#include "schema/schema.h"

namespace simrules {

/// One side of a comparison, and the policy schema that it was written for.
/// Shape: `schema_version` is that of the dataset, or of the one that the policies would become;
///        `released` is the day of a release, empty for policies. For a commit `name` is how people
///        call it, `prefix` comes before the paths of its files, and `notes` say that a branch has
///        gone on since the head left it, or that a release in it is damaged, where they are not empty; `is_schema_replaced` tells that the schema is the one in the
///        binary, as that of the commit cannot be read; `sound` names its files in which nothing at all
///        was found; `unread` are the policies that need not be read, neither here nor on the other side.
struct Side {
  Origin origin;
  Catalog catalog;
  PolicySchema schema;
  int schema_version = kDatasetSchemaVersion;
  std::string released = {};
  std::string name = {};
  std::string prefix = {};
  std::vector<std::string> notes = {};
  bool is_schema_replaced = false;
  std::set<std::string> sound = {};
  CheckedById unread = {};

  /// Returns what the other side need not read again.
  ReadBefore read_before() const { return {&catalog, &schema, &sound, &unread}; }
};

/// What is known of the other side when one is loaded.
/// Shape: `path` is where its policies are, the repository's if it is empty; `from_fork` takes the
///        name of a branch for the commit where the head left it; `read` is what has been read of it, and
///        `reuse` is there if what a release has checked need be read on neither side.
struct HeadPlace {
  std::string path = {};
  bool from_fork = false;
  ReadBefore read = {};
  std::optional<Reuse> reuse = {};
};

/// Returns the day that a side is about: that of its release, or of the newest revision of its
/// policies; nothing where it has none.
std::optional<PartialDate> day_of(const Side& side);

/// Returns the schema in the binary for one that cannot be read, and says so in one warning.
/// Errors: `schema-replaced`; nothing is returned where nothing was wrong with the other one.
std::optional<PolicySchema> replacement_of(const DiagnosticList& unreadable, DiagnosticList& sink);

/// Loads one side of a comparison.
/// Shape:  `form` is `release`, `release:VERSION`, `git:REF`, `git:REF...`, a dataset file, a release
///         folder, or a file or folder of policies; the repository's policies where it is empty.
/// Errors: the ids of reading, of the schemas, of git and of releases, `unknown-release`; nothing is
///         returned then.
std::optional<Side> load_side(const std::string& form,
                              const Repository& repository,
                              const Jobs& jobs,
                              DiagnosticList& findings,
                              const HeadPlace& head = {});

/// Computes the next version where the base is a release; a comparison of policy files has none.
VersionPlan plan_of(const Side& base, const Side& head, const std::vector<Change>& changes);

/// Lists how the forms begin that are no path, with the releases that the repository has.
std::vector<std::string> side_forms();

/// Returns the option that names the base.
Option against_option(std::string& against);

/// Returns the option by which everything is read.
Option no_reuse_option(bool& no_reuse);

/// Loads the repository's policies as one side; their paths are named from its root.
/// Errors: as `load_side`, and `sparse-checkout`.
std::optional<Side> load_repository_side(const Repository& repository,
                                         const Jobs& jobs,
                                         DiagnosticList& findings,
                                         const ReadBefore& before = {});

/// Returns the checks that loading a side makes itself.
const std::vector<CheckInfo>& baseline_checks();

}  // namespace simrules
