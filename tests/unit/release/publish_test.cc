#include "release/stored/publish.h"

#include <csignal>
#include <filesystem>
#include <thread>

#include "release/contents/json_text.h"
#include "support/release_fixture.h"

namespace simrules::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

class PublishTest : public ReleaseTest {
 protected:
  Catalog first() const { return catalog_of({sample_policy("jp/one"), sample_policy("jp/two")}); }

  std::vector<std::string> names(const std::string& folder) const {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(folder))
      found.push_back(entry.path().filename());
    std::sort(found.begin(), found.end());
    return found;
  }
};

TEST_F(PublishTest, publishes_what_verifies) {
  release_two();
  DiagnosticList findings;
  const auto summary = verify(reports(), sample_renderers(), repository_schemas(), findings);
  ASSERT_TRUE(summary) << messages_of(findings);
  EXPECT_TRUE(findings.empty());
  EXPECT_EQ(summary->releases, 2U);
  EXPECT_EQ(names(reports()), (std::vector<std::string>{"1.0.0", "1.1.0", "index.json"}));
  EXPECT_EQ(names(reports() + "/1.1.0"),
            (std::vector<std::string>{"CHANGELOG.md",          "SHA256SUMS",
                                      "by-policy.schema.json", "changes.json",
                                      "changes.schema.json",   "checked.json",
                                      "checked.schema.json",   "dataset.json",
                                      "dataset.schema.json",   "deprecations.schema.json",
                                      "envelope.schema.json",  "i18n.schema.json",
                                      "language.en.json",      "language.ja.json",
                                      "language.schema.json",  "language.zh.json",
                                      "manifest.json",         "manifest.schema.json",
                                      "policies.schema.json",  "policy.schema.json",
                                      "redirects.schema.json", "rules.csv",
                                      "stated.ndjson"}));
  const json changes = json::parse(read_bytes(reports() + "/1.1.0/changes.json"));
  EXPECT_EQ(changes["base"]["version"], "1.0.0");
  EXPECT_EQ(changes["version"]["level"], "minor");
  EXPECT_EQ(changes["summary"]["more_permissive"], 1);
}

TEST_F(PublishTest, coreutils_agree_with_the_sums) {
  release_two();
  const std::string command =
      "cd '" + reports() + "/1.1.0' && sha256sum --check --strict --quiet SHA256SUMS";
  EXPECT_EQ(std::system(command.c_str()), 0);
}

TEST_F(PublishTest, same_input_gives_same_bytes) {
  DiagnosticList findings;
  const auto a = prepare(first(), "2026-11-22", findings);
  const auto b = prepare(
      catalog_of({sample_policy("jp/two"), sample_policy("jp/one")}), "2026-11-22", findings);
  ASSERT_TRUE(a && b) << messages_of(findings);
  const auto files_a = release_files(*a, sample_renderers());
  const auto files_b = release_files(*b, sample_renderers());
  ASSERT_EQ(files_a.size(), files_b.size());
  for (std::size_t i = 0; i < files_a.size(); ++i) {
    EXPECT_EQ(files_a[i].name, files_b[i].name);
    EXPECT_EQ(files_a[i].bytes, files_b[i].bytes) << files_a[i].name;
  }
}

TEST_F(PublishTest, a_preview_has_the_bytes_of_the_release) {
  DiagnosticList findings;
  const auto content = prepare(first(), "2026-11-22", findings);
  ASSERT_TRUE(content) << messages_of(findings);
  const auto files = release_files(*content, sample_renderers());
  ASSERT_TRUE(write_preview(path("preview"), files, findings)) << messages_of(findings);
  EXPECT_FALSE(fs::exists(reports()));
  release(first(), "2026-11-22");
  for (const std::string& name : names(reports() + "/1.0.0")) {
    EXPECT_EQ(read_bytes(path("preview/" + name)), read_bytes(reports() + "/1.0.0/" + name));
  }
  EXPECT_EQ(names(path("preview")), names(reports() + "/1.0.0"));
  EXPECT_FALSE(write_preview(path("preview"), files, findings));
  EXPECT_EQ(checks_of(findings), std::vector<std::string>{"preview-not-empty"});
}

TEST_F(PublishTest, a_version_is_published_once) {
  DiagnosticList findings;
  const auto content = prepare(first(), "2026-11-22", findings);
  ASSERT_TRUE(content) << messages_of(findings);
  const auto files = release_files(*content, sample_renderers());
  EXPECT_TRUE(publish(reports(), *content, files, repository_schemas(), findings));
  EXPECT_FALSE(publish(reports(), *content, files, repository_schemas(), findings));
  EXPECT_EQ(checks_of(findings), std::vector<std::string>{"release-exists"});
}

TEST_F(PublishTest, one_of_many_runs_wins) {
  DiagnosticList findings;
  const auto content = prepare(first(), "2026-11-22", findings);
  ASSERT_TRUE(content) << messages_of(findings);
  const auto files = release_files(*content, sample_renderers());
  constexpr std::size_t kRuns = 8;
  std::vector<DiagnosticList> lists(kRuns);
  std::vector<char> won(kRuns, 0);
  std::vector<std::thread> runs;
  for (std::size_t i = 0; i < kRuns; ++i) {
    runs.emplace_back([&, i] {
      won[i] = publish(reports(), *content, files, repository_schemas(), lists[i]) ? 1 : 0;
    });
  }
  for (std::thread& run : runs) run.join();
  EXPECT_EQ(std::count(won.begin(), won.end(), 1), 1);
  for (std::size_t i = 0; i < kRuns; ++i) {
    if (won[i] == 0) {
      EXPECT_EQ(checks_of(lists[i]), std::vector<std::string>{"release-exists"});
    }
  }
  EXPECT_TRUE(verifies(findings)) << messages_of(findings);
  EXPECT_TRUE(findings.empty()) << messages_of(findings);
}

TEST_F(PublishTest, a_run_that_was_overtaken_is_refused) {
  release(first(), "2026-11-22");
  json changed = sample_policy("jp/one");
  changed["name"]["en"] = "Another name";
  DiagnosticList findings;
  const auto slow = prepare(
      catalog_of({changed, sample_policy("jp/two")}), "2026-11-23", findings, SemVer{3, 0, 0});
  ASSERT_TRUE(slow) << messages_of(findings);
  changed["name"]["en"] = "A faster name";
  release(catalog_of({changed, sample_policy("jp/two")}), "2026-11-23");
  EXPECT_FALSE(publish(
      reports(), *slow, release_files(*slow, sample_renderers()), repository_schemas(), findings));
  EXPECT_EQ(checks_of(findings), std::vector<std::string>{"index-changed"});
}

TEST_F(PublishTest, leftovers_are_cleared_away) {
  write_bytes(reports() + "/.staging-1.0.0-4242/dataset.json", "half");
  write_bytes(reports() + "/.staging-index.json-0", "half");
  write_bytes(reports() + "/1.0.0/dataset.json", "of a run that died before the index");
  release(first(), "2026-11-22");
  EXPECT_EQ(names(reports()), (std::vector<std::string>{"1.0.0", "index.json"}));
  DiagnosticList findings;
  EXPECT_TRUE(verifies(findings)) << messages_of(findings);
}

TEST_F(PublishTest, a_lost_index_is_no_first_release) {
  release_two();
  fs::remove(reports() + "/index.json");
  DiagnosticList findings;
  const auto content = prepare(first(), "2026-11-22", findings);
  ASSERT_TRUE(content) << messages_of(findings);
  EXPECT_FALSE(publish(reports(),
                       *content,
                       release_files(*content, sample_renderers()),
                       repository_schemas(),
                       findings));
  EXPECT_EQ(checks_of(findings), std::vector<std::string>{"index-missing"});
  EXPECT_TRUE(fs::exists(reports() + "/1.1.0/manifest.json"));
}

TEST_F(PublishTest, a_first_release_without_its_index_is_made_again_only_if_it_is_the_same) {
  release(first(), "2026-11-22");
  const std::string index = read_bytes(reports() + "/index.json");
  fs::remove(reports() + "/index.json");
  DiagnosticList findings;
  const auto other = prepare(first(), "2026-11-23", findings);
  ASSERT_TRUE(other) << messages_of(findings);
  const auto files = release_files(*other, sample_renderers());
  EXPECT_FALSE(publish(reports(), *other, files, repository_schemas(), findings));
  EXPECT_EQ(checks_of(findings), std::vector<std::string>{"index-missing"});
  // A run that died just before the index left the bytes that the next one writes.
  release(first(), "2026-11-22");
  EXPECT_EQ(read_bytes(reports() + "/index.json"), index);
}

TEST_F(PublishTest, what_nobody_listed_is_named) {
  release(first(), "2026-11-22");
  write_bytes(reports() + "/1.7.0/dataset.json", "of a run that died before the index");
  json changed = sample_policy("jp/one");
  changed["name"]["en"] = "Another name";
  DiagnosticList findings;
  const auto content =
      prepare(catalog_of({changed, sample_policy("jp/two")}), "2026-11-23", findings);
  ASSERT_TRUE(content) << messages_of(findings);
  const auto files = release_files(*content, sample_renderers());
  EXPECT_TRUE(publish(reports(), *content, files, repository_schemas(), findings));
  EXPECT_EQ(checks_of(findings), std::vector<std::string>{"release-not-indexed"});
}

TEST_F(PublishTest, a_run_that_is_asked_to_stop_leaves_nothing) {
  release(first(), "2026-11-22");
  const auto before = names(reports());
  DiagnosticList findings;
  const auto content = prepare(catalog_of({sample_policy("jp/one")}), "2026-11-23", findings);
  ASSERT_TRUE(content) << messages_of(findings);
  const auto files = release_files(*content, sample_renderers());
  EXPECT_EXIT(
      {
        // It arrives at once, and takes effect when everything is tidied up.
        sigset_t term;
        sigemptyset(&term);
        sigaddset(&term, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &term, nullptr);
        std::raise(SIGTERM);
        const bool published = publish(reports(), *content, files, repository_schemas(), findings);
        std::_Exit(published                                                            ? 1
                   : checks_of(findings) == std::vector<std::string>{"unwritable-file"} ? 3
                                                                                        : 2);
      },
      ::testing::ExitedWithCode(3),
      "");
  EXPECT_EQ(names(reports()), before);
}

TEST_F(PublishTest, nothing_changed_gives_a_preview_and_no_release) {
  release(first(), "2026-11-22");
  DiagnosticList findings;
  const auto content = prepare(first(), "2026-11-23", findings);
  ASSERT_TRUE(content) << messages_of(findings);
  EXPECT_EQ(content->plan.level, Level::kNone);
  EXPECT_FALSE(content->plan.next);
  const auto files = release_files(*content, sample_renderers());
  EXPECT_TRUE(write_preview(path("preview"), files, findings)) << messages_of(findings);
  EXPECT_THROW(publish(reports(), *content, files, repository_schemas(), findings),
               std::logic_error);
}

TEST_F(PublishTest, refuses_an_empty_catalog_and_an_earlier_date) {
  DiagnosticList findings;
  EXPECT_FALSE(prepare(Catalog(), "2026-11-22", findings));
  EXPECT_EQ(checks_of(findings), std::vector<std::string>{"nothing-to-check"});
  release(first(), "2026-11-22");
  DiagnosticList earlier;
  EXPECT_FALSE(prepare(catalog_of({sample_policy("jp/one")}), "2026-11-21", earlier));
  EXPECT_EQ(checks_of(earlier), std::vector<std::string>{"release-order"});
}

TEST_F(PublishTest, a_failed_run_leaves_nothing) {
  DiagnosticList findings;
  const auto content = prepare(first(), "2026-11-22", findings);
  ASSERT_TRUE(content) << messages_of(findings);
  auto files = release_files(*content, sample_renderers());
  files.push_back({files.front().name + "/below-a-file", "x"});
  EXPECT_FALSE(publish(reports(), *content, files, repository_schemas(), findings));
  EXPECT_EQ(checks_of(findings), std::vector<std::string>{"unwritable-file"});
  EXPECT_TRUE(names(reports()).empty());
}

TEST_F(PublishTest, a_first_release_is_asked_for) {
  DiagnosticList findings;
  EXPECT_TRUE(is_unpublished(reports(), repository_schemas(), findings));
  EXPECT_FALSE(load_newest(reports(), repository_schemas(), findings));
  EXPECT_EQ(checks_of(findings), std::vector<std::string>{"index-missing"});
  release(first(), "2026-11-22");
  DiagnosticList again;
  EXPECT_FALSE(is_unpublished(reports(), repository_schemas(), again));
  EXPECT_EQ(checks_of(again), std::vector<std::string>{"release-not-first"});
}

}  // namespace
}  // namespace simrules::test
