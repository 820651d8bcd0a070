#include "release/proof/verify.h"

#include <filesystem>

#include "release/contents/json_text.h"
#include "support/release_fixture.h"

namespace simrules::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Checks = std::vector<std::string>;

class VerifyTest : public ReleaseTest {
 protected:
  void SetUp() override { release_two(); }

  Checks findings_of_verify() const {
    DiagnosticList findings;
    EXPECT_FALSE(verifies(findings)) << messages_of(findings);
    return checks_of(findings);
  }

  std::string file(const std::string& name) const { return reports() + "/1.1.0/" + name; }

  void edit_json(const std::string& name, const std::function<void(json&)>& edit) const {
    json value = json::parse(read_bytes(file(name)));
    edit(value);
    write_bytes(file(name), json_text(value));
  }
};

TEST_F(VerifyTest, names_are_compared_both_ways) {
  write_bytes(file("notes.txt"), "mine");
  EXPECT_EQ(findings_of_verify(), Checks{"release-file-extra"});
  fs::remove(file("notes.txt"));
  write_bytes(file(".hidden"), "mine");
  EXPECT_EQ(findings_of_verify(), Checks{"release-file-extra"});
  fs::remove(file(".hidden"));
  const std::string manifest = read_bytes(file("manifest.json"));
  fs::remove(file("manifest.json"));
  EXPECT_EQ(findings_of_verify(), Checks{"release-file-missing"});
  write_bytes(file("manifest.json"), manifest);
  fs::remove(file("rules.csv"));
  EXPECT_EQ(findings_of_verify(), Checks{"release-file-missing"});
  fs::create_symlink("dataset.json", file("rules.csv"));
  EXPECT_EQ(findings_of_verify(), Checks{"release-digest-mismatch"});
  fs::remove_all(reports() + "/1.1.0");
  EXPECT_EQ(findings_of_verify(), Checks{"release-missing"});
}

TEST_F(VerifyTest, a_change_that_is_left_out_is_found_behind_right_digests) {
  edit_json("changes.json", [](json& changes) {
    std::erase_if(changes["changes"].get_ref<json::array_t&>(), [](const json& change) {
      return change["pointer"] == "/transfer/data-gift/recipients";
    });
    changes["summary"]["more_permissive"] = 0;
  });
  fix_digests("1.1.0");
  DiagnosticList findings;
  EXPECT_FALSE(verifies(findings));
  ASSERT_EQ(checks_of(findings), Checks{"release-changes-differ"});
  EXPECT_NE(findings.sorted().at(0).message.find("/transfer/data-gift/recipients"),
            std::string::npos)
      << messages_of(findings);
}

TEST_F(VerifyTest, a_line_taken_out_of_the_changelog_is_found) {
  std::string text = read_bytes(file("CHANGELOG.md"));
  text.erase(text.rfind('\n', text.size() - 2) + 1);
  write_bytes(file("CHANGELOG.md"), text);
  EXPECT_EQ(findings_of_verify(), Checks{"release-digest-mismatch"});
  fix_digests("1.1.0");
  EXPECT_EQ(findings_of_verify(), Checks{"release-file-differs"});
}

TEST_F(VerifyTest, a_confidence_that_was_typed_is_found) {
  edit_json("dataset.json", [](json& dataset) {
    dataset["policies"][0]["roaming"][0]["confidence"] = "confirmed";
  });
  fix_digests("1.1.0");
  EXPECT_EQ(findings_of_verify(), Checks{"release-file-differs"});
}

TEST_F(VerifyTest, a_rewritten_past_breaks_the_chain) {
  const std::string folder = reports() + "/1.0.0/";
  json dataset = json::parse(read_bytes(folder + "dataset.json"));
  dataset["policies"][1]["currency"] = "USD";
  write_bytes(folder + "dataset.json", json_text(dataset));
  fix_digests("1.0.0");
  const Checks checks = findings_of_verify();
  EXPECT_TRUE(std::find(checks.begin(), checks.end(), "release-chain-broken") != checks.end());
}

TEST_F(VerifyTest, a_damaged_release_is_never_taken_for_none) {
  struct Row {
    const char* name;
    std::function<std::string(const std::string&)> damage;
  };
  const std::vector<Row> rows = {
      {"truncated", [](const std::string& text) { return text.substr(0, text.size() / 2); }},
      {"empty", [](const std::string&) { return std::string(); }},
      {"duplicate key",
       [](const std::string& text) { return "{\n  \"schema_version\": 1," + text.substr(1); }},
      {"no JSON", [](const std::string&) { return std::string("\x80"); }},
      {"no object", [](const std::string&) { return std::string("[]\n"); }},
      {"too deep", [](const std::string&) { return std::string(100'000, '['); }},
  };
  for (const char* name :
       {"manifest.json", "stated.ndjson", "policy.schema.json", "language.en.json"}) {
    for (const Row& row : rows) {
      const std::string good = read_bytes(file(name));
      write_bytes(file(name), row.damage(good));
      // Whoever damages a file may mend the digests too, as far as the manifest can still be read.
      if (std::string(name) != "manifest.json") fix_digests("1.1.0");
      DiagnosticList findings;
      EXPECT_FALSE(load_newest(reports(), repository_schemas(), findings));
      ASSERT_FALSE(findings.empty());
      for (const std::string& check : checks_of(findings)) {
        EXPECT_EQ(check.rfind("release-", 0), 0U) << name << ", " << row.name << ": " << check;
      }
      write_bytes(file(name), good);
      if (std::string(name) != "manifest.json") fix_digests("1.1.0");
    }
  }
}

TEST_F(VerifyTest, the_index_must_tell_what_is_there) {
  const std::string path = reports() + "/index.json";
  json index = json::parse(read_bytes(path));
  index["releases"][1]["released"] = "2026-12-03";
  write_bytes(path, json_text(index));
  EXPECT_EQ(findings_of_verify(), Checks{"index-differs"});
  index["releases"] = json::array();
  write_bytes(path, json_text(index));
  EXPECT_EQ(findings_of_verify(), (Checks{"index-missing", "release-not-indexed"}));
}

TEST_F(VerifyTest, a_folder_that_is_not_listed_is_a_warning) {
  fs::create_directory(reports() + "/1.2.0");
  DiagnosticList findings;
  EXPECT_TRUE(verifies(findings)) << messages_of(findings);
  EXPECT_EQ(checks_of(findings), Checks{"release-not-indexed"});
  EXPECT_EQ(findings.count(Severity::kWarning), 1U);
}

TEST_F(VerifyTest, one_release_is_verified_with_and_without_its_neighbours) {
  DiagnosticList findings;
  const auto one = [&](const std::string& folder) {
    return verify(folder, sample_renderers(), repository_schemas(), findings);
  };
  EXPECT_TRUE(one(reports() + "/1.1.0")) << messages_of(findings);
  fs::create_directory(path("alone"));
  fs::copy(reports() + "/1.1.0", path("alone/1.1.0"));
  EXPECT_TRUE(one(path("alone/1.1.0"))) << messages_of(findings);
  EXPECT_TRUE(one(reports() + "/1.0.0")) << messages_of(findings);
  write_bytes(path("alone/1.1.0/rules.csv"), "policy\n");
  EXPECT_FALSE(one(path("alone/1.1.0")));
  EXPECT_EQ(checks_of(findings), Checks{"release-digest-mismatch"});
}

TEST_F(VerifyTest, what_the_tool_writes_beside_must_be_there) {
  auto renderers = sample_renderers();
  renderers.files.push_back(
      {"report.html", [](const auto&, const auto&) { return std::string("x"); }});
  DiagnosticList missing;
  EXPECT_FALSE(verify(reports(), renderers, repository_schemas(), missing));
  EXPECT_EQ(checks_of(missing), Checks{"release-file-missing"});
  renderers.files.resize(1);
  DiagnosticList extra;
  EXPECT_FALSE(verify(reports(), renderers, repository_schemas(), extra));
  EXPECT_EQ(checks_of(extra), Checks{"release-file-extra"});
}

}  // namespace
}  // namespace simrules::test
