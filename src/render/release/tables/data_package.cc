#include "render/release/tables/data_package.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/text.h"
#include "release/contents/json_text.h"
#include "release/contents/words.h"
#include "render/release/tables/schema.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kProfile = "https://datapackage.org/profiles/2.0/datapackage.json";
constexpr const char* kDescription =
    "What mobile carriers and eSIM sellers allow for transfer, roaming and tethering, with the "
    "source of each rule and how sure it is.";

/// The media type of a file by the end of its name; the first row that fits counts.
struct MediaType {
  std::string_view ending;
  std::string_view type;
};
constexpr MediaType kMediaTypes[] = {
    {".schema.json", "application/schema+json"},
    {".json", "application/json"},
    {".ndjson", "application/x-ndjson"},
    {".csv", "text/csv"},
    {".md", "text/markdown"},
    {".html", "text/html"},
    {".ts", "application/typescript"},
};
constexpr std::string_view kOtherMediaType = "application/octet-stream";

/// What a file is, for people.
struct FileTitle {
  std::string_view path;
  std::string_view title;
};
constexpr FileTitle kTitles[] = {
    {"dataset.json", "Every policy with its rules and sources"},
    {"dataset.schema.json", "JSON Schema of dataset.json"},
    {"dataset.d.ts", "TypeScript types of dataset.json"},
    {"changes.d.ts", "TypeScript types of changes.json"},
    {"manifest.d.ts", "TypeScript types of manifest.json"},
    {"language.d.ts", "TypeScript types of the language files"},
    {"rule-row.d.ts", "TypeScript types of a line of rules.ndjson"},
    {"changes.json", "What changed since the release before"},
    {"changes.schema.json", "JSON Schema of changes.json"},
    {"manifest.schema.json", "JSON Schema of manifest.json"},
    {"language.schema.json", "JSON Schema of the language files"},
    {"stated.ndjson", "What the authors of the policies wrote, one policy a line"},
    {"policy.schema.json", "JSON Schema of the policies that the dataset was made of"},
    {"policies.json", "Every policy in short, with its answers and its file"},
    {"redirects.json", "Every id that is no more, with what it is now"},
    {"deprecations.json", "The fields of the dataset that will go"},
    {"i18n.json", "Every word in every language"},
    {"NOTES.md", "What the maintainer says of the release"},
    {"CHANGELOG.md", "What changed, in words"},
    {"report.html", "All rules and changes on one page"},
    {"envelope.schema.json", "What a dataset has around and beside its policies"},
    {"rules.ndjson", "One line for each rule and plan"},
};

std::string_view media_type(std::string_view path) {
  for (const MediaType& row : kMediaTypes) {
    if (path.ends_with(row.ending)) return row.type;
  }
  return kOtherMediaType;
}

json resource(const ReleaseFile& file) {
  const FileEntry entry = entry_of(file);
  json out = {{"name", in_slug_letters(entry.path)},
              {"path", entry.path},
              {"bytes", entry.bytes},
              {"hash", "sha256:" + entry.sha256},
              {"format", entry.path.substr(entry.path.rfind('.') + 1)},
              {"mediatype", media_type(entry.path)},
              {"encoding", "utf-8"}};
  for (const FileTitle& row : kTitles) {
    if (row.path == entry.path) out["title"] = row.title;
  }
  if (const auto tag = language_tag_of(entry.path))
    out["title"] = fmt::format("Every word of the language {}", *tag);
  return out;
}

/// Says what RFC 4180 says, for readers that have other habits.
json csv_dialect() {
  return {{"header", true},
          {"delimiter", ","},
          {"quoteChar", "\""},
          {"doubleQuote", true},
          {"lineTerminator", "\r\n"}};
}

constexpr const char* kCsvNote =
    "An empty cell says that nothing is stated. A cell that starts with an apostrophe has it "
    "before a value that a spreadsheet would take for a formula, or that starts with one: take "
    "one away.";

/// What is said of the files that are tables, by their names.
std::map<std::string, json> described_tables(const ReleaseContent& content) {
  const PolicySchema& schema = content.head.schema;
  std::map<std::string, json> tables;
  tables["rules.ndjson"]["schema"] = ndjson_table_schema(rules_columns(content));
  for (const std::string& language : schema.languages()) {
    json& table = tables[rules_csv_name(language)];
    table["title"] = fmt::format("One row for each rule, to read: {}", language);
    table["schema"] = readable_table_schema(rules_csv_columns(schema, language));
  }
  for (const MachineTable& machine : machine_tables(content)) {
    json& table = tables[machine.file];
    table["title"] = machine.title;
    table["description"] = machine.description;
    table["schema"] = machine_table_schema(machine);
  }
  for (auto& [path, table] : tables) {
    table["type"] = "table";
    if (!path.ends_with(".csv")) continue;
    table["dialect"] = csv_dialect();
    const std::string said = table.value("description", "");
    table["description"] = said.empty() ? kCsvNote : said + ' ' + kCsvNote;
  }
  return tables;
}

json licenses(const ReleaseContent& content) {
  const json& name = member_of(content.dataset, "license");
  if (!name.is_string() || name == kNoLicence) return json::array();
  return json::array({{{"name", name}, {"path", licence_address(name.get<std::string>())}}});
}

}  // namespace

std::string data_package(const ReleaseContent& content, const std::vector<ReleaseFile>& files) {
  json resources = json::array();
  const std::map<std::string, json> tables = described_tables(content);
  for (const ReleaseFile& file : files) {
    json entry = resource(file);
    const auto table = tables.find(file.name);
    if (table != tables.end()) entry.update(table->second);
    resources.push_back(std::move(entry));
  }
  std::sort(resources.begin(), resources.end(), [](const json& a, const json& b) {
    return a.at("path") < b.at("path");
  });
  const DatasetAbout& about = content.head.about;
  json package = {{"$schema", kProfile},
                  {"name", about.name.empty() ? "simrules" : in_slug_letters(about.name)},
                  {"title", name_of(about)},
                  {"description", kDescription},
                  {"keywords", content.head.schema.topics()},
                  {"schema_version", member_of(content.dataset, "schema_version")},
                  {"version", content.version},
                  {"created", content.released + "T00:00:00Z"},
                  {"resources", std::move(resources)}};
  // A package may leave its licences out, and must not have an empty list of them.
  json list = licenses(content);
  if (!list.empty()) package["licenses"] = std::move(list);
  if (!about.homepage.empty()) package["homepage"] = about.homepage;
  return lines_text(package);
}

}  // namespace simrules
