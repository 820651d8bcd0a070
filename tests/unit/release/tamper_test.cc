#include <array>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>

#include <sys/stat.h>

#include "release/proof/views.h"
#include "support/release_fixture.h"

namespace simrules::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Checks = std::vector<std::string>;

/// How many places of each kind are tried in a large file: few where every file takes the same way.
constexpr std::size_t kFew = 25;
constexpr std::size_t kMany = 150;
constexpr std::uint32_t kSeed = 20'261'122;

/// Changes one byte of a file where it lies, and back again.
void flip(const std::string& path, std::size_t at, char mask) {
  std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
  file.seekg(static_cast<std::streamoff>(at));
  const auto byte = static_cast<char>(file.get() ^ mask);
  file.seekp(static_cast<std::streamoff>(at));
  file.put(byte);
  ASSERT_TRUE(file.good());
}

/// Chooses where to flip: everywhere in a small file; in a large one at as many brackets, quotes and
/// line breaks as elsewhere, and at both ends.
std::set<std::size_t> positions_of(const std::string& bytes, std::size_t samples) {
  std::set<std::size_t> positions{0, bytes.size() - 1};
  if (bytes.size() <= 4 * samples) {
    for (std::size_t at = 0; at < bytes.size(); ++at) positions.insert(at);
    return positions;
  }
  std::vector<std::size_t> structure;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (std::string_view("{}[]\",:\n").find(bytes[at]) != std::string_view::npos)
      structure.push_back(at);
  }
  std::mt19937 random(kSeed);
  for (std::size_t i = 0; i < samples; ++i) {
    positions.insert(structure.at(random() % structure.size()));
    positions.insert(random() % bytes.size());
  }
  return positions;
}

class TamperTest : public ReleaseTest {
 protected:
  void SetUp() override {
    release(catalog_of({sample_policy("jp/one")}), "2026-11-22");
    ASSERT_TRUE(find().empty());
  }

  std::string folder() const { return reports() + "/1.0.0"; }

  std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(folder()))
      found.push_back(entry.path().filename());
    std::sort(found.begin(), found.end());
    return found;
  }

  /// Verifies the releases, or one of them, and returns what was found.
  Checks find(const std::string& what = "") const {
    DiagnosticList findings;
    const auto summary =
        verify(what.empty() ? reports() : what, sample_renderers(), repository_schemas(), findings);
    EXPECT_EQ(summary.has_value(), findings.count(Severity::kError) == 0) << messages_of(findings);
    return checks_of(findings);
  }

  /// Flips bytes of one file; `expected` is what each must be found as, any finding will do if empty.
  /// Returns how many were flipped.
  std::size_t flip_all(const std::string& path,
                       const std::string& verified,
                       const Checks& expected,
                       std::size_t samples = kMany) const {
    const std::string bytes = read_bytes(path);
    std::size_t flips = 0;
    for (const std::size_t at : positions_of(bytes, samples)) {
      // Every bit has its turn: the lowest one turns a digit into another digit.
      const auto mask = static_cast<char>(1U << (at % 8));
      flip(path, at, mask);
      const Checks found = find(verified);
      EXPECT_FALSE(found.empty()) << path << " with byte " << at << " changed is fine";
      if (!expected.empty()) {
        EXPECT_EQ(found, expected) << path << " at " << at;
      }
      flip(path, at, mask);
      ++flips;
    }
    EXPECT_EQ(read_bytes(path), bytes);
    return flips;
  }
};

TEST_F(TamperTest, a_flipped_byte_of_a_listed_file_is_found) {
  std::size_t flips = 0;
  for (const std::string& name : names()) {
    if (name == "manifest.json" || name == "SHA256SUMS") continue;
    flips += flip_all(folder() + '/' + name, folder(), {"release-digest-mismatch"}, kFew);
  }
  EXPECT_GT(flips, 800U);
}

TEST_F(TamperTest, a_flipped_byte_of_the_lists_is_found) {
  EXPECT_GT(flip_all(folder() + "/manifest.json", folder(), {}), 250U);
  EXPECT_GT(flip_all(folder() + "/SHA256SUMS", folder(), {"release-digest-mismatch"}), 150U);
  // What the index says of a manifest is compared before that is parsed.
  EXPECT_GT(flip_all(folder() + "/manifest.json", "", {"release-digest-mismatch"}), 250U);
}

TEST_F(TamperTest, a_flipped_byte_of_the_index_is_found) {
  EXPECT_GT(flip_all(reports() + "/index.json", "", {}), 200U);
}

TEST_F(TamperTest, a_flipped_byte_of_what_announces_is_found) {
  json changed = sample_policy("jp/one");
  changed["name"]["en"] = "Another name";
  DiagnosticList findings;
  release(catalog_of({changed}), "2026-11-23");
  const std::vector<IndexView> views{{"feed.txt", [](const Index& index) {
                                        std::string text;
                                        for (const IndexEntry& entry : index.releases) {
                                          text += entry.version + " of " + entry.released + '\n';
                                        }
                                        return text;
                                      }}};
  ASSERT_TRUE(announce(reports(), views, repository_schemas(), findings)) << messages_of(findings);
  const std::string path = reports() + "/feed.txt";
  const auto is_fine = [&](DiagnosticSink& sink) {
    return verify_views(reports(), views, repository_schemas(), sink);
  };
  ASSERT_TRUE(is_fine(findings)) << messages_of(findings);
  const std::string bytes = read_bytes(path);
  for (const std::size_t at : positions_of(bytes, kMany)) {
    flip(path, at, static_cast<char>(1U << (at % 8)));
    DiagnosticList found;
    EXPECT_FALSE(is_fine(found)) << "byte " << at;
    EXPECT_EQ(checks_of(found), Checks{"release-feed-differs"});
    flip(path, at, static_cast<char>(1U << (at % 8)));
  }
  for (const auto& damaged : {bytes + '\n', bytes.substr(1), std::string()}) {
    write_bytes(path, damaged);
    EXPECT_FALSE(is_fine(findings)) << damaged;
  }
}

/// Something done to a file, and what it is found as.
struct Damage {
  const char* name;
  void (*apply)(const std::string& path, const std::string& bytes);
  Checks of_listed;
  Checks of_manifest;
  Checks of_sums;
  Checks of_index;
};

void put_elsewhere(const std::string& path, const std::string& bytes) {
  write_bytes(path + ".real", bytes);
  fs::rename(path + ".real", fs::path(path).parent_path().parent_path() / "real");
  fs::remove(path);
  fs::create_symlink("../real", path);
}

const Checks kDigest{"release-digest-mismatch"};
const Checks kMissing{"release-file-missing"};
const Checks kUnreadable{"release-unreadable"};
const Checks kIndex{"index-unreadable"};

const std::vector<Damage>& damages() {
  static const std::vector<Damage> rows = {
      {"a byte inserted",
       [](const auto& path, const auto& bytes) { write_bytes(path, ' ' + bytes); },
       kDigest,
       kDigest,
       kDigest,
       {}},
      {"a byte appended",
       [](const auto& path, const auto& bytes) { write_bytes(path, bytes + '\n'); },
       kDigest,
       kDigest,
       kDigest,
       {}},
      {"the last byte removed",
       [](const auto& path, const auto& bytes) {
         write_bytes(path, bytes.substr(0, bytes.size() - 1));
       },
       kDigest,
       kDigest,
       kDigest,
       {}},
      {"truncated",
       [](const auto& path, const auto& bytes) {
         write_bytes(path, bytes.substr(0, bytes.size() / 2));
       },
       kDigest,
       kDigest,
       kDigest,
       kIndex},
      {"empty",
       [](const auto& path, const auto&) { write_bytes(path, ""); },
       kDigest,
       kDigest,
       kDigest,
       kIndex},
      {"missing",
       [](const auto& path, const auto&) { fs::remove(path); },
       kMissing,
       kMissing,
       kMissing,
       {"index-missing"}},
      {"a link to the same bytes", put_elsewhere, kDigest, kUnreadable, kUnreadable, kIndex},
      {"a folder",
       [](const auto& path, const auto&) {
         fs::remove(path);
         fs::create_directory(path);
       },
       kDigest,
       kUnreadable,
       kUnreadable,
       kIndex},
      {"a pipe",
       [](const auto& path, const auto&) {
         fs::remove(path);
         ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
       },
       kDigest,
       kUnreadable,
       kUnreadable,
       kIndex},
  };
  return rows;
}

TEST_F(TamperTest, a_file_that_is_changed_as_a_whole_is_found) {
  const auto damaged = [&](const std::string& path, const Damage& damage, const Checks& expected) {
    const std::string bytes = read_bytes(path);
    damage.apply(path, bytes);
    EXPECT_EQ(find(), expected) << path << ": " << damage.name;
    fs::remove_all(path);
    write_bytes(path, bytes);
  };
  for (const Damage& damage : damages()) {
    for (const std::string& name : names()) {
      damaged(folder() + '/' + name,
              damage,
              name == "manifest.json" ? damage.of_manifest
              : name == "SHA256SUMS"  ? damage.of_sums
                                      : damage.of_listed);
    }
    if (!damage.of_index.empty()) damaged(reports() + "/index.json", damage, damage.of_index);
  }
  fs::remove(reports() + "/real");
  EXPECT_TRUE(find().empty());
}

TEST_F(TamperTest, whatever_is_added_is_found) {
  using Add = void (*)(const std::string& path);
  const std::array<Add, 4> additions{
      [](const std::string& path) { write_bytes(path, "mine"); },
      [](const std::string& path) { fs::create_directory(path); },
      [](const std::string& path) { fs::create_symlink("dataset.json", path); },
      [](const std::string& path) { ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0); },
  };
  for (const Add& add : additions) {
    for (const char* name : {"notes.txt", ".hidden", "dataset.json~", "SHA256SUMS.minisig"}) {
      add(folder() + '/' + name);
      EXPECT_EQ(find(), Checks{"release-file-extra"}) << name;
      fs::remove_all(folder() + '/' + name);
    }
  }
}

TEST_F(TamperTest, a_folder_that_is_no_folder_is_found) {
  fs::rename(folder(), path("elsewhere"));
  fs::create_directory_symlink(path("elsewhere"), folder());
  EXPECT_EQ(find(), kUnreadable);
  fs::remove(folder());
  write_bytes(folder(), "a file");
  EXPECT_EQ(find(), (Checks{"release-unreadable"}));
}

}  // namespace
}  // namespace simrules::test
