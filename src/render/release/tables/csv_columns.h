#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "render/release/tables/field_shape.h"

namespace simrules {

/// How a value is written into a cell.
/// Shape: `kScalar` as it is; `kSet` joined by `kCsvSetJoiner`; `kNested` as compact JSON; `kRest`
///        the members of a map that have no column of their own, as compact JSON.
enum class CsvKind { kScalar, kSet, kNested, kRest };

/// One column of a CSV for programs: a field, or something inside it.
/// Shape: `name` is the path with underscores, `title` the titles on the way, `description` what the field is
///        and what it is inside of; `path` leads from the value of the field at `column` to
///        the value of this one; `shape` lives as long as the fields; `is_nullable` tells
///        that a cell may be empty.
struct CsvColumn {
  std::string name;
  std::string title;
  std::string description;
  std::size_t column = 0;
  std::vector<std::string> path;
  CsvKind kind = CsvKind::kScalar;
  const FieldShape* shape = nullptr;
  bool is_nullable = false;
};

/// Gives every member of an object a column of its own.
/// Shape: what is left of maps comes last, for it is nearly always empty.
std::vector<CsvColumn> csv_columns(const std::vector<FieldShape>& fields);

/// Writes the cell of a column; `field` is the value of the field that it is in.
/// Shape: empty for null, and for a list without an item.
std::string csv_cell(const nlohmann::json& field, const CsvColumn& column);

}  // namespace simrules
