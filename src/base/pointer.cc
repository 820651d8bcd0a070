#include "base/pointer.h"

namespace simrules {
namespace {

std::string unescape(std::string_view token) {
  std::string text;
  text.reserve(token.size());
  for (std::size_t i = 0; i < token.size(); ++i) {
    const bool escaped = token[i] == '~' && i + 1 < token.size();
    if (!escaped) {
      text += token[i];
    } else {
      text += token[++i] == '1' ? '/' : '~';
    }
  }
  return text;
}

}  // namespace

std::string pointer_join(std::string_view parent, std::string_view token) {
  std::string pointer;
  pointer.reserve(parent.size() + 1 + token.size());
  pointer += parent;
  pointer += '/';
  for (const char c : token) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
  return pointer;
}

std::string pointer_join(std::string_view parent, std::size_t index) {
  return pointer_join(parent, std::string_view(std::to_string(index)));
}

std::vector<std::string> pointer_split(std::string_view pointer) {
  std::vector<std::string> tokens;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::string_view token = pointer.substr(0, pointer.find('/'));
    tokens.push_back(unescape(token));
    pointer.remove_prefix(token.size());
  }
  return tokens;
}

std::string pointer_parent(std::string_view pointer) {
  const std::size_t slash = pointer.rfind('/');
  return std::string(pointer.substr(0, slash == std::string_view::npos ? 0 : slash));
}

std::string pointer_leaf(std::string_view pointer) {
  const std::size_t slash = pointer.rfind('/');
  return slash == std::string_view::npos ? std::string() : unescape(pointer.substr(slash + 1));
}

}  // namespace simrules
