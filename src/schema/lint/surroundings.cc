#include "schema/lint/surroundings.h"

#include <algorithm>

#include "schema/reference.h"

namespace simrules {

using nlohmann::json;

Surroundings::Surroundings(const json& root, const std::vector<FieldUse>& fields) : root_(root) {
  for (const FieldUse& field : fields) uses_[field.node].push_back(&field);
}

Surroundings::Objects Surroundings::objects_around(const json& node) const {
  Objects objects;
  const auto uses = uses_.find(&node);
  if (uses == uses_.end()) return objects;
  for (const FieldUse* use : uses->second) {
    if (use->named) {
      objects.insert(use->parent);
    } else if (use->parent != nullptr) {
      // An item stands in the object that its list is in.
      objects.merge(objects_around(*use->parent));
    }
  }
  return objects;
}

bool Surroundings::is_named(const json& field) const {
  const auto uses = uses_.find(&field);
  return uses != uses_.end() &&
         std::ranges::any_of(uses->second, [](const FieldUse* use) { return use->named; });
}

const json* Surroundings::descend(const json& object, std::string_view path) const {
  const json* at = &object;
  while (at != nullptr && !path.empty()) {
    const std::string name(path.substr(0, path.find('/')));
    path.remove_prefix(std::min(path.size(), name.size() + 1));
    const auto properties = at->find("properties");
    const bool has_member = properties != at->end() && properties->contains(name);
    at = has_member ? &resolve(root_, properties->at(name)) : nullptr;
  }
  return at;
}

PathEnds Surroundings::follow(const json& field, std::string_view path) const {
  Objects objects = objects_around(field);
  PathEnds ends;
  for (; path.starts_with("../"); path.remove_prefix(3)) {
    Objects outer;
    for (const json* object : objects) {
      Objects around = objects_around(*object);
      if (around.empty()) ends.missing.insert(uses_.at(object).front()->pointer);
      outer.merge(around);
    }
    objects = std::move(outer);
  }
  for (const json* object : objects) {
    if (const json* found = descend(*object, path)) {
      ends.fields.push_back(found);
    } else {
      ends.missing.insert(uses_.at(object).front()->pointer);
    }
  }
  return ends;
}

std::vector<std::string> Surroundings::names_beside(const json& field) const {
  std::set<std::string> names;
  for (const json* object : objects_around(field)) {
    for (const auto& [name, node] : object->at("properties").items()) names.insert(name);
  }
  return {names.begin(), names.end()};
}

}  // namespace simrules
