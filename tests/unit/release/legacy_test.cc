#include "release/contents/legacy/policy_schema.h"
#include "release/stored/stored_release.h"
#include "schema/schema_check.h"
#include "support/release_fixture.h"
#include "support/source_dir.h"

namespace simrules::test {
namespace {

using nlohmann::json;

std::string released(const char* version) {
  return std::string(kSourceDir) + "/reports/" + version + '/';
}

std::optional<Schema> shipped_schema(const char* version, DiagnosticSink& sink) {
  const std::string path = released(version) + kDatasetSchemaName;
  auto document = read_json(path, read_bytes(path), kShippedSchemaLimits, sink);
  return document ? Schema::load(std::move(*document), sink) : std::nullopt;
}

/// Finds a value of null in what an author wrote.
bool has_null(const json& value) {
  if (!value.is_structured()) return value.is_null();
  return std::any_of(value.begin(), value.end(), has_null);
}

class Legacy : public ::testing::TestWithParam<const char*> {};

TEST_P(Legacy, dataset_is_read_with_the_policy_schema_inside_its_own) {
  DiagnosticList findings;
  const auto dataset =
      load_dataset(released(GetParam()) + kDatasetName, repository_schemas(), findings);
  ASSERT_TRUE(dataset) << messages_of(findings);
  EXPECT_EQ(dataset->version, GetParam());
  EXPECT_EQ(dataset->schema.topics(),
            (std::vector<std::string>{"transfer", "roaming", "tethering"}));
  ASSERT_FALSE(dataset->catalog.policies().empty());
  SchemaChecker checker(dataset->schema.schema());
  for (const Policy& policy : dataset->catalog.policies()) {
    EXPECT_FALSE(has_null(policy.raw())) << policy.id;
    auto written = read_json(policy.path, policy.raw().dump(), kDatasetLimits, findings);
    ASSERT_TRUE(written);
    EXPECT_TRUE(checker.check(*written, findings)) << messages_of(findings);
  }
}

TEST_P(Legacy, policy_schema_has_nothing_that_a_dataset_derives) {
  DiagnosticList findings;
  const auto shipped = shipped_schema(GetParam(), findings);
  ASSERT_TRUE(shipped) << messages_of(findings);
  const auto policy = legacy_policy_schema(*shipped, findings);
  ASSERT_TRUE(policy) << messages_of(findings);
  const std::string text(policy->source.text());
  for (const char* word : {"derived_", "_or_null", "x-optional", "x-topics", "\"null\""}) {
    EXPECT_EQ(text.find(word), std::string::npos) << word;
  }
  EXPECT_FALSE(policy->value.at("properties").contains("source"));
}

INSTANTIATE_TEST_SUITE_P(Releases, Legacy, ::testing::Values("1.0.0", "2.0.0"));

TEST(LegacyPolicySchema, is_not_in_a_schema_of_today) {
  DiagnosticList findings;
  EXPECT_FALSE(legacy_policy_schema(repository_schemas().dataset, findings));
  EXPECT_EQ(checks_of(findings), std::vector<std::string>{"release-unreadable"});
}

}  // namespace
}  // namespace simrules::test
