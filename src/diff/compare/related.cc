#include "diff/compare/related.h"

#include <algorithm>

#include "base/member.h"
#include "diff/compare/match.h"

namespace simrules {
namespace {

constexpr std::string_view kUp = "../";

const nlohmann::json* member_in(const nlohmann::json* object, std::string_view name) {
  return object == nullptr ? nullptr : find_member(*object, name);
}

/// Returns the object around an object: that of the list, where it is an item.
const Step* object_around(const Step& object) {
  return object.is_item && object.parent != nullptr ? object.parent->parent : object.parent;
}

}  // namespace

bool Related::is_same() const { return spec == nullptr || same(*spec, base, head); }

Related find_related(const Step& step, std::string_view path) {
  const Step* object = step.parent;
  for (; path.starts_with(kUp); path.remove_prefix(kUp.size())) {
    if (object != nullptr) object = object_around(*object);
  }
  if (object == nullptr) return {};
  Related found{&object->spec(), object->base, object->head};
  while (found.spec != nullptr && !path.empty()) {
    const std::string_view name = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(path.size(), name.size() + 1));
    found = {found.spec->member(name), member_in(found.base, name), member_in(found.head, name)};
  }
  return found.spec == nullptr ? Related{} : found;
}

}  // namespace simrules
