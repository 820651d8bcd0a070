#include "render/release/fields_markdown.h"

#include <gtest/gtest.h>

#include "support/table_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

TEST(FieldsMarkdown, DescribesEachFieldInItsSection) {
  const json schema = json::parse(R"({
    "title": "Whole", "description": "All of it.", "type": "object", "required": ["items"],
    "properties": {
      "items": {"description": "The items.", "type": "array", "items": {"$ref": "#/definitions/item"}}},
    "definitions": {
      "item": {
        "title": "One item", "description": "One of them.", "type": "object", "x-topic": "roaming",
        "required": ["word", "amount", "set"], "x-optional": ["amount", "set"],
        "properties": {
          "word": {"description": "A word.", "enum": ["x", "unknown"],
                   "enumDescriptions": ["Ex | why.", "Nobody says."], "x-unknown": ["unknown"]},
          "amount": {"description": "How much.", "type": ["object", "string", "null"],
                     "pattern": "^(unlimited|plan)$", "x-plan-values": {"plan": "/allowance"},
                     "required": ["value"],
                     "properties": {"value": {"description": "A number.", "type": "integer", "x-unit": "MB"}}},
          "set": {"description": "A set.", "x-absent": [], "type": "array", "items": {"type": "string"}}}}}
  })");
  EXPECT_EQ(fields_markdown(schema), R"(# Fields: Whole

This page is generated from the schema. The column “Not stated” tells what stands there
where nothing is stated.

## Whole

All of it.

| Field | Holds | Example | Null | Not stated | Unit | Description |
|---|---|---|---|---|---|---|
| `items` | list: [One item](#one-item) |  | no | always stated |  | The items. |

## One item

One of them.

At `items[]`. Topics: roaming.

| Field | Holds | Example | Null | Not stated | Unit | Description |
|---|---|---|---|---|---|---|
| `word` | word | `"x"` | no | always stated |  | A word.<br>`x`: Ex \| why.<br>`unknown`: Nobody says.<br>Not known: `unknown`. |
| `amount` | object, or one of `unlimited`, `plan` | `"unlimited"` | yes | `null` |  | How much.<br>`plan`: what the plan has at `/allowance`. |
| `amount.value` | whole number | `1` | no | always stated | MB | A number. |
| `set` | list: text | `["Data Gift"]` | no | `[]` |  | A set. |
)");
}

TEST(FieldsMarkdown, HasARowForEveryFieldOfTheDataset) {
  const ReleaseContent content = tables_of(planned_policy());
  const json& schema = content.description.told;
  const std::string page = fields_markdown(schema);
  std::size_t fields = 0;
  for (const auto& [name, definition] : schema.at("definitions").items()) {
    const bool is_map = definition.value("additionalProperties", json()).is_object();
    // The mould of all terms is nowhere in a dataset by itself.
    if (name.ends_with("_or_null") || name == "derived_terms" || is_map ||
        !definition.contains("properties"))
      continue;
    const auto section = page.find("\n## " + definition.at("title").get<std::string>() + "\n");
    ASSERT_NE(section, std::string::npos) << name;
    const std::string text = page.substr(section, page.find("\n## ", section + 1) - section);
    for (const auto& [field, node] : definition.at("properties").items()) {
      ++fields;
      EXPECT_NE(text.find("\n| `" + field + "` | "), std::string::npos) << name << " " << field;
    }
  }
  EXPECT_GT(fields, 150);
}

}  // namespace
}  // namespace simrules
