#include "release/stored/published.h"

#include "support/release_fixture.h"

namespace simrules::test {
namespace {

using PublishedTest = ReleaseTest;

TEST_F(PublishedTest, ReadsTheFolderOfOneReleaseAlone) {
  release_two();
  DiagnosticList findings;
  const auto dataset = read_published(reports() + "/1.1.0", findings);
  ASSERT_TRUE(dataset) << messages_of(findings);
  EXPECT_EQ(dataset->version, "1.1.0");
  EXPECT_EQ(dataset->catalog.policies().size(), 2U);
  EXPECT_TRUE(findings.empty()) << messages_of(findings);
}

TEST_F(PublishedTest, RefusesADatasetThatWasChanged) {
  release_two();
  const std::string file = reports() + "/1.1.0/dataset.json";
  write_bytes(file, read_bytes(file) + '\n');
  DiagnosticList findings;
  EXPECT_FALSE(read_published(reports() + "/1.1.0", findings));
  EXPECT_EQ(checks_of(findings), std::vector<std::string>{"release-digest-mismatch"});
}

TEST_F(PublishedTest, SaysThatThereIsNone) {
  DiagnosticList findings;
  EXPECT_FALSE(read_published(path("nowhere"), findings));
  EXPECT_EQ(checks_of(findings), std::vector<std::string>{"release-missing"});
}

TEST(BuiltInContractSchemasTest, AreThoseOfTheRepository) {
  const auto schemas = built_in_contract_schemas();
  ASSERT_TRUE(schemas);
  EXPECT_EQ(schemas->dataset.value(), repository_schemas().dataset.value());
  EXPECT_EQ(schemas->index.value(), repository_schemas().index.value());
}

}  // namespace
}  // namespace simrules::test
