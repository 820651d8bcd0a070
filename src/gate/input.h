#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "diff/change.h"
#include "model/catalog.h"
#include "model/freshness.h"
#include "schema/schema.h"

namespace simrules {

/// A comparison, as the change checks see it.
/// Shape: `changes` are those between the two catalogs; the policies of the head were read from
///        files; `base_name` names the base in messages, such as
///        `git:main`, and `base_prefix` is put before the paths of its files, such as `main:`;
///        `head_folder` is where the files of the head are; evidence is as old as it is on `as_of`,
///        or without one on the newest day that a policy of the head itself states.
struct GateInput {
  const Catalog& base;
  const Catalog& head;
  const PolicySchema& base_schema;
  const PolicySchema& head_schema;
  const std::vector<Change>& changes;
  std::string base_name;
  std::string base_prefix;
  std::string head_folder;
  FreshnessLimit freshness = {};
  std::optional<PartialDate> as_of = {};
};

}  // namespace simrules
