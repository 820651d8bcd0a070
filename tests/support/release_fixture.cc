#include "support/release_fixture.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <utility>

#include "base/digest.h"
#include "document/json_reader.h"
#include "release/contents/dataset_schema.h"
#include "release/contents/json_text.h"
#include "release/stored/index.h"
#include "schema/language/file.h"
#include "support/source_dir.h"

namespace simrules::test {
namespace {

using nlohmann::json;

Document schema_document(const std::string& name) {
  const std::string path = std::string(kSourceDir) + "/schemas/" + name + ".schema.json";
  DiagnosticList findings;
  auto document = read_json(path, read_bytes(path), kSchemaLimits, findings);
  if (!document) throw std::runtime_error(messages_of(findings));
  return std::move(*document);
}

Schema load_schema(const std::string& name) {
  DiagnosticList findings;
  auto schema = Schema::load(schema_document(name), findings);
  if (!schema) throw std::runtime_error(messages_of(findings));
  return std::move(*schema);
}

json unknown_rule(const char* id, const char* mechanism) {
  return {{"id", id},
          {"mechanism", mechanism},
          {"plans", "all"},
          {"verdict", "unknown"},
          {"revision", {{"date", "2026-11-22"}, {"cause", "initial"}}}};
}

}  // namespace

const ContractSchemas& repository_schemas() {
  static const ContractSchemas kSchemas{load_schema("dataset"),
                                        load_schema("changes"),
                                        load_schema("manifest"),
                                        load_schema("index"),
                                        load_schema("vocabulary"),
                                        load_schema("language"),
                                        built_in_languages()};
  return kSchemas;
}

const PolicySchema& repository_policy_schema() {
  static const PolicySchema kSchema = [] {
    DiagnosticList findings;
    auto schema =
        PolicySchema::load(schema_document("policy"), repository_schemas().vocabulary, findings);
    if (!schema) throw std::runtime_error(messages_of(findings));
    return std::move(*schema);
  }();
  return kSchema;
}

const DatasetDescription& described_dataset() {
  static const DatasetDescription kDescription = [] {
    DiagnosticList findings;
    auto described =
        describe_dataset(repository_schemas().dataset, repository_policy_schema(), findings);
    if (!described) throw std::runtime_error(messages_of(findings));
    return std::move(*described);
  }();
  return kDescription;
}

json dataset_of(const Catalog& catalog, const std::string& released) {
  const PolicySchema& schema = repository_policy_schema();
  const CurrentCatalog current = current_on(catalog, schema, parse_date(released).value());
  return make_dataset({catalog, current, schema, described_dataset()}, "1.2.3", released);
}

json sample_policy(const std::string& id) {
  json gift = unknown_rule("data-gift", "gift_allowance");
  gift["verdict"] = "conditional";
  gift["recipients"] = "family_group";
  gift["conditions"] = json::array({"application_required"});
  gift["evidence"] =
      json::array({{{"source", "page"},
                    {"stance", "supports"},
                    {"claim", {{"en", "Data can be given."}, {"ja", "データを贈れる。"}}}}});
  const json source = {{"id", "page"},
                       {"url", "https://example.org/gift"},
                       {"publisher", "Example"},
                       {"tier", "official"},
                       {"language", "en"},
                       {"accessed", "2026-11-22"}};
  return {{"schema_version", 1},
          {"id", id},
          {"name", {{"en", "Brand of " + id}}},
          {"kind", "mvno"},
          {"lifecycle", "active"},
          {"countries", json::array({"JP"})},
          {"currency", "JPY"},
          {"networks", json::array({{{"id", "host"}, {"role", "unknown"}}})},
          {"transfer", json::array({gift})},
          {"roaming", json::array({unknown_rule("data-roaming", "data_roaming")})},
          {"tethering", json::array({unknown_rule("hotspot", "hotspot")})},
          {"sources", json::array({source})}};
}

Catalog catalog_of(const std::vector<json>& policies) {
  std::vector<Policy> made;
  for (const json& policy : policies) {
    made.push_back(make_policy(policy,
                               "policies/" + policy.at("id").get<std::string>() + ".yaml",
                               sha256_hex(policy.dump()),
                               repository_policy_schema().topics()));
  }
  return Catalog(std::move(made));
}

Renderers sample_renderers() {
  return {{{"CHANGELOG.md",
            [](const ReleaseContent& content, const auto&) {
              std::string text = "# " + content.version + '\n';
              for (const Change& change : content.differences.changes) {
                text +=
                    "- " + change.policy + change.pointer + ": " + to_string(change.impact) + '\n';
              }
              return text;
            }},
           {"rules.csv", [](const ReleaseContent& content, const auto&) {
              std::string text = "policy,rule,confidence\n";
              for (const Policy& policy : content.head.catalog.policies()) {
                for (const Rule& rule : policy.rules) {
                  text += policy.id + ',' + rule.id + ',' + to_string(rule.confidence) + '\n';
                }
              }
              return text;
            }}}};
}

std::vector<std::string> checks_of(const DiagnosticList& findings) {
  std::set<std::string> checks;
  for (const Diagnostic& finding : findings.sorted()) checks.insert(finding.check);
  return {checks.begin(), checks.end()};
}

std::string messages_of(const DiagnosticList& findings) {
  std::string text;
  for (const Diagnostic& finding : findings.sorted()) {
    text += finding.place.path + ": " + finding.pointer + ": " + finding.message + " [" +
            finding.check + "]\n";
  }
  return text;
}

std::string read_bytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void write_bytes(const std::string& path, std::string_view bytes) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

ReleaseTest::ReleaseTest() {
  std::string pattern = (std::filesystem::temp_directory_path() / "simrules-XXXXXX").string();
  root_ = ::mkdtemp(pattern.data());
}

ReleaseTest::~ReleaseTest() { std::filesystem::remove_all(root_); }

std::optional<ReleaseContent> ReleaseTest::prepare(const Catalog& catalog,
                                                   const std::string& released,
                                                   DiagnosticSink& sink,
                                                   std::optional<SemVer> requested) const {
  const bool is_first = !std::filesystem::exists(reports() + "/index.json");
  std::optional<PreviousRelease> previous;
  if (!is_first) previous = load_newest(reports(), repository_schemas(), sink);
  if (!is_first && !previous) return std::nullopt;
  return prepare_release(catalog,
                         repository_policy_schema(),
                         std::move(previous),
                         {released, "2.1.0", requested},
                         repository_schemas(),
                         sink);
}

void ReleaseTest::release(const Catalog& catalog, const std::string& released) const {
  DiagnosticList findings;
  const auto content = prepare(catalog, released, findings);
  ASSERT_TRUE(content) << messages_of(findings);
  const auto files = release_files(*content, sample_renderers());
  ASSERT_TRUE(publish(reports(), *content, files, repository_schemas(), findings))
      << messages_of(findings);
}

void ReleaseTest::release_two() const {
  json changed = sample_policy("jp/one");
  changed["transfer"][0]["recipients"] = "same_brand";
  changed["transfer"][0]["revision"] = {{"date", "2026-12-01"}, {"cause", "carrier_change"}};
  changed["name"]["en"] = "Brand One";
  release(catalog_of({sample_policy("jp/two"), sample_policy("jp/one")}), "2026-11-22");
  release(catalog_of({changed, sample_policy("jp/two")}), "2026-12-02");
}

bool ReleaseTest::verifies(DiagnosticSink& sink) const {
  return verify(reports(), sample_renderers(), repository_schemas(), sink).has_value();
}

void ReleaseTest::fix_digests(const std::string& version) const {
  const std::string folder = reports() + '/' + version;
  json manifest = json::parse(read_bytes(folder + "/manifest.json"));
  std::vector<FileEntry> entries;
  for (json& file : manifest["files"]) {
    const auto name = file["path"].get<std::string>();
    entries.push_back(entry_of({name, read_bytes(folder + '/' + name)}));
    file["bytes"] = entries.back().bytes;
    file["sha256"] = entries.back().sha256;
  }
  write_bytes(folder + "/manifest.json", json_text(manifest));
  entries.push_back(entry_of({"manifest.json", json_text(manifest)}));
  write_bytes(folder + "/SHA256SUMS", sums_text(entries));
  json index = json::parse(read_bytes(reports() + "/index.json"));
  for (json& entry : index["releases"]) {
    if (entry["version"] == version) entry["manifest_sha256"] = entries.back().sha256;
  }
  write_bytes(reports() + "/index.json", json_text(index));
}

}  // namespace simrules::test
