#include "render/release/tables/machine_tables.h"

#include <algorithm>
#include <utility>

#include "base/member.h"
#include "render/release/tables/csv.h"
#include "render/release/tables/csv_columns.h"
#include "render/release/tables/evidence_sources.h"
#include "render/release/tables/rows.h"

namespace simrules {
namespace {

using nlohmann::json;
using Row = MachineTable::Row;
using Visit = std::function<void(const Row&)>;

/// A list of every rule that has a table of its own.
struct ListTable {
  const char* list;
  const char* title;
  const char* key;
};
constexpr ListTable kLists[] = {
    {"fees", "Every price of every rule", "id"},
    {"limits", "Every limit of every rule", "id"},
    {"evidence", "What the sources say of every rule, for and against", "source"},
};

constexpr const char* kRulesFile = "rule-index.csv";
constexpr const char* kSourcesFile = "sources.csv";

/// The columns of the table of rules that tell of a rule and a plan.
constexpr const char* kOfPlans[] = {"id",
                                    "ref",
                                    "policy",
                                    "plan",
                                    "plan_name",
                                    "plan_lifecycle",
                                    "topic",
                                    "mechanism",
                                    "verdict",
                                    "confidence",
                                    "in_force"};

/// The fields of a rule that are told of it once, whatever plan it is for.
constexpr const char* kOfRules[] = {"topic",
                                    "rule",
                                    "rule_name",
                                    "mechanism",
                                    "verdict",
                                    "confidence",
                                    "in_force",
                                    "applies_to_all",
                                    "pricing",
                                    "effective"};

FieldShape text_column(const char* name, const char* title, const char* description) {
  FieldShape column{name};
  column.title = title;
  column.description = description;
  column.types = {"string"};
  column.has_text = true;
  return column;
}

FieldShape ref_column() {
  return text_column("ref", "Rule", "The rule: the policy, the topic and the id.");
}

FieldShape policy_column() {
  return text_column("policy", "Policy", "The id of the policy: one brand or product.");
}

ForeignKey to_rules() { return {{"ref"}, kRulesFile, {"ref"}}; }

/// Lists the fields of the items of a list of rules, over all topics.
std::vector<FieldShape> item_fields(const std::vector<RuleColumn>& columns, const char* list) {
  const auto found =
      std::ranges::find(columns, std::string_view(list), [](const RuleColumn& column) {
        return std::string_view(column.field);
      });
  const bool has_items = found != columns.end() && !found->shape.items.empty();
  return has_items ? found->shape.items.front().members : std::vector<FieldShape>();
}

template <typename Visit>
void for_each_rule(const ReleaseContent& content, const Visit& visit) {
  for (const json& policy : member_of(content.dataset, "policies")) {
    for (const std::string& topic : content.head.schema.topics()) {
      for (const json& rule : member_of(policy, topic)) visit(policy, rule);
    }
  }
}

bool is_evidence(const ListTable& table) { return std::string_view(table.key) == "source"; }

MachineTable list_table(const ReleaseContent& content,
                        const std::vector<RuleColumn>& columns,
                        const ListTable& list) {
  MachineTable table{.file = list.list + std::string(".csv"),
                     .title = list.title,
                     .description = {},
                     .columns = {ref_column()},
                     .keys = {"ref", list.key},
                     .foreign_keys = {to_rules()},
                     .visit_rows = {}};
  const std::vector<FieldShape> fields = item_fields(columns, list.list);
  table.columns.insert(table.columns.end(), fields.begin(), fields.end());
  if (is_evidence(list)) {
    table.columns.insert(table.columns.begin() + 1, policy_column());
    table.foreign_keys.push_back({{"policy", "source"}, kSourcesFile, {"policy", "id"}});
  }
  table.visit_rows = [&content, fields, list](const Visit& visit) {
    for_each_rule(content, [&](const json& policy, const json& rule) {
      const json& items = member_of(rule, list.list);
      for (const json& item : is_evidence(list) ? with_sources(items, policy) : items) {
        Row row = {member_of(rule, "ref")};
        if (is_evidence(list)) row.push_back(member_of(policy, "id"));
        for (const FieldShape& field : fields) row.push_back(member_of(item, field.name));
        visit(row);
      }
    });
  };
  return table;
}

MachineTable source_table(const ReleaseContent& content) {
  MachineTable table{.file = kSourcesFile,
                     .title = "Every page that was read",
                     .description = {},
                     .columns = {policy_column()},
                     .keys = {"policy", "id"},
                     .foreign_keys = {},
                     .visit_rows = {}};
  const std::vector<FieldShape> fields = source_fields(content);
  table.columns.insert(table.columns.end(), fields.begin(), fields.end());
  table.visit_rows = [&content, fields](const Visit& visit) {
    for (const json& policy : member_of(content.dataset, "policies")) {
      for (const json& source : member_of(policy, "sources")) {
        Row row = {member_of(policy, "id")};
        for (const FieldShape& field : fields) row.push_back(member_of(source, field.name));
        visit(row);
      }
    }
  };
  return table;
}

/// Lists the rules themselves, to which the keys of the others lead.
MachineTable rule_table(const ReleaseContent& content, const std::vector<RuleColumn>& columns) {
  MachineTable table{.file = kRulesFile,
                     .title = "Every rule once",
                     .description = {},
                     .columns = {ref_column(), policy_column()},
                     .keys = {"ref"},
                     .foreign_keys = {},
                     .visit_rows = {}};
  std::vector<std::string> fields;
  for (const char* name : kOfRules) {
    for (const RuleColumn& column : columns) {
      if (column.shape.name != name) continue;
      table.columns.push_back(column.shape);
      fields.push_back(column.field);
    }
  }
  table.visit_rows = [&content, fields](const Visit& visit) {
    for_each_rule(content, [&](const json& policy, const json& rule) {
      Row row = {member_of(rule, "ref"), member_of(policy, "id")};
      for (const std::string& field : fields) row.push_back(member_of(rule, field));
      visit(row);
    });
  };
  return table;
}

MachineTable plan_table(const ReleaseContent& content, const std::vector<RuleColumn>& columns) {
  MachineTable table{.file = "rule-plans.csv",
                     .title = "Which plans each rule is for",
                     .description = "A rule of a policy without plans has one row without a plan.",
                     .columns = {},
                     .keys = {"id"},
                     .foreign_keys = {to_rules()},
                     .visit_rows = {}};
  std::vector<RuleColumn> wanted;
  for (const char* name : kOfPlans) {
    const auto found = std::ranges::find(columns, std::string_view(name), [](const RuleColumn& c) {
      return std::string_view(c.shape.name);
    });
    if (found == columns.end()) continue;
    wanted.push_back(*found);
    table.columns.push_back(found->shape);
  }
  table.visit_rows = [&content, wanted](const Visit& visit) {
    visit_rules(content, wanted, visit);
  };
  return table;
}

std::string csv_of(const MachineTable& table) {
  const std::vector<CsvColumn> columns = csv_columns(table.columns);
  std::vector<std::string> cells;
  cells.reserve(columns.size());
  for (const CsvColumn& column : columns) cells.push_back(column.name);
  std::string text = csv_line(cells);
  table.visit_rows([&](const Row& row) {
    for (std::size_t i = 0; i < columns.size(); ++i)
      cells[i] = csv_cell(row[columns[i].column], columns[i]);
    text += csv_line(cells);
  });
  return text;
}

}  // namespace

std::vector<MachineTable> machine_tables(const ReleaseContent& content) {
  const std::vector<RuleColumn> columns = rules_columns(content);
  std::vector<MachineTable> tables;
  for (const ListTable& list : kLists) tables.push_back(list_table(content, columns, list));
  tables.push_back(source_table(content));
  tables.push_back(rule_table(content, columns));
  tables.push_back(plan_table(content, columns));
  return tables;
}

std::vector<ReleaseFile> machine_table_files(const ReleaseContent& content,
                                             const std::vector<ReleaseFile>&) {
  std::vector<ReleaseFile> files;
  for (const MachineTable& table : machine_tables(content))
    files.push_back({table.file, csv_of(table)});
  return files;
}

}  // namespace simrules
