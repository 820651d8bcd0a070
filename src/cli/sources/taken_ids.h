#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/threads/parallel.h"
#include "cli/sources/repository.h"
#include "model/catalog.h"
#include "schema/schema.h"

namespace simrules {

/// Why something cannot be done, and the way out.
struct Objection {
  std::string message;
  std::string help;
};

/// The ids that policies have and had.
/// Shape: `catalog` are the policies that can be read; `former` says by id what took it, as people
///        are told; it holds the ids of releases, too.
struct KnownPolicies {
  Catalog catalog;
  std::map<std::string, std::string> former;
};

/// Reads what the repository knows of ids: what cannot be read is left out, for other commands to
/// say.
KnownPolicies known_policies(const Repository& repository,
                             const PolicySchema& schema,
                             const Jobs& jobs);

/// Tells whether an id cannot be given to a new policy: ids are never used again.
bool is_taken(const std::string& id,
              const Repository& repository,
              const KnownPolicies& known,
              Objection& why);

/// Returns the id of a policy that another one nearly has.
std::optional<std::string> near_id(const std::string& id, const KnownPolicies& known);

}  // namespace simrules
