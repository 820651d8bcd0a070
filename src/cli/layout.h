#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "cli/sources/input_file.h"
#include "schema/spec/member_order.h"

namespace simrules {

/// A policy file as it is and in the one layout that its value has.
struct LaidOutFile {
  InputFile file;
  std::string before;
  std::string after;
};

/// Reads a policy file and lays it out anew, with the same value and comments.
/// Errors: the ids of reading, of the file and of what it would become; nothing is returned then.
std::optional<LaidOutFile> lay_out(const InputFile& file,
                                   const MemberOrder& order,
                                   DiagnosticSink& sink);

/// Reports the first line in which a file is not laid out so.
/// Errors: `other-layout`.
void check_layout(const LaidOutFile& file, DiagnosticSink& sink);

/// Returns the check that this is.
const std::vector<CheckInfo>& layout_checks();

}  // namespace simrules
