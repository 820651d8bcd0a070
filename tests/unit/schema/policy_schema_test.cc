#include <gtest/gtest.h>

#include "schema/schema.h"
#include "schema_test_util.h"

namespace simrules {
namespace {

TEST(PolicySchema, LoadsTheShippedSchema) {
  DiagnosticList sink(1000);
  const std::string folder = std::string(SIMRULES_SOURCE_DIR) + "/schemas/";
  const auto vocabulary = load_schema_file(folder + "vocabulary.schema.json", sink);
  ASSERT_TRUE(vocabulary) << shown(sink);
  auto document = read_json(
      "policy.schema.json", file_text(folder + "policy.schema.json"), kSchemaLimits, sink);
  ASSERT_TRUE(document) << shown(sink);
  const auto schema = PolicySchema::load(std::move(*document), *vocabulary, sink);
  ASSERT_TRUE(schema) << shown(sink);
  EXPECT_EQ(schema->topics(), (std::vector<std::string>{"transfer", "roaming", "tethering"}));
  EXPECT_GT(schema->field_count(), 100U);
}

}  // namespace
}  // namespace simrules
