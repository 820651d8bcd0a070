#pragma once

#include <string>
#include <vector>

#include "base/semver.h"
#include "diff/change.h"
#include "model/catalog.h"

namespace simrules {

/// Which part of the dataset's version a set of changes moves.
enum class Level { kNone, kPatch, kMinor, kMajor };

/// Returns `none`, `patch`, `minor` or `major`.
const char* to_string(Level level);

/// A level and what asks for it.
/// Shape: `reasons` are those of the level alone, sorted, each once: `MINOR:
///        tethering-max-decreased in jp/softbank`.
struct VersionLevel {
  Level level = Level::kNone;
  std::vector<std::string> reasons;
};

/// Decides what the changes do to the version: MAJOR an id of a rule or policy that is gone without
/// a `moved_to`, MINOR anything of substance, PATCH evidence and editorial.
/// Shape: `head` is the catalog that the changes lead to; its tombstones say what has moved.
VersionLevel version_level(const std::vector<Change>& changes, const Catalog& head);

/// Returns the version that follows the base's; the base's own when nothing changed.
SemVer next_version(const SemVer& base, Level level);

}  // namespace simrules
