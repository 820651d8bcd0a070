#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/threads/parallel.h"
#include "cli/sources/commit.h"
#include "cli/sources/input_file.h"
#include "cli/sources/repository.h"
#include "release/contents/parts/checked.h"
#include "release/stored/stored_release.h"
#include "schema/schema.h"

namespace simrules {

/// The head of a comparison that need not read what a release has checked.
/// Shape: `files` are its policies, `day` is that of judgement; `is_asked` tells which policies of the
///        base are gone where there is no file.
struct Reuse {
  std::vector<InputFile> files;
  PartialDate day;
  std::function<bool(std::string_view id)> is_asked;
};

/// What is known where a base is loaded.
/// Shape: `schema` is that of the base, by which nothing was checked if the head is judged by another.
struct ReuseRun {
  const Reuse& head;
  const PolicySchema& schema;
  const Repository& repository;
  const Jobs& jobs;
};

/// Lists the policies that neither a commit nor its head need be read for, as the newest release in the
/// commit has checked them.
/// Shape: a damaged release is not believed, and `note` says so.
CheckedById unread_of_commit(const CommitContent& content,
                             const std::string& folder,
                             const ReuseRun& run,
                             std::string& note);

/// The same for a release as the base.
CheckedById unread_of_release(const StoredRelease& release, const ReuseRun& run);

}  // namespace simrules
