#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "release/release.h"
#include "render/release/tables/field_shape.h"

namespace simrules {

/// Columns of a table that name a row of another one.
struct ForeignKey {
  std::vector<std::string> columns;
  std::string file;
  std::vector<std::string> target;
};

/// A table for programs.
/// Shape: a row has a value for each column, null where nothing is stated; `keys` are the columns that no
///        two rows share; `visit_rows` makes the rows of the release, which has to be there, one by one.
struct MachineTable {
  using Row = std::vector<nlohmann::json>;

  std::string file;
  std::string title;
  std::string description;
  std::vector<FieldShape> columns;
  std::vector<std::string> keys;
  std::vector<ForeignKey> foreign_keys;
  std::function<void(const std::function<void(const Row&)>&)> visit_rows;
};

/// Lists the tables for programs: the rules, the plans of each, its fees, limits and evidence, and the sources
/// of each policy.
std::vector<MachineTable> machine_tables(const ReleaseContent& content);

/// Writes these tables as CSV files.
std::vector<ReleaseFile> machine_table_files(const ReleaseContent& content,
                                             const std::vector<ReleaseFile>& files);

}  // namespace simrules
