#include "cli/sources/comparable.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "cli/sources/loader.h"
#include "diff/compare/pairing.h"

namespace simrules {
namespace {

/// Returns the id that a policy file must have by its path.
std::string id_of_file(const std::string& shown) {
  const std::filesystem::path path = std::filesystem::path(shown).replace_extension();
  return (path.parent_path().filename() / path.filename()).generic_string();
}

/// Lists the policies that have a file in the head which could not be read, or has another ending.
std::vector<std::string> unread_in(const Catalog& head,
                                   const CheckedById& same,
                                   const HeadFiles& listed) {
  std::vector<std::string> unread;
  for (const InputFile& file : listed.files) {
    const std::string id = file_id(file);
    if (head.find(id) == nullptr && !same.contains(id)) unread.push_back(id);
  }
  for (const Diagnostic& finding : listed.findings.sorted()) {
    if (finding.check == "wrong-file-name") unread.push_back(id_of_file(finding.place.path));
  }
  return unread;
}

}  // namespace

Catalog comparable(const Catalog& base,
                   const Catalog& head,
                   const CheckedById& same,
                   const HeadFiles& listed,
                   const std::optional<std::string>& asked) {
  const std::vector<std::string> unread = unread_in(head, same, listed);
  const auto is_unread = [&](const std::string& id) {
    return std::ranges::find(unread, id) != unread.end();
  };
  // A file that cannot be read and is new may be the new place of any policy that is gone.
  const bool may_have_moved =
      std::ranges::any_of(unread, [&](const std::string& id) { return base.find(id) == nullptr; });
  std::vector<Policy> kept;
  for (const PolicyMatch& match : match_policies(base, head)) {
    if (match.base == nullptr) continue;
    const bool is_gone = asked && match.base->id.starts_with(*asked) && !may_have_moved &&
                         !is_unread(match.base->id);
    if (match.head != nullptr || is_gone) kept.push_back(*match.base);
  }
  return Catalog(std::move(kept));
}

}  // namespace simrules
