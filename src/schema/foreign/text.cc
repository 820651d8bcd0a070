#include "schema/foreign/text.h"

#include "base/pointer.h"
#include "base/text.h"
#include "schema/foreign/numbers.h"

namespace simrules {

using nlohmann::json;

std::string shown_value(const json& value) {
  return value.is_string() ? quoted(value.get_ref<const std::string&>())
                           : quoted(value.dump(-1, ' ', false, json::error_handler_t::replace));
}

std::string name_at(const std::string& pointer) {
  return pointer.empty() ? std::string("the document") : quoted(pointer_split(pointer).back());
}

bool has_type(const json& value, std::string_view type) {
  if (type == "integer") return value.is_number() && is_integral(value);
  if (type == "number") return value.is_number();
  return type == value.type_name();
}

std::vector<std::string> listed(const json& list) {
  std::vector<std::string> words;
  for (const json& each : list)
    words.push_back(each.is_string() ? each.get<std::string>() : each.dump());
  return words;
}

}  // namespace simrules
