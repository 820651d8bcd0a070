#include "base/disk/files.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace simrules {
namespace {

namespace fs = std::filesystem;

/// Gives each test an empty folder and takes it away afterwards.
class Files : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "simrules-files-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string at(const std::string& name) const { return folder_ + "/" + name; }

  void put(const std::string& name, const std::string& bytes) const {
    fs::create_directories(fs::path(at(name)).parent_path());
    std::ofstream(at(name), std::ios::binary) << bytes;
  }

  std::string bytes(const std::string& name) const {
    std::ifstream in(at(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  /// Returns the ids of what was reported, with the path shown.
  std::multiset<std::string> found() const {
    std::multiset<std::string> ids;
    for (const Diagnostic& d : list_.sorted()) ids.insert(d.check + " " + d.place.path);
    return ids;
  }

  std::string folder_;
  DiagnosticList list_;
};

using Ids = std::multiset<std::string>;

TEST_F(Files, ReadsBytesAsTheyAre) {
  const std::string content("a\0b\r\n\xFF", 6);
  put("x", content);
  EXPECT_EQ(read_file(at("x"), "x", 6, list_), content);
  put("empty", "");
  EXPECT_EQ(read_file(at("empty"), "empty", 6, list_), "");
  EXPECT_TRUE(list_.empty());
}

TEST_F(Files, ReadsALargeFile) {
  put("x", std::string(1'000'000, 'x'));
  EXPECT_EQ(read_file(at("x"), "x", 1'000'000, list_)->size(), 1'000'000U);
}

TEST_F(Files, RefusesOneByteTooMany) {
  put("x", "1234567");
  EXPECT_FALSE(read_file(at("x"), "shown/x", 6, list_));
  EXPECT_EQ(found(), Ids{"file-too-large shown/x"});
  EXPECT_NE(list_.sorted()[0].message.find("6 bytes"), std::string::npos);
}

TEST_F(Files, RefusesWhatIsNoRegularFile) {
  put("x", "secret");
  fs::create_symlink(at("x"), at("link"));
  fs::create_directory(at("folder"));
  ASSERT_EQ(::mkfifo(at("pipe").c_str(), 0600), 0);
  for (const char* name : {"link", "folder", "pipe"}) {
    EXPECT_FALSE(read_file(at(name), name, 100, list_)) << name;
  }
  EXPECT_FALSE(read_file("/dev/zero", "zero", 100, list_));
  EXPECT_FALSE(read_file(at("missing"), "missing", 100, list_));
  EXPECT_EQ(found(),
            (Ids{"irregular-file folder",
                 "irregular-file link",
                 "irregular-file pipe",
                 "irregular-file zero",
                 "unreadable-file missing"}));
}

TEST_F(Files, ListsSortedAndWithoutHiddenFiles) {
  for (const char* name : {"jp/b.yaml",
                           "jp/a.yml",
                           "a.yaml",
                           "jp-x/a.yaml",
                           ".hidden.yaml",
                           ".git/x.yaml",
                           "README.md"}) {
    put(name, "");
  }
  EXPECT_EQ(list_files(folder_, "policies", {".yaml", ".yml"}, {}, list_).files,
            (std::vector<std::string>{"a.yaml", "jp-x/a.yaml", "jp/a.yml", "jp/b.yaml"}));
  EXPECT_TRUE(list_.empty());
}

TEST_F(Files, ReportsLinksAndPipesInAFolder) {
  put("real/a.yaml", "");
  fs::create_directory_symlink(at("real"), at("folder"));
  fs::create_symlink("/etc/passwd", at("b.yaml"));
  ASSERT_EQ(::mkfifo(at("c.yaml").c_str(), 0600), 0);
  ASSERT_EQ(::mkfifo(at("ignored").c_str(), 0600), 0);
  put("fine.yaml", "");
  const FileListing listing = list_files(folder_, "p/", {".yaml"}, {}, list_);
  EXPECT_FALSE(listing.complete);
  EXPECT_EQ(listing.files, (std::vector<std::string>{"fine.yaml", "real/a.yaml"}));
  EXPECT_EQ(found(),
            (Ids{"irregular-file p/b.yaml", "irregular-file p/c.yaml", "irregular-file p/folder"}));
}

TEST_F(Files, BoundsTheWalk) {
  put("1/2/a.yaml", "");
  put("1/b.yaml", "");
  EXPECT_EQ(list_files(folder_, "p", {".yaml"}, {.files = 2, .depth = 2}, list_).files.size(), 2U);
  EXPECT_TRUE(list_.empty());
  EXPECT_FALSE(list_files(folder_, "p", {".yaml"}, {.files = 1, .depth = 2}, list_).complete);
  EXPECT_FALSE(list_files(folder_, "p", {".yaml"}, {.files = 2, .depth = 1}, list_).complete);
  EXPECT_FALSE(list_files(at("missing"), "missing", {".yaml"}, {}, list_).complete);
  EXPECT_FALSE(list_files(at("1/b.yaml"), "b.yaml", {".yaml"}, {}, list_).complete);
  EXPECT_EQ(found(),
            (Ids{"too-many-files p",
                 "folder-too-deep p/1/2",
                 "unreadable-file missing",
                 "unreadable-file b.yaml"}));
}

TEST_F(Files, WritesOnlyNewFiles) {
  EXPECT_TRUE(write_new_file(at("x"), "first", list_));
  EXPECT_FALSE(write_new_file(at("x"), "second", list_));
  EXPECT_FALSE(write_new_file(at("no/x"), "second", list_));
  EXPECT_EQ(bytes("x"), "first");
  EXPECT_EQ(found(), (Ids{"unwritable-file " + at("x"), "unwritable-file " + at("no/x")}));
}

TEST_F(Files, CreatesInOneStepAndNeverOverWhatIsThere) {
  put(".staging-x-0", "left by a run that died");
  EXPECT_TRUE(create_file(at("x"), "first", list_));
  EXPECT_FALSE(create_file(at("x"), "second", list_));
  EXPECT_EQ(bytes("x"), "first");
  fs::create_symlink(at("elsewhere"), at("link"));
  EXPECT_FALSE(create_file(at("link"), "through", list_));
  EXPECT_FALSE(fs::exists(at("elsewhere")));
  EXPECT_FALSE(create_file(at("no/x"), "second", list_));
  EXPECT_EQ(found(),
            (Ids{"unwritable-file " + at("x"),
                 "unwritable-file " + at("link"),
                 "unwritable-file " + at("no/x")}));
  EXPECT_FALSE(fs::exists(at(".staging-x-1")));
  EXPECT_FALSE(fs::exists(at(".staging-link-0")));
}

TEST_F(Files, ReplacesInOneStep) {
  put("x", "old");
  put(".staging-x-0", "left by a run that died");
  EXPECT_TRUE(replace_file(at("x"), "new", list_));
  EXPECT_EQ(bytes("x"), "new");
  EXPECT_TRUE(replace_file(at("y"), std::string(100'000, 'y'), list_));
  EXPECT_EQ(bytes("y").size(), 100'000U);
  EXPECT_TRUE(list_.empty());
  fs::create_directory(at("folder"));
  EXPECT_FALSE(replace_file(at("folder"), "new", list_));
  EXPECT_FALSE(replace_file(at("no/x"), "new", list_));
  EXPECT_EQ(found(), (Ids{"unwritable-file " + at("folder"), "unwritable-file " + at("no/x")}));
  EXPECT_FALSE(fs::exists(at(".staging-x-1")));
  EXPECT_FALSE(fs::exists(at(".staging-folder-0")));
}

TEST_F(Files, PlacesAFolderOnce) {
  ASSERT_TRUE(make_folder(at("stage"), list_));
  EXPECT_FALSE(make_folder(at("stage"), list_));
  ASSERT_TRUE(write_new_file(at("stage/x"), "1", list_));
  EXPECT_TRUE(place_folder(at("stage"), at("1.0.0"), list_));
  EXPECT_FALSE(fs::exists(at("stage")));
  EXPECT_EQ(bytes("1.0.0/x"), "1");
  ASSERT_TRUE(make_folder(at("stage"), list_));
  EXPECT_FALSE(place_folder(at("stage"), at("1.0.0"), list_));
  EXPECT_FALSE(place_folder(at("missing"), at("2.0.0"), list_));
  EXPECT_EQ(found(),
            (Ids{"unwritable-file " + at("stage"),
                 "unwritable-file " + at("1.0.0"),
                 "unwritable-file " + at("missing")}));
}

TEST(FilesOnAFullDisk, LeaveNothingBehind) {
  DiagnosticList list;
  EXPECT_FALSE(write_new_file("/dev/full", "x", list));
  EXPECT_EQ(list.count(Severity::kError), 1U);
}

}  // namespace
}  // namespace simrules
