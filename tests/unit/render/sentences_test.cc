#include "render/sentences.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <gtest/gtest.h>

#include "case_fixture.h"
#include "diff/diff.h"
#include "diff/direction.h"

namespace simrules {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kLanguages = {"en", "ja", "zh"};

fs::path tests_folder() { return fs::path(SIMRULES_SOURCE_DIR) / "tests"; }

std::string read_text(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Compares with a checked-in text, or writes it where UPDATE_EXPECTED is set.
void expect_golden(const fs::path& path, const std::string& text) {
  if (std::getenv("UPDATE_EXPECTED") != nullptr) std::ofstream(path) << text;
  EXPECT_EQ(read_text(path), text) << path;
}

std::string change_sentences(const std::string& name) {
  const fs::path input = tests_folder() / "cases/diff" / name / "input";
  const Catalog base = read_catalog(input / "base");
  const Catalog head = read_catalog(input / "head");
  std::string text;
  for (const Change& change : diff(base, test_schema(), head, test_schema())) {
    text += "# " + change.policy + change.pointer + " " + change.id + "\n";
    for (const std::string& language : kLanguages) {
      text += change_sentence(change, {base, head, test_schema(), language}) + "\n";
    }
  }
  return text;
}

TEST(ChangeSentence, ReadsRightInEveryCase) {
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(tests_folder() / "sentences/changes")) {
    expect_golden(entry.path(), change_sentences(entry.path().stem().string()));
    ++count;
  }
  EXPECT_GE(count, 22U);
}

TEST(RuleSentence, ReadsRightForEveryRealPolicy) {
  const Catalog catalog = read_catalog(fs::path(SIMRULES_SOURCE_DIR) / "policies");
  for (const char* id : {"jp/softbank", "jp/mineo", "jp/iijmio"}) {
    const Policy* policy = catalog.find(id);
    ASSERT_NE(policy, nullptr);
    std::string text;
    for (const Rule& rule : policy->rules) {
      text += "# " + rule.topic + "/" + rule.id + "\n";
      for (const std::string& language : kLanguages) {
        text += rule_sentence(rule, *policy, test_schema(), language) + "\n";
      }
    }
    expect_golden(tests_folder() / "sentences/rules" / (fs::path(id).filename().string() + ".txt"),
                  text);
  }
}

}  // namespace
}  // namespace simrules
