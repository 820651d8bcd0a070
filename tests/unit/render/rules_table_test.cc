#include <gtest/gtest.h>

#include "render/release/tables/csv_columns.h"
#include "render/release/tables/rows.h"
#include "support/table_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

std::vector<json> rows_of(const ReleaseContent& content) {
  const std::vector<RuleColumn> columns = rules_columns(content);
  std::vector<json> rows;
  visit_rules(content, columns, [&](const RuleRow& row) {
    json object;
    for (std::size_t i = 0; i < columns.size(); ++i) object[columns[i].shape.name] = row[i];
    rows.push_back(std::move(object));
  });
  return rows;
}

json column_of(const std::vector<json>& rows, const char* name) {
  json values = json::array();
  for (const json& row : rows) values.push_back(row.at(name));
  return values;
}

TEST(RulesTable, HasARowForEachRuleAndPlanInOrder) {
  EXPECT_EQ(column_of(rows_of(tables_of(planned_policy())), "id"),
            (json{"jp/sample#transfer/none",
                  "jp/sample#roaming/abroad@small",
                  "jp/sample#roaming/abroad@large",
                  "jp/sample#tethering/hotspot@large"}));
}

TEST(RulesTable, HasOneRowWithoutAPlanWhereThereIsNone) {
  json policy = planned_policy();
  policy.erase("plans");
  policy["tethering"][0].erase("except");
  const std::vector<json> rows = rows_of(tables_of(policy));
  EXPECT_EQ(column_of(rows, "plan"), (json{nullptr, nullptr, nullptr}));
  EXPECT_EQ(rows[1]["allowance"]["kind"], "plan_allowance");
  EXPECT_EQ(rows[1]["limits"].size(), 2);
}

TEST(RulesTable, TellsWhatTheRowIsAbout) {
  const json row = rows_of(tables_of(planned_policy())).at(2);
  EXPECT_EQ(row["schema_version"], 3);
  EXPECT_EQ(row["version"], "2.0.0");
  EXPECT_EQ(row["released"], "2026-11-23");
  EXPECT_EQ(row["policy"], "jp/sample");
  EXPECT_EQ(row["policy_name"]["ko"], "샘플");
  EXPECT_EQ(row["home"], (json{"JP", "US"}));
  EXPECT_EQ(row["serves"], row["home"]) << "the policy says nothing else";
  EXPECT_EQ(row["serves_worldwide"], false);
  EXPECT_EQ(row["plan_name"]["en"], "Large");
  EXPECT_EQ(row["plan_lifecycle"], "closed_to_new");
  EXPECT_EQ(row["topic"], "roaming");
  EXPECT_EQ(row["rule"], "abroad");
  EXPECT_EQ(row["confidence"], "confirmed");
  EXPECT_TRUE(row["sentence"]["en"].get<std::string>().starts_with("Sample allows "));
  EXPECT_TRUE(row["sentence"].contains("ja"));
  EXPECT_TRUE(row["sentence"].contains("zh"));
}

TEST(RulesTable, ResolvesWordsForValuesOfThePlan) {
  const std::vector<json> rows = rows_of(tables_of(planned_policy()));
  EXPECT_EQ(rows[1]["allowance"], (json{{"kind", "quantity"}, {"value", 5}, {"unit", "GB"}}));
  EXPECT_EQ(rows[2]["allowance"]["kind"], "plan_allowance") << "the plan does not tell it";
}

TEST(RulesTable, LeavesOutWhatIsForOtherPlans) {
  const std::vector<json> rows = rows_of(tables_of(planned_policy()));
  EXPECT_EQ(rows[1]["limits"].size(), 1);
  EXPECT_EQ(rows[1]["limits"][0]["id"], "both");
  EXPECT_TRUE(rows[1]["fees"][0]["waiver"].is_null());
  EXPECT_EQ(rows[2]["limits"].size(), 2);
  EXPECT_EQ(rows[2]["fees"][0]["waiver"]["kind"], "plan_benefit");
}

TEST(RulesTable, HasEveryFieldOfEveryTopic) {
  const std::vector<RuleColumn> columns = rules_columns(tables_of(planned_policy()));
  std::size_t fields = 0;
  for (const std::string& topic : test_schema().topics()) {
    for (const auto& [name, spec] : test_schema().root().member(topic)->items->properties) {
      // A dataset has whole terms in their place.
      if (name == "previously" || name == "seen") continue;
      ++fields;
      EXPECT_EQ(std::count_if(columns.begin(),
                              columns.end(),
                              [&name = name](const RuleColumn& column) {
                                return column.holder == ColumnHolder::kRule && column.field == name;
                              }),
                1)
          << topic << " " << name;
    }
  }
  EXPECT_GT(fields, 60);
}

TEST(RulesTable, KeepsTheNamesOfColumnsApart) {
  const json field = {{"title", "Kind"}, {"description", "A clash."}, {"type", "string"}};
  const PolicySchema schema = schema_with_field("kind", field);
  json policy = planned_policy();
  policy["tethering"][0]["kind"] = "of the rule";
  const ReleaseContent content = tables_of(policy, schema);
  const json row = rows_of(content).at(3);
  EXPECT_EQ(row["kind"], "mno");
  EXPECT_EQ(row["rule_kind"], "of the rule");
  std::set<std::string> names;
  std::vector<FieldShape> fields;
  for (const RuleColumn& column : rules_columns(content)) fields.push_back(column.shape);
  for (const CsvColumn& column : csv_columns(fields)) {
    EXPECT_TRUE(names.insert(column.name).second) << column.name;
  }
}

TEST(RulesTable, IsNullWhereATopicHasNoSuchField) {
  const std::vector<json> rows = rows_of(tables_of(planned_policy()));
  EXPECT_TRUE(rows[3]["recipients"].is_null());
  EXPECT_TRUE(rows[3]["services"].is_null());
  EXPECT_EQ(rows[3]["conditions"], json::array()) << "absence states that there are none";
}

/// A negative number would look like a formula to a spreadsheet.
void expect_no_negative_number(const json& node) {
  if (!node.is_structured()) return;
  if (node.is_object() && node.contains("x-better")) {
    const json type = node.value("type", json());
    const bool is_number = type == "integer" || (type.is_array() && type[0] == "integer");
    if (is_number) {
      EXPECT_GE(node.value("minimum", -1), 0) << node.dump();
    }
  }
  for (const json& child : node) expect_no_negative_number(child);
}

TEST(RulesTable, HasNoNegativeNumbers) {
  expect_no_negative_number(test_schema().schema().value());
}

}  // namespace
}  // namespace simrules
