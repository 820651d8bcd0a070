#include "render/release/tables/rules_csv.h"

#include <algorithm>
#include <string_view>

#include <nlohmann/json.hpp>

#include "render/release/tables/csv_columns.h"
#include "render/release/tables/rows.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kLineEnd = "\r\n";

/// What a spreadsheet takes for the start of a formula, in full width too, and the apostrophe that
/// marks text there.
constexpr std::string_view kFormulaStarts[] = {
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'"};

std::string quoted_cell(std::string_view text) {
  const bool is_formula = std::any_of(
      std::begin(kFormulaStarts), std::end(kFormulaStarts), [&](std::string_view start) {
        return text.starts_with(start);
      });
  std::string cell = is_formula ? "\"'" : "\"";
  for (const char c : text) cell += c == '"' ? std::string("\"\"") : std::string(1, c);
  return cell + '"';
}

std::string scalar_text(const json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

bool can_be_joined(const json& item) {
  if (!item.is_string()) return !item.is_structured();
  return item.get_ref<const std::string&>().find(';') == std::string::npos;
}

std::string set_text(const json& value) {
  if (!value.is_array()) return scalar_text(value);
  if (value.empty() || !std::all_of(value.begin(), value.end(), can_be_joined)) return value.dump();
  std::string text;
  for (const json& item : value) {
    text += (text.empty() ? "" : kCsvSetJoiner) + scalar_text(item);
  }
  return text;
}

/// Returns the members that no other column has.
std::string rest_text(const json& value, const FieldShape& shape) {
  if (!value.is_object()) return "";
  json rest = value;
  for (const FieldShape& member : shape.members) rest.erase(member.name);
  return rest.empty() ? "" : rest.dump();
}

std::string cell_text(const json& whole, const CsvColumn& column) {
  const json* value = &whole;
  for (const std::string& name : column.path) {
    const auto member = value->find(name);
    if (!value->is_object() || member == value->end()) return "";
    value = &*member;
  }
  if (value->is_null()) return "";
  switch (column.kind) {
    case CsvKind::kScalar:
      break;
    case CsvKind::kSet:
      return set_text(*value);
    case CsvKind::kNested:
      return value->dump();
    case CsvKind::kRest:
      return rest_text(*value, *column.shape);
  }
  // The members of an object have columns of their own.
  return value->is_object() && column.shape->has_members() ? "" : scalar_text(*value);
}

}  // namespace

std::string rules_csv(const ReleaseContent& content) {
  const std::vector<RuleColumn> columns = rules_columns(content);
  const std::vector<CsvColumn> csv = csv_columns(columns);
  std::string text;
  const auto add_line = [&](const auto& cell_of) {
    for (std::size_t i = 0; i < csv.size(); ++i) {
      text += (i == 0 ? "" : ",") + quoted_cell(cell_of(csv[i]));
    }
    text += kLineEnd;
  };
  add_line([](const CsvColumn& column) { return column.name; });
  visit_rules(content, columns, [&](const RuleRow& row) {
    add_line([&](const CsvColumn& column) { return cell_text(row[column.column], column); });
  });
  return text;
}

}  // namespace simrules
