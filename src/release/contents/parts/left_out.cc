#include "release/contents/parts/left_out.h"

#include <algorithm>

#include <fmt/format.h>

#include "release/contents/changes_json.h"
#include "release/contents/dataset.h"

namespace simrules {
namespace {

constexpr std::string_view kChangesFolder = "changes/";

}  // namespace

bool SizeRule::leaves_out(std::string_view file, std::size_t bytes) const {
  return known ? std::ranges::find(*known, file) != known->end() : bytes > most_bytes;
}

std::string_view instead_of(std::string_view file) {
  if (file == kDatasetName) return kByPolicyFolder;
  return file == kChangesName ? kChangesFolder : std::string_view();
}

std::string changes_name(std::string_view policy) {
  return fmt::format("{}{}.json", kChangesFolder, policy);
}

bool tells_changes(std::string_view file) {
  return file == kChangesName || file.starts_with(kChangesFolder);
}

std::string changes_schema_path() { return std::string("../../") + kChangesSchemaName; }

}  // namespace simrules
