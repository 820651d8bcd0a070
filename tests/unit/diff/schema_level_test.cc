#include "diff/schema_level.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "schema/schema.h"

namespace simrules {
namespace {

using nlohmann::json;

json schema() {
  return json::parse(R"({"type": "object", "properties": {
    "id": {"type": "string"},
    "kind": {"enum": ["mno", "mvno"]},
    "rules": {"type": "array", "items": {"type": "object", "properties": {
      "max": {"type": ["integer", "string"]}, "note": {"type": "string", "title": "Note"}}}}}})");
}

VersionLevel level_of(const json& base, const json& head) {
  return schema_level(*read_field_specs(base), *read_field_specs(head));
}

TEST(SchemaLevel, TellsWhatReadersOfADatasetLoseAndGain) {
  struct Row {
    const char* name;
    const char* patch;
    Level level;
    std::vector<std::string> reasons;
  };
  const Row rows[] = {
      {"nothing", "[]", Level::kNone, {}},
      {"words for people",
       R"([{"op": "replace", "path": "/properties/rules/items/properties/note/title",
            "value": "Remark"}])",
       Level::kNone,
       {}},
      {"a field that is new",
       R"([{"op": "add", "path": "/properties/rules/items/properties/min",
            "value": {"type": "integer"}}])",
       Level::kMinor,
       {"MINOR: the field `rules/*/min` is new"}},
      {"a word that is new",
       R"([{"op": "add", "path": "/properties/kind/enum/-", "value": "reseller"}])",
       Level::kMinor,
       {"MINOR: the word `reseller` of `kind` is new"}},
      {"a field that is gone, and what is new beside it is no reason",
       R"([{"op": "move", "from": "/properties/id", "path": "/properties/key"}])",
       Level::kMajor,
       {"MAJOR: the field `id` is gone"}},
      {"a word that is gone",
       R"([{"op": "remove", "path": "/properties/kind/enum/0"}])",
       Level::kMajor,
       {"MAJOR: the word `mno` of `kind` is gone"}},
      {"another type",
       R"([{"op": "replace", "path": "/properties/rules/items/properties/max/type",
            "value": "integer"}])",
       Level::kMajor,
       {"MAJOR: `rules/*/max` has other types"}},
  };
  for (const Row& row : rows) {
    const VersionLevel found = level_of(schema(), schema().patch(json::parse(row.patch)));
    EXPECT_EQ(found.level, row.level) << row.name;
    EXPECT_EQ(found.reasons, row.reasons) << row.name;
  }
}

}  // namespace
}  // namespace simrules
