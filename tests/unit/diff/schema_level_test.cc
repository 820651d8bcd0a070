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
      {"a word with a brace",
       R"([{"op": "add", "path": "/properties/kind/enum/-", "value": "{x"}])",
       Level::kMinor,
       {"MINOR: the word `{x` of `kind` is new"}},
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

json topic_of(const json& rule) {
  json earlier = rule;
  earlier["previously"] = {{"type", "array"},
                           {"items", {{"type", "object"}, {"properties", rule}}}};
  return {{"type", "array"}, {"items", {{"type", "object"}, {"properties", earlier}}}};
}

/// Two topics whose rules have these fields, now and in earlier terms.
json topics_of(const json& roaming, const json& tethering) {
  json topics = {{"roaming", topic_of(roaming)}, {"tethering", topic_of(tethering)}};
  for (const auto& [name, topic] : topics.items()) topic["x-topic"] = name;
  return {{"type", "object"}, {"properties", topics}};
}

TEST(SchemaLevel, TellsOnceWhatIsNewInEveryTopicAndInEarlierTerms) {
  const json number = {{"type", "integer"}};
  const json base = topics_of({{"id", number}}, {{"id", number}});
  const auto reasons_of = [&](const json& roaming, const json& tethering) {
    return level_of(base, topics_of(roaming, tethering)).reasons;
  };
  const json with_fee = {{"id", number}, {"fee", number}};
  using Reasons = std::vector<std::string>;
  EXPECT_EQ(reasons_of(with_fee, with_fee), Reasons{"MINOR: the field `*/*/fee` is new"});
  EXPECT_EQ(reasons_of(with_fee, {{"id", number}}),
            Reasons{"MINOR: the field `roaming/*/fee` is new"});
  json earlier_alone = topics_of({{"id", number}}, {{"id", number}});
  earlier_alone["properties"]["roaming"]["items"]["properties"]["previously"]["items"]["properties"]
               ["until"] = number;
  EXPECT_EQ(level_of(base, earlier_alone).reasons,
            Reasons{"MINOR: the field `roaming/*/previously/*/until` is new"});
}

}  // namespace
}  // namespace simrules
