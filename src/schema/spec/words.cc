#include "schema/spec/words.h"

#include <algorithm>

namespace simrules {

namespace {

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

}  // namespace

std::optional<std::vector<std::string>> words_of_pattern(std::string_view pattern) {
  if (pattern.size() < 3 || pattern.front() != '^' || pattern.back() != '$') return std::nullopt;
  std::string_view body = pattern.substr(1, pattern.size() - 2);
  const bool grouped = body.front() == '(' && body.back() == ')';
  if (grouped) {
    body = body.substr(1, body.size() - 2);
    if (body.substr(0, 2) == "?:") body.remove_prefix(2);
  }
  std::vector<std::string> words(1);
  for (const char c : body) {
    if (c == '|' && grouped) {
      words.emplace_back();
    } else if (is_word_character(c)) {
      words.back() += c;
    } else {
      return std::nullopt;
    }
  }
  const bool complete =
      std::none_of(words.begin(), words.end(), [](const auto& w) { return w.empty(); });
  return complete ? std::optional(words) : std::nullopt;
}

std::vector<std::string> words_of(const nlohmann::json& node) {
  std::vector<std::string> words;
  if (const auto values = node.find("enum"); values != node.end()) {
    for (const auto& value : *values) {
      if (value.is_string()) words.push_back(value.get<std::string>());
    }
    return words;
  }
  if (const auto value = node.find("const"); value != node.end()) {
    if (value->is_string()) words.push_back(value->get<std::string>());
    return words;
  }
  const auto pattern = node.find("pattern");
  if (pattern == node.end()) return words;
  return words_of_pattern(pattern->get_ref<const std::string&>()).value_or(words);
}

std::vector<std::string> types_of(const nlohmann::json& node) {
  std::vector<std::string> types;
  const auto add = [&](const std::string& type) {
    if (std::find(types.begin(), types.end(), type) == types.end()) types.push_back(type);
  };
  if (const auto type = node.find("type"); type != node.end()) {
    if (type->is_string()) add(type->get<std::string>());
    if (type->is_array())
      for (const auto& one : *type) add(one.get<std::string>());
  } else if (const auto values = node.find("enum"); values != node.end()) {
    for (const auto& value : *values) add(type_name(value));
  } else if (const auto value = node.find("const"); value != node.end()) {
    add(type_name(*value));
  }
  return types;
}

bool allows_type(const nlohmann::json& node, std::string_view type) {
  const std::vector<std::string> types = types_of(node);
  return std::find(types.begin(), types.end(), type) != types.end();
}

std::string type_name(const nlohmann::json& value) {
  if (value.is_number_integer()) return "integer";
  return value.type_name();
}

}  // namespace simrules
