#include "render/text/template.h"

#include <stdexcept>

#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>

namespace simrules {
namespace {

using kainjow::mustache::data;
using nlohmann::json;

data to_data(const json& value) {
  switch (value.type()) {
    case json::value_t::object: {
      data object(data::type::object);
      for (const auto& [name, member] : value.items()) object[name] = to_data(member);
      return object;
    }
    case json::value_t::array: {
      data list(data::type::list);
      for (const json& item : value) {
        list.push_back(false);
        // A list takes only copies, and copies all that is below, level by level.
        const_cast<data&>(list.list_value().back()) = to_data(item);
      }
      return list;
    }
    case json::value_t::boolean:
      return data(value.get<bool>());
    case json::value_t::string:
      return data(value.get<std::string>());
    case json::value_t::null:
      return data(false);
    default:
      return data(value.dump());
  }
}

}  // namespace

std::string render_template(const std::string& text, const json& values) {
  kainjow::mustache::mustache filled(text);
  std::string out = filled.render(to_data(values));
  if (!filled.is_valid()) throw std::logic_error("template: " + filled.error_message());
  return out;
}

}  // namespace simrules
