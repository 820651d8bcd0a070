#pragma once

#include <functional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "release/release.h"
#include "render/release/tables/field_shape.h"

namespace simrules {

/// What a column of the table of rules is read from.
enum class ColumnHolder { kRow, kDataset, kPolicy, kPlan, kRule };

/// One column of the table of rules: `shape.name` is its name, `field` that of the field it holds.
struct RuleColumn {
  FieldShape shape;
  ColumnHolder holder = ColumnHolder::kRow;
  std::string field;
};

/// The values of one row, in the order of the columns; null where nothing is stated.
using RuleRow = std::vector<nlohmann::json>;

/// Lists the columns of the table of rules: what a row is about, then every field that the schema
/// has for a rule of any topic.
/// Shape: a field that is called as something that a row is about has `rule_` before its name.
std::vector<RuleColumn> rules_columns(const ReleaseContent& content);

/// Visits the table row by row: one rule for one plan, as it holds for that plan.
/// Shape: a rule that covers no plan, or whose policy has none, is one row without a plan; words
///        that stand for a value of the plan are replaced by it, and items that name other plans
///        alone are left out. Rows are sorted by policy, topic, rule and plan, the latter three in
///        the order of the schema and of the file.
void visit_rules(const ReleaseContent& content,
                 const std::vector<RuleColumn>& columns,
                 const std::function<void(const RuleRow&)>& visit);

}  // namespace simrules
