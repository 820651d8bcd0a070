#include "render/release/tables/rules_ndjson.h"

#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "render/release/tables/rows.h"

namespace simrules {
namespace {

/// Ends of lines for JavaScript or Python that JSON allows inside a text.
constexpr std::pair<std::string_view, std::string_view> kLineEnds[] = {
    {"\u0085", "\\u0085"}, {"\u2028", "\\u2028"}, {"\u2029", "\\u2029"}};

void escape_line_ends(std::string& line) {
  for (const auto& [character, escape] : kLineEnds) {
    for (std::size_t at = line.find(character); at != std::string::npos;
         at = line.find(character, at + escape.size())) {
      line.replace(at, character.size(), escape);
    }
  }
}

}  // namespace

std::string rules_ndjson(const ReleaseContent& content) {
  const std::vector<RuleColumn> columns = rules_columns(content);
  std::string text;
  visit_rules(content, columns, [&](const RuleRow& row) {
    std::string line;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      line += i == 0 ? '{' : ',';
      line += nlohmann::json(columns[i].shape.name).dump() + ':' + row[i].dump();
    }
    escape_line_ends(line);
    text += line + "}\n";
  });
  return text;
}

}  // namespace simrules
