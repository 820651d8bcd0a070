#include "schema/language/placeholders.h"

#include <algorithm>

namespace simrules {
namespace {

struct Placeholders {
  std::string_view section;
  std::vector<std::string> names;
};

const std::vector<Placeholders>& table() {
  static const std::vector<std::string> change = {
      "field", "before", "after", "gained", "lost", "because", "successor"};
  static const std::vector<Placeholders> rows = {
      {"changes", change},
      {"ours", change},
      {"records", change},
      {"field", change},
      {"rules", {"policy", "rule", "verdict", "terms"}},
      {"amount", {"number", "unit", "one"}},
      {"number", {"number"}},
      {"gained", {"value"}},
      {"of", {"inner", "outer", "around"}},
      {"phrases",
       {"statement",
        "statements",
        "subject",
        "subscriber",
        "clause",
        "from",
        "until",
        "until_not_before",
        "new_signups_until",
        "announced",
        "only_announced",
        "incomparable",
        "policy",
        "rule",
        "label",
        "name",
        "inner",
        "outer",
        "value",
        "plan",
        "number",
        "unit",
        "currency",
        "code",
        "word",
        "day",
        "month",
        "year"}},
  };
  return rows;
}

}  // namespace

std::vector<std::string> placeholders_of(std::string_view text) {
  std::vector<std::string> names;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    const std::string_view inner = text.substr(at + 1, text.find('}', at) - at - 1);
    names.emplace_back(inner.substr(0, inner.find(':')));
  }
  return names;
}

std::vector<std::string> forms_of(std::string_view text) {
  std::vector<std::string> forms;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    const std::string_view inner = text.substr(at + 1, text.find('}', at) - at - 1);
    const std::size_t colon = inner.find(':');
    if (colon != std::string_view::npos) forms.emplace_back(inner.substr(colon + 1));
  }
  return forms;
}

bool has_balanced_brackets(std::string_view text) {
  int depth = 0;
  for (const char c : text) {
    depth += c == '[' ? 1 : c == ']' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth == 0;
}

const std::vector<std::string>& placeholders_in(std::string_view section) {
  static const std::vector<std::string> none;
  const auto row = std::ranges::find(table(), section, &Placeholders::section);
  return row == table().end() ? none : row->names;
}

}  // namespace simrules
