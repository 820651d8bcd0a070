#include "release/proof/derivation.h"

#include "support/forgery_fixture.h"

namespace simrules::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Checks = std::vector<std::string>;

/// Three releases that are made to be of an older derivation, whose digests are right.
class DerivationTest : public ForgeryTest {
 protected:
  const std::vector<const char*> versions_ = {"1.0.0", "1.1.0", "1.2.0"};

  std::function<void()> numbered(const char* version, int derivation) const {
    return edited(version, "manifest.json", [derivation](json& value) {
      value["derivation"] = derivation;
      if (derivation == kFirstDerivation) value.erase("derivation");
    });
  }

  void make_all_older() const {
    for (const char* version : versions_) numbered(version, kFirstDerivation)();
  }

  std::function<void()> older_and(const std::function<void()>& forge) const {
    return [this, forge] {
      make_all_older();
      forge();
    };
  }

  /// Adds a file to a release, in the place of the manifest where it belongs.
  std::function<void()> with_file(const char* version, const char* name, const char* bytes) const {
    return [this, version, name, bytes] {
      write_bytes(file(version, name), bytes);
      edited(version, "manifest.json", [name](json& value) {
        json& files = value["files"];
        files.push_back({{"path", name}, {"bytes", 0}, {"sha256", ""}});
        std::sort(files.begin(), files.end(), [](const json& a, const json& b) {
          return a["path"] < b["path"];
        });
      })();
    };
  }
};

TEST_F(DerivationTest, an_older_one_is_proved_whatever_the_tool_writes_today) {
  make_all_older();
  redo_everything();
  auto renderers = sample_renderers();
  renderers.files[0].render = [](const auto&, const auto&) { return std::string("other words\n"); };
  renderers.files.push_back(
      {"more.json", [](const auto&, const auto&) { return std::string("{}\n"); }});
  DiagnosticList findings;
  const auto summary = verify(reports(), renderers, repository_schemas(), findings);
  ASSERT_TRUE(summary) << messages_of(findings);
  ASSERT_EQ(summary->not_made_again.size(), 3U);
  const NotMadeAgain& second = summary->not_made_again.at(1);
  EXPECT_EQ(second.version, "1.1.0");
  EXPECT_EQ(second.derivation, 1);
  EXPECT_EQ(second.files,
            (Checks{"CHANGELOG.md",
                    "by-policy.schema.json",
                    "changes.json",
                    "changes.schema.json",
                    "checked.json",
                    "checked.schema.json",
                    "dataset.json",
                    "dataset.schema.json",
                    "deprecations.schema.json",
                    "envelope.schema.json",
                    "i18n.schema.json",
                    "language.en.json",
                    "language.ja.json",
                    "language.schema.json",
                    "language.zh.json",
                    "manifest.schema.json",
                    "policies.schema.json",
                    "policy.schema.json",
                    "redirects.schema.json",
                    "rules.csv",
                    "stated.ndjson"}));
  const auto one = verify(reports() + "/1.1.0", renderers, repository_schemas(), findings);
  ASSERT_TRUE(one) << messages_of(findings);
  EXPECT_EQ(one->not_made_again.size(), 1U);
}

TEST_F(DerivationTest, ours_is_made_again_after_older_ones) {
  numbered("1.0.0", kFirstDerivation)();
  redo_everything();
  DiagnosticList findings;
  const auto summary = verify(reports(), sample_renderers(), repository_schemas(), findings);
  ASSERT_TRUE(summary) << messages_of(findings);
  EXPECT_EQ(summary->not_made_again.size(), 1U);
  expect_found({{"a line less in a later one",
                 [&] {
                   numbered("1.0.0", kFirstDerivation)();
                   without_last_line("1.1.0", "CHANGELOG.md")();
                 },
                 "release-file-differs"}},
               true);
}

TEST_F(DerivationTest, is_not_lowered) {
  const auto by = [&](const char* tool) {
    return older_and([this, tool] {
      for (const char* version : versions_) {
        edited(version, "manifest.json", [tool](json& value) { value["tool_version"] = tool; })();
      }
    });
  };
  expect_found(
      {
          {"in the middle", numbered("1.1.0", kFirstDerivation), "release-derivation-lowered"},
          {"of the newest", numbered("1.2.0", kFirstDerivation), "release-derivation-lowered"},
          {"by a tool that has it", by("2.1.1"), "release-derivation-lowered"},
          {"by a tool without a version", by("mine"), "release-derivation-lowered"},
      },
      true);
  numbered("1.1.0", kFirstDerivation)();
  redo_everything();
  DiagnosticList findings;
  EXPECT_FALSE(verify(reports() + "/1.1.0", sample_renderers(), repository_schemas(), findings));
  EXPECT_EQ(checks_of(findings), Checks{"release-derivation-lowered"});
}

TEST_F(DerivationTest, the_same_data_is_published_in_the_files_of_another) {
  const Catalog catalog = catalog_of({policy_with("anyone", "One, again")});
  DiagnosticList findings;
  const auto same = prepare(catalog, "2026-12-13", findings);
  ASSERT_TRUE(same) << messages_of(findings);
  EXPECT_FALSE(same->plan.next);
  make_all_older();
  redo_everything();
  const auto anew = prepare(catalog, "2026-12-13", findings);
  ASSERT_TRUE(anew) << messages_of(findings);
  ASSERT_TRUE(anew->plan.next);
  EXPECT_EQ(to_string(*anew->plan.next), "1.2.1");
  EXPECT_EQ(
      anew->plan.reasons,
      Checks{"PATCH: the files are made by derivation " + std::to_string(kDerivation) + ", not 1"});
}

TEST_F(DerivationTest, nothing_follows_a_newer_one) {
  numbered("1.2.0", kDerivation + 1)();
  redo_everything();
  DiagnosticList findings;
  const Catalog catalog = catalog_of({policy_with("same_brand", "One")});
  EXPECT_FALSE(prepare(catalog, "2026-12-13", findings));
  EXPECT_EQ(checks_of(findings), Checks{"release-newer"}) << messages_of(findings);
}

TEST_F(DerivationTest, a_newer_one_asks_for_a_newer_tool) {
  numbered("1.2.0", kDerivation + 1)();
  redo_everything();
  for (const std::string& folder : {reports(), reports() + "/1.2.0"}) {
    DiagnosticList findings;
    EXPECT_FALSE(verify(folder, sample_renderers(), repository_schemas(), findings));
    EXPECT_EQ(checks_of(findings), Checks{"release-newer"}) << messages_of(findings);
    EXPECT_EQ(findings.sorted().front().help, "use a newer version of simrules");
  }
}

TEST_F(DerivationTest, a_forged_older_release_breaks_the_chain) {
  make_all_older();
  redo_everything();
  for (const char* name : {"CHANGELOG.md", "changes.json", "dataset.json"}) {
    const std::string path = file("1.0.0", name);
    const std::string bytes = read_bytes(path);
    write_bytes(path, bytes + "\n");
    fix_digests("1.0.0");
    DiagnosticList findings;
    EXPECT_FALSE(verifies(findings)) << name;
    EXPECT_EQ(checks_of(findings), Checks{"release-chain-broken"}) << messages_of(findings);
    write_bytes(path, bytes);
    fix_digests("1.0.0");
  }
}

TEST_F(DerivationTest, what_an_older_release_cannot_say_is_found_behind_right_digests) {
  const auto manifest = [&](const std::function<void(json&)>& change) {
    return older_and(edited("1.1.0", "manifest.json", change));
  };
  expect_found(
      {
          {"changes of another shape",
           older_and(edited(
               "1.1.0", "changes.json", [](json& value) { value["changes"][0]["impact"] = "x"; })),
           "release-unreadable"},
          {"a dataset of another shape",
           older_and(edited(
               "1.1.0", "dataset.json", [](json& value) { value["policies"][0]["kind"] = 1; })),
           "release-unreadable"},
          {"a dataset of another version",
           older_and(
               edited("1.1.0", "dataset.json", [](json& value) { value["version"] = "9.0.0"; })),
           "release-file-differs"},
          {"other policies",
           manifest([](json& value) { value["policies_sha256"] = std::string(64, '0'); }),
           "release-file-differs"},
          {"another number of policies",
           manifest([](json& value) { value["policy_count"] = 2; }),
           "release-file-differs"},
          {"other counts in the index",
           older_and(relisted([](json& releases) { releases[1]["changes"]["mixed"] = 7; })),
           "index-differs"},
          {"no counts in the index",
           older_and(relisted([](json& releases) { releases[1].erase("changes"); })),
           "index-unreadable"},
          {"a page that runs something",
           older_and(with_file("1.1.0", "report.html", "<script>alert(1)</script>")),
           "release-active-content"},
          {"a formula",
           older_and([this] { write_bytes(file("1.1.0", "rules.csv"), "a\r\n=1+1\r\n"); }),
           "release-active-content"},
          {"a picture that runs something",
           older_and(with_file("1.1.0", "logo.svg", "<svg/>")),
           "release-active-content"},
      },
      true);
}

}  // namespace
}  // namespace simrules::test
