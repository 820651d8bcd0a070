#include "release/contents/json_text.h"

#include <nlohmann/json.hpp>

namespace simrules {
namespace {

using nlohmann::json;

std::string dumped(const json& value, int indent) {
  return value.dump(indent, ' ', false, json::error_handler_t::replace);
}

}  // namespace

std::string json_text(const json& value) { return dumped(value, 2) + '\n'; }

std::string compact_json_text(const json& value) { return dumped(value, -1) + '\n'; }

std::string lines_text(const json& object) {
  std::string text;
  for (const auto& [name, member] : object.items()) {
    text += (text.empty() ? "{\n" : ",\n") + dumped(name, -1) + ':';
    if (!member.is_array() || member.empty()) {
      text += dumped(member, -1);
      continue;
    }
    for (std::size_t i = 0; i < member.size(); ++i)
      text += (i == 0 ? "[\n" : ",\n") + dumped(member[i], -1);
    text += "\n]";
  }
  return text + "\n}\n";
}

}  // namespace simrules
