#include "schema/reference.h"

#include <charconv>
#include <string_view>

#include "base/pointer.h"

namespace simrules {

namespace {

std::optional<std::string> percent_decode(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    unsigned value = 0;
    const std::string_view digits = text.substr(i + 1, 2);
    const auto end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value, 16);
    if (digits.size() != 2 || stop != end || error != std::errc()) return std::nullopt;
    out += static_cast<char>(value);
    i += 2;
  }
  return out;
}

const nlohmann::json* find_item(const nlohmann::json& list, const std::string& token) {
  std::size_t index = 0;
  const char* end = token.data() + token.size();
  const auto [stop, error] = std::from_chars(token.data(), end, index);
  const bool number = stop == end && error == std::errc() && (token == "0" || token[0] != '0');
  return number && index < list.size() ? &list[index] : nullptr;
}

}  // namespace

std::optional<std::string> reference_pointer(const std::string& reference) {
  if (reference.empty() || reference[0] != '#') return std::nullopt;
  if (reference.size() > 1 && reference[1] != '/') return std::nullopt;
  return percent_decode(std::string_view(reference).substr(1));
}

const nlohmann::json* find_value(const nlohmann::json& root, const std::string& pointer) {
  const nlohmann::json* value = &root;
  for (const std::string& token : pointer_split(pointer)) {
    if (value->is_array()) {
      value = find_item(*value, token);
    } else if (value->is_object()) {
      const auto member = value->find(token);
      value = member == value->end() ? nullptr : &*member;
    } else {
      value = nullptr;
    }
    if (value == nullptr) return nullptr;
  }
  return value;
}

ResolvedSchema resolve_at(const nlohmann::json& root,
                          const nlohmann::json& node,
                          const std::string& pointer) {
  ResolvedSchema result{&node, pointer};
  // The linter has made sure that references exist and that their chains end.
  for (auto ref = node.find("$ref"); ref != result.node->end(); ref = result.node->find("$ref")) {
    result.pointer = *reference_pointer(ref->get_ref<const std::string&>());
    result.node = find_value(root, result.pointer);
  }
  return result;
}

const nlohmann::json& resolve(const nlohmann::json& root, const nlohmann::json& node) {
  return node.contains("$ref") ? *resolve_at(root, node, "").node : node;
}

}  // namespace simrules
