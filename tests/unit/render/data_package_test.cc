#include "render/release/tables/data_package.h"

#include <gtest/gtest.h>

#include "base/digest.h"
#include "render/release/tables/machine_tables.h"
#include "render/release/tables/rules_csv.h"
#include "render/release/tables/rules_ndjson.h"
#include "support/table_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

const json& package() {
  static const json kPackage = [] {
    const ReleaseContent content = tables_of(planned_policy());
    std::vector<ReleaseFile> files = {{"dataset.schema.json", "{}\n"},
                                      {"CHANGELOG.md", "# All\n"},
                                      {"rules.ndjson", rules_ndjson(content)},
                                      {"odd.bin", "?"}};
    for (const auto& more : {rules_csv_files(content, {}), machine_table_files(content, {})})
      files.insert(files.end(), more.begin(), more.end());
    return json::parse(data_package(content, files));
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
  EXPECT_EQ(package()["resources"].size(), 13);
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
  const ReleaseContent content = tables_of(planned_policy());
  for (const auto& files : {rules_csv_files(content, {}), machine_table_files(content, {})}) {
    for (const ReleaseFile& file : files) {
      const bool has_mark = file.bytes.starts_with("\xEF\xBB\xBF");
      const auto header = read_csv(file.bytes.substr(has_mark ? 3 : 0)).at(0);
      const json& fields = resource(file.name)["schema"]["fields"];
      ASSERT_EQ(fields.size(), header.size()) << file.name;
      for (std::size_t i = 0; i < header.size(); ++i) EXPECT_EQ(fields[i]["name"], header[i]);
    }
  }
  const std::string line = rules_ndjson(content);
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
      {"rule-plans.csv", "verdict", "string", {{"required", true}, {"enum", verdicts}}},
      {"rule-plans.csv", "plan", "string", nullptr},
      {"rule-plans.csv", "in_force", "boolean", {{"required", true}}},
      {"fees.csv", "price", "number", nullptr},
      {"fees.csv", "per_value", "number", nullptr},
      {"sources.csv", "accessed", "date", {{"required", true}}},
      {"rules.ndjson", "verdict", "string", {{"required", true}, {"enum", verdicts}}},
      {"rules.ndjson", "allowance", "object", nullptr},
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
  EXPECT_EQ(resource("rules.csv")["schema"]["primaryKey"], json{"ref"});
  EXPECT_EQ(resource("fees.csv")["schema"]["primaryKey"], (json{"ref", "id"}));
  EXPECT_EQ(resource("evidence.csv")["schema"]["foreignKeys"][1],
            (json{{"fields", {"policy", "source"}},
                  {"reference", {{"resource", "sources-csv"}, {"fields", {"policy", "id"}}}}}));
  EXPECT_EQ(resource("rules.ndjson")["schema"]["primaryKey"], json{"id"});
  for (const char* path : {"rules.csv", "rules.ndjson"}) {
    EXPECT_EQ(resource(path)["schema"]["missingValues"], json{""});
    EXPECT_EQ(resource(path)["type"], "table");
  }
  EXPECT_EQ(resource("rules.csv")["dialect"]["lineTerminator"], "\r\n");
}

}  // namespace
}  // namespace simrules
