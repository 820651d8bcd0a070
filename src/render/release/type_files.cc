#include "render/release/type_files.h"

#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "render/release/dataset_types.h"
#include "render/release/tables/evidence_sources.h"
#include "render/release/tables/rows.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr std::string_view kSchemaEnd = ".schema.json";

/// The schemas whose types a release has; what the others describe is read by tools of ours alone.
constexpr std::string_view kTyped[] = {"changes", "manifest", "language"};

std::string header(const ReleaseContent& content, std::string_view what, std::string_view of) {
  return fmt::format(
      "// Types of {} of the simrules dataset {}, released {}.\n// Generated from {}.\n",
      what,
      content.version,
      content.released,
      of);
}

/// Names a type after a topic: `TransferRow`.
std::string row_type_of(const std::string& topic) {
  std::string name = topic;
  name.front() = static_cast<char>(name.front() - 'a' + 'A');
  return name + "Row";
}

std::string member_type(std::string_view holder, const std::string& field) {
  return fmt::format("{}[{}]", holder, json(field).dump());
}

/// Returns the type of a column in the rows of a topic.
std::string cell_type(const RuleColumn& column, const std::string& topic, const FieldSpec& rule) {
  switch (column.holder) {
    case ColumnHolder::kRow:
      return "string";
    case ColumnHolder::kDataset:
      return member_type("Dataset", column.field);
    case ColumnHolder::kPolicy:
      return member_type("Policy", column.field);
    case ColumnHolder::kPlan:
      return member_type("Plan", column.field) + " | null";
    case ColumnHolder::kRule:
      break;
  }
  if (rule.member(column.field) == nullptr) return "null";
  const std::string of_rule = fmt::format("RuleOf<{}>", json(topic).dump());
  const std::string type = member_type(of_rule, column.field);
  return column.field == "evidence" ? fmt::format("WithSource<{}>", type) : type;
}

std::string row_interface(const std::vector<RuleColumn>& columns,
                          const std::string& topic,
                          const FieldSpec& rule) {
  std::string text = fmt::format("\nexport interface {} {{\n", row_type_of(topic));
  for (const RuleColumn& column : columns) {
    text += fmt::format("  {}: {};\n", column.shape.name, cell_type(column, topic, rule));
  }
  return text + "}\n";
}

std::string row_types(const ReleaseContent& content) {
  std::string text = header(content, "a line of rules.ndjson", "dataset.schema.json");
  text +=
      "\nimport type {Dataset} from './dataset';\n\n"
      "type Policy = Dataset[\"policies\"][number];\n"
      "type Plan = NonNullable<Policy[\"plans\"]>[number];\n"
      "type RuleOf<Topic extends keyof Policy> = Extract<NonNullable<Policy[Topic]>, "
      "unknown[]>[number];\n"
      "type Source = NonNullable<Policy[\"sources\"]>[number];\n\n"
      "/** What is told beside evidence of its source. */\n"
      "export interface SourceOfEvidence {\n";
  for (const FieldShape& field : told_source_fields(content)) {
    const std::string name = field.name == "source_title" ? "title" : field.name;
    text += fmt::format("  {}: {};\n", field.name, member_type("Source", name));
  }
  text +=
      "}\n\ntype WithSource<List> = List extends (infer Item)[] ? (Item & SourceOfEvidence)[] : "
      "List;\n";
  const auto dataset = read_field_specs(content.description.told);
  const FieldSpec* policy = dataset->member("policies")->items.get();
  const std::vector<RuleColumn> columns = rules_columns(content);
  std::vector<std::string> names;
  for (const std::string& topic : content.head.schema.topics()) {
    const FieldSpec* list = policy == nullptr ? nullptr : policy->member(topic);
    if (list == nullptr || list->items == nullptr) continue;
    text += row_interface(columns, topic, *list->items);
    names.push_back(row_type_of(topic));
  }
  return text + fmt::format(
                    "\n/** A rule for a plan; `topic` tells which of these it is. */\n"
                    "export type RuleRow = {};\n",
                    fmt::join(names, " | "));
}

}  // namespace

std::vector<ReleaseFile> type_files(const ReleaseContent& content,
                                    const std::vector<ReleaseFile>&) {
  std::vector<ReleaseFile> files = {{"dataset.d.ts", dataset_types(content)},
                                    {"rule-row.d.ts", row_types(content)}};
  for (const ReleaseFile& schema : content.kept) {
    if (!schema.name.ends_with(kSchemaEnd)) continue;
    const std::string name = schema.name.substr(0, schema.name.size() - kSchemaEnd.size());
    if (std::ranges::find(kTyped, name) == std::end(kTyped)) continue;
    files.push_back(
        {name + ".d.ts",
         header(content, name + ".json", schema.name) + schema_types(json::parse(schema.bytes))});
  }
  return files;
}

}  // namespace simrules
