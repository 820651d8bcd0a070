#include "render/release/tables/csv_columns.h"

#include <algorithm>
#include <utility>

namespace simrules {
namespace {

/// The name of the column for members of a map that the schema does not declare.
constexpr const char* kRestName = ".others";

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
    out.push_back(std::move(own));
    return;
  }
  own.is_nullable = own.is_nullable || shape.has_scalar();
  if (shape.has_scalar()) out.push_back(own);
  // Nobody can tell which languages are there.
  own.is_nullable = own.is_nullable || shape.is_map;
  for (const FieldShape& member : shape.members) {
    CsvColumn inner = own;
    inner.name += '.' + member.name;
    inner.path.push_back(member.name);
    flatten(member, inner, out);
  }
  if (!shape.is_map) return;
  own.name += kRestName;
  own.kind = CsvKind::kRest;
  out.push_back(std::move(own));
}

}  // namespace

std::vector<CsvColumn> csv_columns(const std::vector<RuleColumn>& columns) {
  std::vector<CsvColumn> out;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const FieldShape& shape = columns[i].shape;
    flatten(shape, {.name = shape.name, .column = i}, out);
  }
  std::stable_partition(out.begin(), out.end(), [](const CsvColumn& column) {
    return column.kind != CsvKind::kRest;
  });
  return out;
}

}  // namespace simrules
