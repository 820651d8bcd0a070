#include "render/release/tables/data_package.h"

#include <gtest/gtest.h>

#include "base/digest.h"
#include "render/release/tables/rules_csv.h"
#include "render/release/tables/rules_ndjson.h"
#include "support/table_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

const json& package() {
  static const json kPackage = [] {
    const ReleaseContent content = tables_of(planned_policy());
    return json::parse(data_package(content,
                                    {{"dataset.schema.json", "{}\n"},
                                     {"CHANGELOG.md", "# All\n"},
                                     {"rules.ndjson", rules_ndjson(content)},
                                     {"rules.csv", rules_csv(content)},
                                     {"odd.bin", "?"}}));
  }();
  return kPackage;
}

const json& resource(const std::string& path) {
  for (const json& entry : package().at("resources")) {
    if (entry.at("path") == path) return entry;
  }
  throw std::runtime_error("no resource " + path);
}

const json& field(const std::string& path, const std::string& name) {
  for (const json& entry : resource(path).at("schema").at("fields")) {
    if (entry.at("name") == name) return entry;
  }
  throw std::runtime_error("no field " + name);
}

TEST(DataPackage, DescribesTheRelease) {
  EXPECT_EQ(package()["$schema"], "https://datapackage.org/profiles/2.0/datapackage.json");
  EXPECT_EQ(package()["name"], "simrules");
  EXPECT_EQ(package()["version"], "2.0.0");
  EXPECT_EQ(package()["schema_version"], 3);
  EXPECT_EQ(package()["created"], "2026-11-23T00:00:00Z");
  EXPECT_FALSE(package().contains("licenses"));
}

TEST(DataPackage, NamesTheLicenceOfTheDataset) {
  ReleaseContent content = tables_of(planned_policy());
  content.dataset["license"] = "CC0-1.0";
  EXPECT_EQ(json::parse(data_package(content, {}))["licenses"],
            (json{{{"name", "CC0-1.0"}, {"path", "https://spdx.org/licenses/CC0-1.0.html"}}}));
}

TEST(DataPackage, ListsEveryFileWithItsDigest) {
  EXPECT_EQ(package()["resources"].size(), 5);
  EXPECT_EQ(resource("CHANGELOG.md"),
            (json{{"name", "changelog-md"},
                  {"path", "CHANGELOG.md"},
                  {"title", "What changed, in words"},
                  {"bytes", 6},
                  {"hash", "sha256:" + sha256_hex("# All\n")},
                  {"format", "md"},
                  {"mediatype", "text/markdown"},
                  {"encoding", "utf-8"}}));
  EXPECT_EQ(resource("dataset.schema.json")["mediatype"], "application/schema+json");
  EXPECT_EQ(resource("odd.bin")["mediatype"], "application/octet-stream");
}

TEST(DataPackage, NamesTheColumnsAsTheFilesDo) {
  const auto header = read_csv(rules_csv(tables_of(planned_policy()))).at(0);
  const json& fields = resource("rules.csv")["schema"]["fields"];
  ASSERT_EQ(fields.size(), header.size());
  for (std::size_t i = 0; i < header.size(); ++i) EXPECT_EQ(fields[i]["name"], header[i]);
  const std::string line = rules_ndjson(tables_of(planned_policy()));
  const auto keys = nlohmann::ordered_json::parse(line.substr(0, line.find('\n')));
  std::size_t i = 0;
  for (const auto& [key, value] : keys.items()) {
    EXPECT_EQ(resource("rules.ndjson")["schema"]["fields"][i++]["name"], key);
  }
}

TEST(DataPackage, TellsTypesAndWords) {
  struct Case {
    const char* path;
    const char* name;
    const char* type;
    json constraints;
  };
  const json verdicts = {"unknown", "not_allowed", "not_offered", "conditional", "allowed"};
  const Case cases[] = {
      {"rules.csv", "schema_version", "integer", {{"required", true}}},
      {"rules.csv", "released", "date", {{"required", true}}},
      {"rules.csv", "verdict", "string", {{"required", true}, {"enum", verdicts}}},
      {"rules.csv", "plan", "string", nullptr},
      {"rules.csv", "used_first", "boolean", nullptr},
      {"rules.csv", "allowance.value", "number", nullptr},
      {"rules.csv", "limits", "array", nullptr},
      {"rules.csv", "effective.from", "string", nullptr},
      {"rules.csv",
       "services",
       "string",
       {{"pattern", "(\\[\\]|(data|voice|sms)(; (data|voice|sms))*)"}}},
      {"rules.ndjson", "verdict", "string", {{"required", true}, {"enum", verdicts}}},
      {"rules.ndjson", "allowance", "any", nullptr},
      {"rules.ndjson", "services", "array", nullptr},
      {"rules.ndjson", "sentence", "object", {{"required", true}}},
  };
  for (const Case& row : cases) {
    const json& found = field(row.path, row.name);
    EXPECT_EQ(found["type"], row.type) << row.name;
    EXPECT_EQ(found.value("constraints", json()), row.constraints) << row.name;
    EXPECT_FALSE(found["description"].get<std::string>().empty()) << row.name;
  }
}

TEST(DataPackage, SaysWhatIdentifiesARow) {
  for (const char* path : {"rules.csv", "rules.ndjson"}) {
    EXPECT_EQ(resource(path)["schema"]["primaryKey"], json{"id"});
    EXPECT_EQ(resource(path)["schema"]["missingValues"], json{""});
    EXPECT_EQ(resource(path)["type"], "table");
  }
  EXPECT_EQ(resource("rules.csv")["dialect"]["lineTerminator"], "\r\n");
}

}  // namespace
}  // namespace simrules
