#include "schema/language/place.h"

#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "schema/reference.h"

namespace simrules {

std::string field_place(std::string_view pointer) {
  std::string place;
  const auto tokens = pointer_split(pointer);
  std::size_t at = 0;
  if (tokens.size() > 1 && tokens[0] == "definitions") {
    place = tokens[1];
    at = 2;
  } else {
    place = "policy";
  }
  for (; at < tokens.size(); ++at) {
    const std::string& token = tokens[at];
    if (token == "properties" && at + 1 < tokens.size()) {
      place += '/' + tokens[++at];
    } else {
      place += token == "items" ? "/[]" : token == "additionalProperties" ? "/*" : '/' + token;
    }
  }
  return place;
}

const nlohmann::json& resolve_place(const nlohmann::json& root,
                                    const nlohmann::json& node,
                                    std::string& place) {
  const nlohmann::json* at = &node;
  for (auto ref = at->find("$ref"); ref != at->end(); ref = at->find("$ref")) {
    const auto pointer = reference_pointer(ref->get_ref<const std::string&>());
    place = field_place(*pointer);
    at = find_value(root, *pointer);
  }
  return *at;
}

}  // namespace simrules
