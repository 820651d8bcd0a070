#include "schema/spec/find_field.h"

#include <string>

#include "base/pointer.h"

namespace simrules {

const FieldSpec* find_field(const FieldSpec& root, std::string_view pointer) {
  const FieldSpec* spec = &root;
  for (const std::string& token : pointer_split(pointer)) {
    spec = spec->items != nullptr ? spec->items.get() : spec->member(token);
    if (spec == nullptr) return nullptr;
  }
  return spec;
}

const FieldSpec* rule_spec(const FieldSpec& policy, std::string_view list) {
  const FieldSpec* section = policy.member(list);
  return section == nullptr ? nullptr : section->items.get();
}

std::vector<std::string> topics_of(const FieldSpec& policy) {
  std::vector<std::string> topics;
  for (const auto& [name, list] : policy.properties) {
    if (list->topic == name) topics.push_back(name);
  }
  return topics;
}

}  // namespace simrules
