#include "validate/beside.h"

#include <nlohmann/json.hpp>

#include "base/member.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr std::string_view kUp = "../";

/// Returns the object that a value is in, over the list between them.
const FieldVisit& object_around(const FieldVisit& field) {
  const FieldVisit* at = &field;
  do {
    if (at->around == nullptr) return *at;
    at = at->around;
  } while (at->value.is_array());
  return *at;
}

/// Follows names down from an object.
const json* find_below(const json& object, std::string_view path) {
  const std::size_t slash = path.find('/');
  const json* member = find_member(object, path.substr(0, slash));
  const bool is_end = member == nullptr || slash == std::string_view::npos;
  return is_end ? member : find_below(*member, path.substr(slash + 1));
}

}  // namespace

std::string Beside::pointer() const { return object.pointer() + '/' + std::string(path); }

std::optional<Beside> find_beside(const FieldVisit& field, std::string_view path) {
  const FieldVisit* object = &object_around(field);
  for (; path.starts_with(kUp); path.remove_prefix(kUp.size())) object = &object_around(*object);
  const json* value = find_below(object->value, path);
  return value == nullptr ? std::nullopt : std::optional(Beside{*object, path, *value});
}

bool is_stated(const json& value) { return !value.is_null() && value != json::array(); }

}  // namespace simrules
