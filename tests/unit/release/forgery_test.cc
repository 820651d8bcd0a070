#include "support/forgery_fixture.h"

namespace simrules::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

TEST_F(ForgeryTest, redoing_everything_alone_changes_nothing) {
  const std::string before = read_bytes(reports() + "/index.json");
  redo_everything();
  EXPECT_EQ(read_bytes(reports() + "/index.json"), before);
  DiagnosticList findings;
  EXPECT_TRUE(verifies(findings)) << messages_of(findings);
}

TEST_F(ForgeryTest, changes_that_are_not_those_of_the_datasets) {
  const auto with = [&](const std::function<void(json&)>& change) {
    return edited("1.1.0", "changes.json", change);
  };
  expect_found(
      {
          {"an entry less",
           with([](json& value) { value["changes"].erase(0); }),
           "release-changes-differ"},
          {"no entry",
           with([](json& value) { value["changes"].clear(); }),
           "release-changes-differ"},
          {"an entry more",
           with([](json& value) {
             json copy = value["changes"][0];
             copy["fingerprint"] = "000000000000";
             value["changes"].push_back(copy);
           }),
           "release-changes-differ"},
          {"an entry told differently",
           with([](json& value) { value["changes"][0]["after"] = "nobody"; }),
           "release-changes-differ"},
          {"entries in another order",
           with([](json& value) { std::swap(value["changes"][0], value["changes"][1]); }),
           "release-changes-differ"},
          {"another sum",
           with([](json& value) { value["summary"]["more_permissive"] = 0; }),
           "release-changes-differ"},
          {"another base",
           with([](json& value) { value["base"]["version"] = "0.9.0"; }),
           "release-changes-differ"},
          {"another reason for the version",
           with([](json& value) { value["version"]["reasons"] = json::array(); }),
           "release-changes-differ"},
          {"a dataset edited and its changes not",
           edited(
               "1.1.0",
               "dataset.json",
               [](json& value) { value["policies"][0]["transfer"][0]["recipients"] = "anyone"; }),
           "release-changes-differ"},
      },
      true);
}

TEST_F(ForgeryTest, files_that_do_not_follow_from_the_datasets) {
  const auto manifest = [&](const std::function<void(json&)>& change) {
    return edited("1.2.0", "manifest.json", change);
  };
  const auto added = [&] {
    write_bytes(file("1.2.0", "zzz.txt"), "mine");
    manifest([](json& value) {
      value["files"].push_back({{"path", "zzz.txt"}, {"bytes", 0}, {"sha256", ""}});
    })();
  };
  const auto removed = [&] {
    fs::remove(file("1.2.0", "rules.csv"));
    manifest([](json& value) {
      json& files = value["files"];
      files.erase(std::find_if(
          files.begin(), files.end(), [](const json& one) { return one["path"] == "rules.csv"; }));
    })();
  };
  expect_found(
      {
          {"a changelog without a line",
           without_last_line("1.1.0", "CHANGELOG.md"),
           "release-file-differs"},
          {"a table without a row",
           without_last_line("1.2.0", "rules.csv"),
           "release-file-differs"},
          {"a dataset schema that asks for less",
           edited("1.2.0",
                  "dataset.schema.json",
                  [](json& value) { value["definitions"]["policy"].erase("required"); }),
           "release-file-differs"},
          {"a file added to the manifest", added, "release-file-extra"},
          {"a file taken out of the manifest", removed, "release-file-missing"},
          {"a manifest that counts other policies",
           manifest([](json& value) { value["policy_count"] = 2; }),
           "release-file-differs"},
          {"a manifest of another version",
           manifest([](json& value) { value["version"] = "1.9.0"; }),
           "index-differs"},
          {"a manifest of another day",
           manifest([](json& value) { value["released"] = "2026-12-31"; }),
           "index-differs"},
          {"a dataset of another version",
           edited("1.2.0", "dataset.json", [](json& value) { value["version"] = "1.3.0"; }),
           "release-file-differs"},
      },
      true);
}

TEST_F(ForgeryTest, a_history_that_was_rewritten) {
  const auto swapped_days = [&] {
    relisted([](json& releases) { std::swap(releases[0]["released"], releases[1]["released"]); })();
    for (const auto& [version, day] : {std::pair("1.0.0", "2026-12-02"), {"1.1.0", "2026-11-22"}}) {
      for (const char* name : {"manifest.json", "dataset.json"})
        edit(file(version, name), [day = day](json& value) { value["released"] = day; });
    }
  };
  expect_found(
      {
          {"days in another order", swapped_days, "release-order"},
          {"releases in another order",
           relisted([](json& releases) { std::swap(releases[0], releases[1]); }),
           "release-order"},
          // The changes of 1.2.0 were those since 1.1.0.
          {"a release taken out of the middle", taken_out(1, "1.1.0"), "release-changes-differ"},
      },
      true);
}

TEST_F(ForgeryTest, a_chain_that_does_not_hold) {
  const auto relinked = [&](const char* version, const std::function<void(json&)>& change) {
    return [this, version, change] {
      edit(file(version, "manifest.json"), [&](json& value) { change(value["previous"]); });
      fix_digests(version);
    };
  };
  expect_found(
      {
          {"a link to another manifest",
           relinked("1.2.0", [](json& link) { link["manifest_sha256"] = std::string(64, '0'); }),
           "release-chain-broken"},
          {"a link to another version",
           relinked("1.2.0", [](json& link) { link["version"] = "1.0.0"; }),
           "release-chain-broken"},
          {"two first releases",
           relinked("1.1.0", [](json& link) { link = nullptr; }),
           "release-chain-broken"},
          {"a release taken out of the middle", taken_out(1, "1.1.0"), "release-chain-broken"},
          {"the first release taken away", taken_out(0, "1.0.0"), "release-chain-broken"},
          {"a release listed twice",
           relisted([](json& releases) { releases.push_back(releases[2]); }),
           "release-order"},
      },
      false);
}

}  // namespace
}  // namespace simrules::test
