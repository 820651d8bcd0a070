#pragma once

#include <string>

#include "model/catalog.h"
#include "schema/schema.h"
#include "wording/phrasing.h"

namespace simrules {

/// What a row of the table that people read is about.
/// Shape: `now` is the policy on the day of the release, nullptr where it is not there.
struct ReadableRow {
  const Policy& policy;
  const Rule& rule;
  const Policy* now;
  const Phrasing& phrasing;

  const Language& words() const { return phrasing.schema.language(phrasing.language); }
};

/// Writes a cell of a row, in words.
using ReadableCell = std::string (*)(const ReadableRow& row);

/// A column of the table, by the name that it has for programs.
struct ReadableCells {
  const char* name;
  ReadableCell cell;
};

inline constexpr std::size_t kReadableColumns = 30;

/// Lists the columns in their order.
const ReadableCells (&readable_cells())[kReadableColumns];

}  // namespace simrules
