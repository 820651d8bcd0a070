#include "cli/fixer.h"

#include <stdexcept>

#include <gtest/gtest.h>

namespace simrules {
namespace {

/// Returns a finding whose fix puts a letter before everything else.
Diagnostic prefixed(const std::string& path) {
  Diagnostic finding;
  finding.check = "some-check";
  finding.place.path = path;
  finding.fix = Fix{"put it there", {TextEdit{{}, {}, "x"}}};
  return finding;
}

TEST(Fixer, FixesWhatAFixUncovers) {
  std::vector<InputFile> files = {{"a.yaml", "a.yaml", "a"}};
  DiagnosticList failures;
  const CheckFiles check = [](const std::vector<InputFile>& inputs) {
    const bool is_enough = inputs.front().text->size() > 3;
    return is_enough ? std::vector<Diagnostic>() : std::vector<Diagnostic>{prefixed("a.yaml")};
  };
  const FixResult result = fix_files(files, check, failures);
  EXPECT_EQ(result.fixes, 3U);
  EXPECT_EQ(*files.front().text, "xxxa");
}

TEST(Fixer, CallsAnEndlessChainOfFixesABug) {
  std::vector<InputFile> files = {{"a.yaml", "a.yaml", "a"}};
  DiagnosticList failures;
  const CheckFiles check = [](const std::vector<InputFile>&) {
    return std::vector<Diagnostic>{prefixed("a.yaml")};
  };
  EXPECT_THROW(fix_files(files, check, failures), std::logic_error);
}

}  // namespace
}  // namespace simrules
