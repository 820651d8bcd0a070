#include <set>

#include <gtest/gtest.h>

#include "base/files.h"
#include "support.h"

namespace simrules {
namespace {

/// The fragments of these rows describe a file too large to be written out.
const std::set<std::string> kDescribed{
    "line-too-long", "scalar-too-long", "too-many-nodes", "list-too-long"};

ReadResult read(const CheckInfo& check, const char* text) {
  return check.id == std::string("json-syntax") ? json(text) : yaml(text);
}

TEST(DocumentChecks, AreShownByTheirOwnExamples) {
  for (const CheckInfo& check : document_checks()) {
    EXPECT_EQ(read(check, check.right).findings, std::vector<std::string>{}) << check.id;
    if (kDescribed.count(check.id) > 0) continue;
    const ReadResult result = read(check, check.wrong);
    ASSERT_EQ(result.diagnostics.size(), 1U) << check.id;
    EXPECT_EQ(result.diagnostics[0].check, check.id);
    EXPECT_FALSE(result.diagnostics[0].help.empty()) << check.id;
  }
}

TEST(DocumentChecks, HaveUniqueIds) {
  std::set<std::string> ids;
  for (const CheckInfo& check : document_checks())
    EXPECT_TRUE(ids.insert(check.id).second) << check.id;
  for (const CheckInfo& check : file_checks()) EXPECT_TRUE(ids.insert(check.id).second) << check.id;
}

}  // namespace
}  // namespace simrules
