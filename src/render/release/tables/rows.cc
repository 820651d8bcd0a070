#include "render/release/tables/rows.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>
#include <string_view>
#include <utility>

#include "base/member.h"
#include "render/release/tables/evidence_sources.h"
#include "render/release/tables/plan_rule.h"
#include "schema/schema.h"

namespace simrules {
namespace {

using nlohmann::json;
using Holder = ColumnHolder;

/// A column that tells what a row is about.
/// Shape: an empty text is taken from the schema.
struct IdentityColumn {
  const char* name;
  Holder holder;
  const char* field;
  const char* title;
  const char* description;
};

constexpr const char* kRowId = "id";
constexpr const char* kEvidence = "evidence";

constexpr IdentityColumn kIdentity[] = {
    {"schema_version", Holder::kDataset, "schema_version", "", ""},
    {"version", Holder::kDataset, "version", "", ""},
    {"released", Holder::kDataset, "released", "", ""},
    {kRowId,
     Holder::kRow,
     "",
     "Row",
     "The policy, the topic, the rule and, after an @, the plan: no two rows share one."},
    {"policy", Holder::kPolicy, "id", "Policy", "The id of the policy: one brand or product."},
    {"policy_name", Holder::kPolicy, "name", "Policy name", ""},
    {"operator", Holder::kPolicy, "operator", "Operator", "Who runs the brand, by language."},
    {"kind", Holder::kPolicy, "kind", "", ""},
    {"policy_lifecycle", Holder::kPolicy, "lifecycle", "Lifecycle of the policy", ""},
    {"home", Holder::kPolicy, "home", "", ""},
    {"serves", Holder::kPolicy, "serves", "", ""},
    {"serves_worldwide", Holder::kPolicy, "serves_worldwide", "", ""},
    {"currency", Holder::kPolicy, "currency", "", ""},
    {"plan",
     Holder::kPlan,
     "id",
     "Plan",
     "The plan that the row is about; nothing where the rule or its policy names none."},
    {"plan_name", Holder::kPlan, "name", "Plan name", ""},
    {"plan_lifecycle", Holder::kPlan, "lifecycle", "Lifecycle of the plan", ""},
    {"topic", Holder::kRule, "topic", "", ""},
    {"rule", Holder::kRule, "id", "Rule", "The id of the rule in its policy and topic."},
    {"rule_name", Holder::kRule, "name", "Rule name", ""},
    {"sentence", Holder::kRule, "sentence", "", ""},
    {"short", Holder::kRule, "short", "", ""},
    {"rule_lifecycle", Holder::kRule, "lifecycle", "Lifecycle of the rule", ""},
    {"confidence", Holder::kRule, "confidence", "", ""},
};

/// The specifications of what a dataset holds.
/// Shape: a null pointer is what the schema lacks.
struct DatasetSpecs {
  std::unique_ptr<FieldSpec> dataset;
  const FieldSpec* policy = nullptr;
  const FieldSpec* plan = nullptr;
  std::vector<std::string> topics;

  const FieldSpec* rule(const std::string& topic) const { return item_of(policy, topic); }

  static const FieldSpec* item_of(const FieldSpec* object, std::string_view name) {
    const FieldSpec* list = object == nullptr ? nullptr : object->member(name);
    return list == nullptr ? nullptr : list->items.get();
  }
};

DatasetSpecs read_specs(const ReleaseContent& content) {
  DatasetSpecs specs;
  specs.dataset = read_field_specs(content.description.told);
  specs.policy = DatasetSpecs::item_of(specs.dataset.get(), "policies");
  specs.plan = DatasetSpecs::item_of(specs.policy, "plans");
  specs.topics = content.head.schema.topics();
  return specs;
}

/// Lists what has the fields of a holder: one of each, and one of every topic for rules.
std::vector<const FieldSpec*> holders_of(Holder holder, const DatasetSpecs& specs) {
  switch (holder) {
    case Holder::kRow:
      return {};
    case Holder::kDataset:
      return {specs.dataset.get()};
    case Holder::kPolicy:
      return {specs.policy};
    case Holder::kPlan:
      return {specs.plan};
    case Holder::kRule:
      break;
  }
  std::vector<const FieldSpec*> rules;
  for (const std::string& topic : specs.topics) rules.push_back(specs.rule(topic));
  return rules;
}

FieldShape shape_of(const IdentityColumn& column, const DatasetSpecs& specs) {
  FieldShape shape{column.name};
  for (const FieldSpec* holder : holders_of(column.holder, specs)) {
    const FieldSpec* spec = holder == nullptr ? nullptr : holder->member(column.field);
    if (spec != nullptr) {
      add_to_shape(shape, *spec);
    } else {
      add_type(shape, "null");
    }
  }
  if (*column.title != '\0') shape.title = column.title;
  if (*column.description != '\0') shape.description = column.description;
  if (column.holder == Holder::kPlan) add_type(shape, "null");
  return shape;
}

/// Merges the fields of the rules of all topics.
FieldShape rule_shape(const DatasetSpecs& specs) {
  FieldShape rule;
  for (const std::string& topic : specs.topics) {
    if (const FieldSpec* spec = specs.rule(topic)) add_to_shape(rule, *spec);
  }
  for (FieldShape& field : rule.members) {
    for (const std::string& topic : specs.topics) {
      const FieldSpec* spec = specs.rule(topic);
      if (spec == nullptr || spec->member(field.name) == nullptr) add_type(field, "null");
    }
  }
  return rule;
}

/// What one row is made of.
struct RowParts {
  const json& dataset;
  const json& policy;
  const json& plan;
  const json& rule;
};

std::string row_id(const RowParts& parts) {
  const auto text = [](const json& value) {
    return value.is_string() ? value.get<std::string>() : std::string();
  };
  const std::string rule = text(member_of(parts.rule, "ref"));
  return parts.plan.is_null() ? rule : rule + '@' + text(member_of(parts.plan, "id"));
}

json cell_of(const RuleColumn& column, const RowParts& parts) {
  switch (column.holder) {
    case Holder::kDataset:
      return member_of(parts.dataset, column.field);
    case Holder::kPolicy:
      return member_of(parts.policy, column.field);
    case Holder::kPlan:
      return member_of(parts.plan, column.field);
    case Holder::kRule:
      return column.field == kEvidence
                 ? with_sources(member_of(parts.rule, kEvidence), parts.policy)
                 : member_of(parts.rule, column.field);
    case Holder::kRow:
      break;
  }
  return row_id(parts);
}

/// Lists the plans that a rule covers, in the order of the file; one that is null where it covers
/// none.
std::vector<json> plans_of(const json& rule, const json& policy) {
  const std::vector<std::string> ids = plan_ids_of(rule, policy);
  std::vector<json> plans;
  for (const json& plan : member_of(policy, kPlanList)) {
    const auto id = member_of(plan, "id").get<std::string>();
    if (std::ranges::find(ids, id) != ids.end()) plans.push_back(plan);
  }
  if (plans.empty()) plans.emplace_back();
  return plans;
}

}  // namespace

std::vector<RuleColumn> rules_columns(const ReleaseContent& content) {
  const DatasetSpecs specs = read_specs(content);
  std::vector<RuleColumn> columns;
  std::set<std::string> names;
  std::set<std::string> told;
  for (const IdentityColumn& identity : kIdentity) {
    RuleColumn column{shape_of(identity, specs), identity.holder, identity.field};
    if (identity.holder == Holder::kRow) {
      add_type(column.shape, "string");
      column.shape.has_text = true;
    }
    if (identity.holder == Holder::kRule) told.insert(identity.field);
    names.insert(identity.name);
    columns.push_back(std::move(column));
  }
  for (FieldShape& field : rule_shape(specs).members) {
    std::string name = field.name;
    if (told.contains(name)) continue;
    if (names.contains(name)) field.name = "rule_" + name;
    if (name == kEvidence && !field.items.empty()) {
      std::ranges::move(told_source_fields(content),
                        std::back_inserter(field.items.front().members));
    }
    columns.push_back({std::move(field), Holder::kRule, std::move(name)});
  }
  return columns;
}

void visit_rules(const ReleaseContent& content,
                 const std::vector<RuleColumn>& columns,
                 const std::function<void(const RuleRow&)>& visit) {
  const DatasetSpecs specs = read_specs(content);
  const auto visit_rule = [&](const json& policy, const std::string& topic, const json& rule) {
    const FieldSpec* spec = specs.rule(topic);
    for (const json& plan : plans_of(rule, policy)) {
      const json resolved = spec == nullptr ? rule : resolved_rule(rule, *spec, policy, plan);
      const RowParts parts{content.dataset, policy, plan, resolved};
      RuleRow row;
      for (const RuleColumn& column : columns) row.push_back(cell_of(column, parts));
      visit(row);
    }
  };
  for (const json& policy : member_of(content.dataset, "policies")) {
    for (const std::string& topic : specs.topics) {
      for (const json& rule : member_of(policy, topic)) visit_rule(policy, topic, rule);
    }
  }
}

}  // namespace simrules
