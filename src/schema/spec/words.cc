#include "schema/spec/words.h"

#include <algorithm>

#include "base/member.h"
#include "base/text.h"

namespace simrules {

namespace {

bool is_word_character(char c) { return is_alphanumeric(c) || c == '_' || c == '-'; }

bool is_word(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_word_character);
}

/// Returns where the bracket stands that ends a set, in which others are only characters.
std::size_t set_end(std::string_view pattern, std::size_t at) {
  while (at < pattern.size() && pattern[at] != ']') at += pattern[at] == '\\' ? 2 : 1;
  return at;
}

/// Cuts the inside of a group at the bars that stand in no group or set of it; nothing where the
/// group does not end at its last character.
std::vector<std::string_view> alternatives_in(std::string_view group) {
  std::vector<std::string_view> parts;
  std::size_t begin = 1;
  int depth = 0;
  for (std::size_t i = 0; i < group.size(); ++i) {
    const char c = group[i];
    if (c == '\\') ++i;
    if (c == '[') i = set_end(group, i);
    if (c == '(') ++depth;
    if (c == ')') --depth;
    const bool ends = depth == 0;
    if (!ends && !(c == '|' && depth == 1)) continue;
    if (ends && i + 1 < group.size()) return {};
    parts.push_back(group.substr(begin, i - begin));
    begin = i + 1;
  }
  if (depth != 0) return {};
  return parts;
}

/// Cuts a pattern of whole texts into its alternatives.
std::vector<std::string_view> alternatives_of(std::string_view pattern) {
  if (pattern.size() < 3 || pattern.front() != '^' || pattern.back() != '$') return {};
  const std::string_view body = pattern.substr(1, pattern.size() - 2);
  if (body.front() != '(') return {body};
  std::vector<std::string_view> parts = alternatives_in(body);
  constexpr std::string_view kUncounted = "?:";
  if (!parts.empty() && parts.front().starts_with(kUncounted))
    parts.front().remove_prefix(kUncounted.size());
  // What looks ahead is no alternative.
  if (!parts.empty() && parts.front().starts_with('?')) return {};
  return parts;
}

}  // namespace

PatternWords words_of_pattern(std::string_view pattern) {
  PatternWords found;
  for (const std::string_view part : alternatives_of(pattern)) {
    if (is_word(part)) {
      found.words.emplace_back(part);
    } else {
      found.others = true;
    }
  }
  return found;
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
  return words_of_pattern(pattern->get_ref<const std::string&>()).words;
}

bool has_other_texts(const nlohmann::json& node) {
  const auto pattern = node.find("pattern");
  return pattern != node.end() && words_of_pattern(pattern->get_ref<const std::string&>()).others;
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
    for (const auto& value : *values) add(std::string(type_name(value)));
  } else if (const auto value = node.find("const"); value != node.end()) {
    add(std::string(type_name(*value)));
  }
  return types;
}

bool allows_type(const nlohmann::json& node, std::string_view type) {
  const auto is_it = [&](const nlohmann::json& value) { return type_name(value) == type; };
  const auto names_it = [&](const nlohmann::json& name) { return text_or_empty(&name) == type; };
  if (const auto types = node.find("type"); types != node.end())
    return types->is_array() ? std::ranges::any_of(*types, names_it) : names_it(*types);
  if (const auto values = node.find("enum"); values != node.end())
    return std::ranges::any_of(*values, is_it);
  const auto value = node.find("const");
  return value != node.end() && is_it(*value);
}

std::string_view type_name(const nlohmann::json& value) {
  if (value.is_number_integer()) return "integer";
  return value.type_name();
}

}  // namespace simrules
