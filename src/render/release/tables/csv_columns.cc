#include "render/release/tables/csv_columns.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "render/release/tables/csv.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The name of the column for members of a map that the schema does not declare.
constexpr const char* kRestName = "_others";

void flatten(const FieldShape& shape, const CsvColumn& at, std::vector<CsvColumn>& out) {
  CsvColumn own = at;
  own.description = at.shape == nullptr ? "" : at.shape->description + ' ';
  own.description += shape.description;
  own.shape = &shape;
  own.title += (own.title.empty() ? "" : ": ") + shape.title;
  own.is_nullable = own.is_nullable || shape.has_type("null");
  if (!shape.has_members()) {
    const bool is_scalar = shape.has_scalar() && shape.items.empty() && !shape.has_type("object");
    own.kind = shape.is_plain_list() ? CsvKind::kSet
               : is_scalar           ? CsvKind::kScalar
                                     : CsvKind::kNested;
    // A list without an item is an empty cell.
    own.is_nullable = own.is_nullable || shape.has_type("array");
    out.push_back(std::move(own));
    return;
  }
  own.is_nullable = own.is_nullable || shape.has_scalar();
  if (shape.has_scalar()) out.push_back(own);
  // Nobody can tell which languages are there.
  own.is_nullable = own.is_nullable || shape.is_map;
  for (const FieldShape& member : shape.members) {
    CsvColumn inner = own;
    inner.name += '_' + member.name;
    inner.path.push_back(member.name);
    flatten(member, inner, out);
  }
  if (!shape.is_map) return;
  own.name += kRestName;
  own.kind = CsvKind::kRest;
  out.push_back(std::move(own));
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
  if (!std::all_of(value.begin(), value.end(), can_be_joined)) return value.dump();
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

}  // namespace

std::vector<CsvColumn> csv_columns(const std::vector<FieldShape>& fields) {
  std::vector<CsvColumn> out;
  for (std::size_t i = 0; i < fields.size(); ++i)
    flatten(fields[i], {.name = fields[i].name, .column = i}, out);
  std::stable_partition(out.begin(), out.end(), [](const CsvColumn& column) {
    return column.kind != CsvKind::kRest;
  });
  return out;
}

std::string csv_cell(const json& field, const CsvColumn& column) {
  const json* value = &field;
  for (const std::string& name : column.path) {
    const auto member = value->find(name);
    if (!value->is_object() || member == value->end()) return "";
    value = &*member;
  }
  if (value->is_null() || (value->is_array() && value->empty())) return "";
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

}  // namespace simrules
