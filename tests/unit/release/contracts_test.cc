#include "document/json_reader.h"
#include "release/contents/changes_json.h"
#include "release/contents/json_text.h"
#include "release/stored/index.h"
#include "release/stored/manifest.h"
#include "schema/schema_check.h"
#include "support/policy_schema.h"
#include "support/release_fixture.h"

namespace simrules::test {
namespace {

using nlohmann::json;

bool conforms(const json& value, const Schema& schema, DiagnosticSink& sink) {
  const auto document = read_json("made.json", json_text(value), kDatasetLimits, sink);
  return document && SchemaChecker(schema).check(*document, sink);
}

Change sample_change() {
  Change change;
  change.id = "transfer-recipients-widened";
  change.fingerprint = "0123456789ab";
  change.policy = "jp/one";
  change.pointer = "/transfer/data-gift/recipients";
  change.topic = "transfer";
  change.rule = "data-gift";
  change.impact = Impact::kMorePermissive;
  change.before = "family_group";
  change.after = "same_brand";
  change.label = "Recipients";
  change.evidence = {"page"};
  change.base = {{"policies/jp/one.yaml", 0, 0}};
  change.head = {{"policies/jp/one.yaml", 12, 3}};
  return change;
}

TEST(ChangesJson, every_member_is_there_and_conforms) {
  Change gone;
  gone.id = "policy-removed";
  gone.fingerprint = "ba9876543210";
  gone.policy = "jp/two";
  gone.kind = ChangeKind::kRemoved;
  const Origin base{OriginKind::kRelease, "1.0.0", "1.0.0", std::string(64, 'a')};
  const Origin head{OriginKind::kFolder, "policies", "", std::string(64, 'b')};
  const VersionPlan plan{Level::kMajor, SemVer{2, 0, 0}, {"MAJOR: gone"}};
  const Catalog nothing;
  const ChangeContext context{nothing, nothing, policy_schema()};
  Effect effect{
      .impact = Impact::kMorePermissive, .policy = "jp/one", .topic = "transfer", .rule = "gift"};
  effect.terms = {sample_change()};
  effect.changes = {{sample_change().fingerprint, Impact::kMorePermissive}};
  const json value = changes_json(base, head, {{sample_change(), gone}, {effect}}, plan, context);
  DiagnosticList findings;
  EXPECT_TRUE(conforms(value, repository_schemas().changes, findings)) << messages_of(findings);
  EXPECT_EQ(value["summary"]["more_permissive"], 1);
  EXPECT_EQ(value["summary"]["mixed"], 0);
  EXPECT_EQ(value["version"]["next"], "2.0.0");
  EXPECT_EQ(value["head"]["version"], json());
  EXPECT_EQ(value["changes"][0]["head"],
            (json{{"path", "policies/jp/one.yaml"}, {"line", 12}, {"column", 3}}));
  EXPECT_EQ(value["changes"][0]["base"], (json{{"path", "policies/jp/one.yaml"}}));
  EXPECT_EQ(value["changes"][1]["rule"], json());
  EXPECT_EQ(value["changes"][1]["head"], json());
}

TEST(ChangesJson, nothing_compared_with_nothing_conforms) {
  DiagnosticList findings;
  const Catalog nothing;
  const json value = changes_json({}, {}, {}, {}, {nothing, nothing, policy_schema()});
  EXPECT_TRUE(conforms(value, repository_schemas().changes, findings)) << messages_of(findings);
  EXPECT_EQ(value["base"]["kind"], "none");
  EXPECT_EQ(value["version"]["level"], "none");
  EXPECT_EQ(value["changes"], json::array());
}

Manifest sample_manifest() {
  Manifest manifest;
  manifest.version = "1.1.0";
  manifest.released = "2026-11-22";
  manifest.tool_version = "1.0.0";
  manifest.schema_version = 1;
  manifest.policy_count = 2;
  manifest.policies_sha256 = std::string(64, 'c');
  manifest.files = {entry_of({"a.json", "{}\n"}), entry_of({"b.csv", ""})};
  manifest.previous = {"1.0.0", std::string(64, 'd')};
  return manifest;
}

TEST(ManifestText, reads_back) {
  DiagnosticList findings;
  const std::string text = manifest_text(sample_manifest());
  const auto manifest = read_manifest("m.json", text, repository_schemas().manifest, findings);
  ASSERT_TRUE(manifest) << messages_of(findings);
  EXPECT_EQ(manifest_text(*manifest), text);
  EXPECT_EQ(manifest->files.at(0).bytes, 3U);
  EXPECT_EQ(manifest->previous->version, "1.0.0");
}

TEST(ManifestText, refuses_a_file_twice_and_a_path) {
  struct Row {
    const char* pointer;
    json value;
    const char* check;
  };
  for (const Row& row : {Row{"/files/1/path", "a.json", "release-unreadable"},
                         Row{"/files/1/path", "../a.json", "wrong-pattern"},
                         Row{"/files/1/bytes", -1, "number-too-low"}}) {
    json value = json::parse(manifest_text(sample_manifest()));
    value[json::json_pointer(row.pointer)] = row.value;
    DiagnosticList findings;
    EXPECT_FALSE(
        read_manifest("m.json", json_text(value), repository_schemas().manifest, findings));
    EXPECT_EQ(findings.count(Severity::kError), 1U) << messages_of(findings);
  }
}

TEST(SumsText, is_sorted_and_in_the_format_of_sha256sum) {
  EXPECT_EQ(sums_text({entry_of({"b", ""}), entry_of({"B", "abc"})}),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  B\n"
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b\n");
}

class IndexTest : public ReleaseTest {
 protected:
  std::vector<std::string> refusal(const std::string& text) const {
    write_bytes(reports() + "/index.json", text);
    DiagnosticList findings;
    EXPECT_FALSE(read_index(reports(), repository_schemas().index, findings)) << text;
    return checks_of(findings);
  }
};

TEST_F(IndexTest, reads_back) {
  const Index index{{{"1.0.0", "2026-11-22", std::string(64, 'a')},
                     {"1.10.0", "2026-11-22", std::string(64, 'b')}}};
  write_bytes(reports() + "/index.json", index_text(index));
  DiagnosticList findings;
  const auto read = read_index(reports(), repository_schemas().index, findings);
  ASSERT_TRUE(read) << messages_of(findings);
  EXPECT_EQ(index_text(*read), index_text(index));
  EXPECT_EQ(read->find("1.10.0")->manifest_sha256, std::string(64, 'b'));
  EXPECT_EQ(read->find("2.0.0"), nullptr);
}

TEST_F(IndexTest, every_key_is_there_from_the_first_release_of_our_shape_on) {
  const Index former{{{"1.0.0", "2026-11-22", std::string(64, 'a')}}};
  EXPECT_EQ(index_text(former).find("null"), std::string::npos);
  Index index = former;
  index.releases.push_back({"2.0.0",
                            "2026-11-23",
                            std::string(64, 'b'),
                            kFirstToldVersion,
                            {{{Impact::kClarified, 2}}},
                            {{{"jp/one", Impact::kClarified}}}});
  const json value = json::parse(index_text(index));
  EXPECT_EQ(value["$schema"], kIndexSchemaName);
  EXPECT_EQ(value["license"], json());
  EXPECT_EQ(value["releases"][0]["changes"], json());
  EXPECT_EQ(value["releases"][1]["policies"], (json{{"jp/one", "clarified"}}));
  write_bytes(reports() + "/index.json", index_text(index));
  DiagnosticList findings;
  const auto read = read_index(reports(), repository_schemas().index, findings);
  ASSERT_TRUE(read) << messages_of(findings);
  EXPECT_EQ(read->releases, index.releases);
  json lacking = value;
  lacking["releases"][0].erase("changes");
  EXPECT_EQ(refusal(json_text(lacking)), std::vector<std::string>{"index-unreadable"});
}

TEST_F(IndexTest, a_damaged_index_is_never_an_empty_one) {
  const std::vector<std::string> unreadable = {"index-unreadable"};
  EXPECT_EQ(refusal(""), unreadable);
  EXPECT_EQ(refusal("{"), unreadable);
  EXPECT_EQ(refusal("[]"), unreadable);
  const std::string good = index_text({});
  EXPECT_EQ(refusal(good.substr(0, good.size() / 2)), unreadable);
  EXPECT_EQ(refusal("{\"schema_version\": 1," + good.substr(1)), unreadable);
}

TEST_F(IndexTest, versions_and_dates_ascend) {
  const std::string digest(64, 'a');
  const std::vector<std::string> disordered = {"release-order"};
  EXPECT_EQ(
      refusal(index_text({{{"1.10.0", "2026-11-22", digest}, {"1.9.0", "2026-11-22", digest}}})),
      disordered);
  EXPECT_EQ(
      refusal(index_text({{{"1.0.0", "2026-11-22", digest}, {"1.0.0", "2026-11-22", digest}}})),
      disordered);
  EXPECT_EQ(
      refusal(index_text({{{"1.0.0", "2026-11-22", digest}, {"1.1.0", "2026-11-21", digest}}})),
      disordered);
}

TEST_F(IndexTest, a_missing_index_is_told_apart) {
  DiagnosticList findings;
  EXPECT_FALSE(read_index(reports(), repository_schemas().index, findings));
  EXPECT_EQ(checks_of(findings), std::vector<std::string>{"index-missing"});
}

}  // namespace
}  // namespace simrules::test
