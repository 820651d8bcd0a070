#pragma once

#include <string>
#include <string_view>

namespace simrules {

/// Writes the difference of two versions of a file as a unified diff that `git apply` takes.
/// Shape: `path` is relative to the folder that the patch is applied in; equal versions give an
///        empty text.
std::string unified_diff(const std::string& path, std::string_view before, std::string_view after);

}  // namespace simrules
