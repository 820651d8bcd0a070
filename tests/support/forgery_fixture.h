#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/digest.h"
#include "release/contents/json_text.h"
#include "support/release_fixture.h"

namespace simrules::test {

/// Returns a policy whose rule on gifts is for some recipients.
inline nlohmann::json policy_with(const char* recipients, const char* name) {
  nlohmann::json policy = sample_policy("jp/one");
  policy["transfer"][0]["recipients"] = recipients;
  policy["name"]["en"] = name;
  return policy;
}

/// Three releases, and a forger who redoes every digest: what is wrong must show from the data alone.
class ForgeryTest : public ReleaseTest {
 protected:
  /// What a forger does, and the check that must find it.
  struct Row {
    const char* name;
    std::function<void()> forge;
    const char* check;
  };

  void SetUp() override {
    release(catalog_of({policy_with("family_group", "One")}), "2026-11-22");
    release(catalog_of({policy_with("same_brand", "One, too")}), "2026-12-02");
    release(catalog_of({policy_with("anyone", "One, again")}), "2026-12-12");
    std::filesystem::copy(reports(), path("kept"), std::filesystem::copy_options::recursive);
  }

  /// Forges the releases in each way in turn; `redone`: the forger redoes all digests and the chain.
  void expect_found(const std::vector<Row>& rows, bool redone) const {
    for (const Row& row : rows) {
      std::filesystem::remove_all(reports());
      std::filesystem::copy(path("kept"), reports(), std::filesystem::copy_options::recursive);
      row.forge();
      if (redone) redo_everything();
      DiagnosticList findings;
      EXPECT_FALSE(verifies(findings)) << row.name;
      const std::vector<std::string> checks = checks_of(findings);
      EXPECT_TRUE(std::count(checks.begin(), checks.end(), row.check))
          << row.name << ": " << messages_of(findings);
    }
  }

  std::string file(const std::string& version, const std::string& name) const {
    return reports() + '/' + version + '/' + name;
  }

  void edit(const std::string& path, const std::function<void(nlohmann::json&)>& change) const {
    nlohmann::json value = nlohmann::json::parse(read_bytes(path));
    change(value);
    write_bytes(path, json_text(value));
  }

  std::function<void()> edited(const char* version,
                               const char* name,
                               const std::function<void(nlohmann::json&)>& change) const {
    return [this, path = file(version, name), change] { edit(path, change); };
  }

  /// Edits the list of releases in the index.
  std::function<void()> relisted(const std::function<void(nlohmann::json&)>& change) const {
    return [this, change] {
      edit(reports() + "/index.json", [&](nlohmann::json& index) { change(index["releases"]); });
    };
  }

  std::function<void()> without_last_line(const char* version, const char* name) const {
    return [path = file(version, name)] {
      std::string text = read_bytes(path);
      text.erase(text.rfind('\n', text.size() - 2) + 1);
      write_bytes(path, text);
    };
  }

  /// Takes the release at a place of the index away.
  std::function<void()> taken_out(std::size_t at, const char* version) const {
    return [this, at, version] {
      relisted([&](nlohmann::json& releases) { releases.erase(at); })();
      std::filesystem::remove_all(reports() + '/' + version);
    };
  }

  /// Redoes all digests, and the chain from release to release.
  void redo_everything() const {
    const nlohmann::json index = nlohmann::json::parse(read_bytes(reports() + "/index.json"));
    nlohmann::json previous;
    for (const nlohmann::json& entry : index["releases"]) {
      const auto version = entry["version"].get<std::string>();
      edit(file(version, "manifest.json"),
           [&](nlohmann::json& value) { value["previous"] = previous; });
      fix_digests(version);
      const std::string manifest = read_bytes(file(version, "manifest.json"));
      previous = {{"version", version}, {"manifest_sha256", sha256_hex(manifest)}};
    }
  }
};

}  // namespace simrules::test
