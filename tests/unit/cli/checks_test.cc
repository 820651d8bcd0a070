#include <algorithm>
#include <cctype>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "cli/all_checks.h"
#include "run_example.h"
#include "support/source_dir.h"

namespace simrules {
namespace {

namespace fs = std::filesystem;

/// Tells what keeps a text from being one sentence; empty if nothing does.
std::string fault_of_sentence(std::string_view text) {
  if (text.size() < 10) return "is hardly a sentence";
  const bool starts = std::isupper(static_cast<unsigned char>(text[0])) != 0 || text[0] == '`';
  if (!starts) return "does not begin with a capital letter";
  if (text.back() != '.') return "does not end with a period";
  if (text.find(". ") != std::string_view::npos) return "is more than one sentence";
  return "";
}

std::string list_findings(const std::vector<Diagnostic>& findings) {
  std::string list;
  for (const Diagnostic& d : findings) list += fmt::format(" [{}] {};", d.check, d.message);
  return list.empty() ? " nothing" : list;
}

/// Tells what is wrong with the examples of a check; empty if nothing is.
std::string fault_of_examples(const CheckInfo& check) {
  if (check.example == ExampleKind::kCommand) {
    for (const std::string_view example : {check.wrong, check.right}) {
      if (example.find("simrules ") == std::string_view::npos) return "an example runs no command";
    }
    return "";
  }
  const auto right = run_example(check.example, check.right);
  if (!right.empty()) return "the right example gives" + list_findings(right);
  const auto wrong = run_example(check.example, check.wrong);
  if (wrong.size() == 1 && wrong[0].check == check.id && wrong[0].severity == check.severity) {
    return "";
  }
  return "the wrong example gives" + list_findings(wrong);
}

/// Lists every check that an expected output of a case names, as `[check-id]`.
std::string outputs_of_cases() {
  std::string all;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(kSourceDir) / "tests/cases")) {
    const std::string path = entry.path().lexically_relative(kSourceDir).string();
    if (path.find("/expected/") == std::string::npos || !entry.is_regular_file()) continue;
    if (path.find("/explain/") == std::string::npos) all += repository_file(path);
  }
  return all;
}

std::string faults(const CheckInfo& check, const std::string& cases) {
  std::string all;
  const auto add = [&](const char* what, const std::string& fault) {
    if (!fault.empty()) all += fmt::format("{}{}: {}\n", check.id, what, fault);
  };
  add("'s summary", fault_of_sentence(check.summary));
  add("'s reason", fault_of_sentence(check.why));
  add("", fault_of_examples(check));
  if (cases.find(fmt::format("[{}]", check.id)) == std::string::npos) {
    add("", "no case in tests/cases has it in its expected output");
  }
  return all;
}

TEST(Checks, AreExplainedAndShownByTheirExamplesAndByACase) {
  const std::string cases = outputs_of_cases();
  for (const CheckInfo& check : all_checks()) {
    const std::string found = faults(check, cases);
    if (!found.empty()) ADD_FAILURE() << found;
  }
}

TEST(Checks, HaveUniqueIdsThatMakeAnAnchor) {
  std::set<std::string> ids;
  for (const CheckInfo& check : all_checks()) {
    const std::string id = check.id;
    EXPECT_TRUE(ids.insert(id).second) << id;
    EXPECT_EQ(id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"), std::string::npos);
  }
  EXPECT_GT(ids.size(), 100U);
}

/// What the test above would say of rows that are not as they should be.
TEST(Checks, AreRefusedWhenARowIsNotTrue) {
  const CheckInfo good{"fraction",
                       Severity::kError,
                       "A number has a fraction.",
                       "Binary fractions are not exact.",
                       "value: 0.5",
                       "value: 500",
                       ExampleKind::kYaml};
  const auto said = [](const CheckInfo& row, const char* part) {
    return faults(row, "[fraction]").find(part) != std::string::npos;
  };
  EXPECT_EQ(faults(good, "x [fraction]"), "");
  EXPECT_NE(faults(good, "x fraction").find("no case"), std::string::npos);
  CheckInfo row = good;
  row.summary = "a number has a fraction.";
  EXPECT_TRUE(said(row, "capital letter"));
  row = good;
  row.why = "Binary fractions are not exact";
  EXPECT_TRUE(said(row, "period"));
  row.why = "";
  EXPECT_TRUE(said(row, "hardly"));
  row.why = "It is so. It is thus.";
  EXPECT_TRUE(said(row, "more than one"));
  row = good;
  row.wrong = row.right;
  EXPECT_TRUE(said(row, "the wrong example gives nothing"));
  row.wrong = "value: 0.5\nother: 0.5";
  EXPECT_TRUE(said(row, "the wrong example gives [fraction]"));
  row = good;
  row.right = "value: 010";
  EXPECT_TRUE(said(row, "the right example gives [ambiguous-scalar]"));
  row = good;
  row.severity = Severity::kWarning;
  EXPECT_TRUE(said(row, "the wrong example"));
  row = good;
  row.example = ExampleKind::kCommand;
  EXPECT_TRUE(said(row, "runs no command"));
}

}  // namespace
}  // namespace simrules
