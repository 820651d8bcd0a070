#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "render/release/tables/rows.h"

namespace simrules {

inline constexpr const char* kCsvSetJoiner = "; ";

/// How a value is written into a cell of rules.csv.
/// Shape: `kScalar` as it is; `kSet` joined by `kCsvSetJoiner`; `kNested` as compact JSON; `kRest`
///        the members of a map that have no column of their own, as compact JSON.
enum class CsvKind { kScalar, kSet, kNested, kRest };

/// One column of rules.csv: a column of the table, or something inside it.
/// Shape: `name` is the dotted path, `title` the titles on the way, `description` what the field is
///        and what it is inside of; `path` leads from the value of the table's column `column` to
///        the value of this one; `shape` lives as long as the table's columns; `is_nullable` tells
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
/// Shape: a field that is an object or a word has a column for the word before those of the members;
///        what is left of maps comes last, for it is nearly always empty.
std::vector<CsvColumn> csv_columns(const std::vector<RuleColumn>& columns);

}  // namespace simrules
