#include "render/release/tables/schema.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "render/release/tables/csv.h"
#include "render/release/tables/csv_columns.h"

namespace simrules {
namespace {

using nlohmann::json;

/// What identifies a row of rules.ndjson; and what else does: a plan may be nothing, which a primary
/// key forbids.
constexpr const char* kPrimaryKey = "id";
constexpr const char* kUniqueKey[] = {"policy", "topic", "rule", "plan"};

constexpr const char* kAnyType = "any";

std::vector<std::string> types_beside(const FieldShape& shape,
                                      const std::vector<std::string>& left_out) {
  std::vector<std::string> types;
  for (const std::string& type : shape.types) {
    const bool is_left_out = std::find(left_out.begin(), left_out.end(), type) != left_out.end();
    if (!is_left_out) types.push_back(type);
  }
  return types;
}

/// Returns the Table Schema type of one JSON type; a text may be a day.
std::string table_type(const std::string& type, const FieldShape& shape) {
  return type == "string" && shape.format == "date" ? "date" : type;
}

std::string scalar_type(const FieldShape& shape) {
  const std::vector<std::string> types = types_beside(shape, {"null", "object", "array"});
  return types.size() == 1 ? table_type(types.front(), shape) : "string";
}

std::string json_type(const FieldShape& shape) {
  const std::vector<std::string> types = types_beside(shape, {"null"});
  return types.size() == 1 ? table_type(types.front(), shape) : kAnyType;
}

std::string csv_type(const CsvColumn& column) {
  switch (column.kind) {
    case CsvKind::kScalar:
      return scalar_type(*column.shape);
    case CsvKind::kSet:
      return "string";
    case CsvKind::kNested:
      return json_type(*column.shape);
    case CsvKind::kRest:
      break;
  }
  return "object";
}

std::string csv_note(const CsvColumn& column) {
  switch (column.kind) {
    case CsvKind::kScalar:
      return "";
    case CsvKind::kSet:
      return fmt::format(" Joined by `{}`.", kCsvSetJoiner);
    case CsvKind::kNested:
      return " As JSON.";
    case CsvKind::kRest:
      break;
  }
  return " Whatever has no column of its own, as JSON.";
}

bool is_words_alone(const FieldShape& shape) { return !shape.words.empty() && !shape.has_text; }

/// Describes the texts that a set can be joined to.
/// Source: Table Schema's patterns are those of XML Schema, which match the whole value.
std::string set_pattern(const CsvColumn& column) {
  const FieldShape& item = column.shape->items.front();
  if (!is_words_alone(item)) return "";
  const std::string word = fmt::format("({})", fmt::join(item.words, "|"));
  return fmt::format(R"({0}({1}{0})*)", word, kCsvSetJoiner);
}

json field_entry(const std::string& name, const std::string& title, const std::string& text) {
  json field = {{"name", name}};
  if (!title.empty()) field["title"] = title;
  if (!text.empty()) field["description"] = text;
  return field;
}

void add_constraint(json& field, const char* name, json value) {
  field["constraints"][name] = std::move(value);
}

json csv_field(const CsvColumn& column) {
  const FieldShape& shape = *column.shape;
  json field = field_entry(column.name, column.title, column.description + csv_note(column));
  field["type"] = csv_type(column);
  if (!column.is_nullable) add_constraint(field, "required", true);
  if (column.kind == CsvKind::kScalar && field["type"] == "string" && is_words_alone(shape)) {
    add_constraint(field, "enum", shape.words);
  }
  const std::string pattern = column.kind == CsvKind::kSet ? set_pattern(column) : "";
  if (!pattern.empty()) add_constraint(field, "pattern", pattern);
  return field;
}

json ndjson_field(const RuleColumn& column) {
  const FieldShape& shape = column.shape;
  json field = field_entry(shape.name, shape.title, shape.description);
  field["type"] = json_type(shape);
  if (!shape.has_type("null")) add_constraint(field, "required", true);
  if (field["type"] == "string" && is_words_alone(shape)) {
    add_constraint(field, "enum", shape.words);
  }
  return field;
}

json schema_of(json fields, std::vector<std::string> keys) {
  return {{"fields", std::move(fields)},
          {"primaryKey", std::move(keys)},
          {"missingValues", json::array({""})}};
}

json foreign_key(const ForeignKey& key) {
  return {{"fields", key.columns},
          {"reference", {{"resource", in_slug_letters(key.file)}, {"fields", key.target}}}};
}

}  // namespace

json ndjson_table_schema(const std::vector<RuleColumn>& columns) {
  json fields = json::array();
  for (const RuleColumn& column : columns) fields.push_back(ndjson_field(column));
  json schema = schema_of(std::move(fields), {kPrimaryKey});
  schema["uniqueKeys"] = json::array({json(kUniqueKey)});
  return schema;
}

json readable_table_schema(const std::vector<ReadableColumn>& columns) {
  json fields = json::array();
  for (const ReadableColumn& column : columns) {
    fields.push_back(field_entry(column.name, column.title, ""));
    fields.back()["type"] = "string";
  }
  return schema_of(std::move(fields), {columns.front().name});
}

json machine_table_schema(const MachineTable& table) {
  json fields = json::array();
  for (const CsvColumn& column : csv_columns(table.columns)) fields.push_back(csv_field(column));
  json schema = schema_of(std::move(fields), table.keys);
  for (const ForeignKey& key : table.foreign_keys)
    schema["foreignKeys"].push_back(foreign_key(key));
  return schema;
}

}  // namespace simrules
