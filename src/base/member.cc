#include "base/member.h"

#include <string>

#include <nlohmann/json.hpp>

namespace simrules {

using nlohmann::json;

const json* find_member(const json& object, std::string_view name) {
  const auto* members = object.get_ptr<const json::object_t*>();
  if (members == nullptr) return nullptr;
  const auto found = members->find(name);
  return found == members->end() ? nullptr : &found->second;
}

const json& member_of(const json& object, std::string_view name) {
  static const json kNothing;
  const json* found = find_member(object, name);
  return found == nullptr ? kNothing : *found;
}

std::string_view text_or_empty(const json* value) {
  if (value == nullptr || !value->is_string()) return {};
  return value->get_ref<const std::string&>();
}

std::string_view text_at(const json& object, std::string_view name) {
  return text_or_empty(find_member(object, name));
}

}  // namespace simrules
