#include "render/release/tables/field_shape.h"

#include <algorithm>
#include <cstddef>

namespace simrules {
namespace {

using Names = std::vector<std::string>;

bool has(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void add_new(Names& names, const Names& more) {
  for (const std::string& name : more) {
    if (!has(names, name)) names.push_back(name);
  }
}

/// Lists the members in the order in which sentences tell them, then by name; an amount goes before
/// its unit.
Names member_order(const FieldSpec& spec) {
  Names order;
  for (const std::string& name : spec.order) {
    if (spec.properties.contains(name)) order.push_back(name);
  }
  Names others;
  for (const auto& [name, member] : spec.properties) others.push_back(name);
  if (spec.is_quantity()) std::reverse(others.begin(), others.end());
  add_new(order, others);
  return order;
}

/// Finds the member of a name, or puts it where the order of this topic wants it.
FieldShape& place_member(std::vector<FieldShape>& members,
                         const std::string& name,
                         std::size_t& next) {
  const auto found = std::find_if(
      members.begin(), members.end(), [&](const FieldShape& m) { return m.name == name; });
  const auto place =
      found != members.end()
          ? found
          : members.insert(members.begin() + static_cast<std::ptrdiff_t>(next), FieldShape{name});
  next = static_cast<std::size_t>(place - members.begin()) + 1;
  return *place;
}

}  // namespace

bool FieldShape::has_type(std::string_view type) const { return has(types, type); }

bool FieldShape::has_scalar() const {
  return std::any_of(types.begin(), types.end(), [](const std::string& type) {
    return type != "null" && type != "object" && type != "array";
  });
}

bool FieldShape::is_plain_list() const {
  return !items.empty() && items.front().has_scalar() && !items.front().has_type("object") &&
         !items.front().has_type("array");
}

void add_to_shape(FieldShape& shape, const FieldSpec& spec) {
  if (shape.title.empty()) shape.title = spec.title;
  if (shape.description.find(spec.description) == std::string::npos) {
    shape.description += (shape.description.empty() ? "" : " ") + spec.description;
  }
  const bool is_first = shape.types.empty();
  add_new(shape.types, spec.types);
  add_new(shape.words, spec.words);
  shape.has_text = shape.has_text || (spec.words.empty() && has(spec.types, "string"));
  shape.is_map = shape.is_map || spec.additional != nullptr;
  if (is_first || shape.format == spec.format) {
    shape.format = spec.format;
  } else {
    shape.format.clear();
  }
  std::size_t next = 0;
  for (const std::string& name : member_order(spec)) {
    add_to_shape(place_member(shape.members, name, next), *spec.member(name));
  }
  if (spec.items == nullptr) return;
  if (shape.items.empty()) shape.items.push_back(FieldShape{spec.items->name});
  add_to_shape(shape.items.front(), *spec.items);
}

void add_type(FieldShape& shape, const std::string& type) { add_new(shape.types, {type}); }

}  // namespace simrules
