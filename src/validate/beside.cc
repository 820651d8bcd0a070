#include "validate/beside.h"

#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "schema/reference.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr std::string_view kUp = "../";

/// Returns the object that a value is in, over the list between them.
std::string object_around(const json& root, const std::string& pointer) {
  std::string around = pointer_parent(pointer);
  for (const json* value = find_value(root, around); value != nullptr && value->is_array();
       value = find_value(root, around)) {
    around = pointer_parent(around);
  }
  return around;
}

}  // namespace

std::optional<Beside> find_beside(const CheckContext& context,
                                  const std::string& pointer,
                                  std::string_view path) {
  const json& root = context.policy.raw();
  std::string at = object_around(root, pointer);
  for (; path.starts_with(kUp); path.remove_prefix(kUp.size())) at = object_around(root, at);
  at += '/';
  at += path;
  const json* value = find_value(root, at);
  return value == nullptr ? std::nullopt : std::optional(Beside{at, *value});
}

bool is_stated(const json& value) { return !value.is_null() && value != json::array(); }

}  // namespace simrules
