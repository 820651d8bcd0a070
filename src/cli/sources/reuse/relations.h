#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/threads/parallel.h"
#include "cli/sources/input_file.h"
#include "cli/sources/reuse/mentions.h"
#include "release/contents/parts/checked.h"

namespace simrules {

/// A policy whose file was looked at and not read.
/// Shape: `is_checked` tells that its files are, byte for byte, those that a release has checked.
struct UnreadPolicy {
  std::string id;
  bool is_checked = false;
  Mentions mentions = {};
};

/// Looks at the files of policies, whose translations are known, `jobs` at a time; a file that cannot be
/// read is not checked.
std::vector<UnreadPolicy> look_at(const std::vector<InputFile>& files,
                                  const CheckedById& checked,
                                  const Jobs& jobs);

/// Lists the policies that need not be read to compare two sides: the same and checked on both, and in no
/// relation to one that is not. A check that looks from one policy at another finds the name of one
/// in the text of the other.
/// Shape: `is_asked` tells which policies of the base are gone where the head has none.
std::vector<std::string> unchanged_ids(const std::vector<UnreadPolicy>& base,
                                       const std::vector<UnreadPolicy>& head,
                                       const std::function<bool(std::string_view id)>& is_asked);

}  // namespace simrules
