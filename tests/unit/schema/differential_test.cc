// Counts on the checker itself: it throws when valijson's verdict and our explanation disagree. A run
// explains only what valijson refuses, so what it takes is cross-checked here and by the fuzzers.

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "generated_schema.h"
#include "schema/lint/keyword.h"
#include "schema/schema_check.h"
#include "support/schema_fixture.h"
#include "support/source_dir.h"

namespace simrules {
namespace {

using nlohmann::json;

struct Verdicts {
  int violated = 0;
  int conforming = 0;
};

/// Judges generated documents by a schema.
Verdicts judge(SchemaGenerator& random, const json& root, int documents) {
  DiagnosticList sink;
  const auto loaded = load_schema_text(root.dump(), sink);
  EXPECT_TRUE(loaded) << root.dump() << '\n' << shown(sink);
  Verdicts verdicts;
  if (!loaded) return verdicts;
  SchemaChecker checker(*loaded);
  for (int i = 0; i < documents; ++i) {
    DiagnosticList found;
    const std::string text = random.document().dump();
    const auto document = read_json("test.json", text, kDatasetLimits, found);
    EXPECT_TRUE(document) << text << '\n' << shown(found);
    if (!document) return verdicts;
    EXPECT_NO_THROW(checker.check(*document, found)) << root.dump() << '\n' << text;
    EXPECT_NO_THROW(checker.cross_check(*document)) << root.dump() << '\n' << text;
    ++(found.empty() ? verdicts.conforming : verdicts.violated);
  }
  return verdicts;
}

void collect_keywords(const json& schema, std::set<std::string>& keywords) {
  for (const auto& [name, value] : schema.items()) keywords.insert(name);
  for (const Subschema& part : subschemas(schema, "")) collect_keywords(*part.node, keywords);
}

TEST(Differential, VerdictsAgreeOnGeneratedSchemas) {
  SchemaGenerator random(20261122);
  Verdicts all;
  std::set<std::string> generated;
  for (int i = 0; i < 300; ++i) {
    const json root = random.schema();
    collect_keywords(root, generated);
    const Verdicts verdicts = judge(random, root, 20);
    all.violated += verdicts.violated;
    all.conforming += verdicts.conforming;
  }
  // Neither verdict may be rare, or the agreement says nothing.
  EXPECT_GT(all.violated, 1000);
  EXPECT_GT(all.conforming, 1000);
  for (const std::string& keyword : keyword_names())
    EXPECT_TRUE(generated.contains(keyword)) << keyword << " is never generated";
}

TEST(Differential, VerdictsAgreeOnEachKeyword) {
  const std::vector<std::string> known = SchemaGenerator::asserting_keywords();
  for (const std::string& name : keyword_names()) {
    const bool made = std::find(known.begin(), known.end(), name) != known.end();
    EXPECT_EQ(made, find_keyword(name)->asserts) << name;
  }
  SchemaGenerator random(7);
  for (const std::string& keyword : known) {
    Verdicts all;
    for (int i = 0; i < 25; ++i) {
      const Verdicts verdicts = judge(random, random.schema_of(keyword), 20);
      all.violated += verdicts.violated;
      all.conforming += verdicts.conforming;
    }
    EXPECT_GE(all.violated, 3) << keyword;
    EXPECT_GE(all.conforming, 3) << keyword;
  }
}

TEST(Differential, VerdictsAgreeOnMutatedPolicies) {
  const std::string folder = std::string(kSourceDir);
  DiagnosticList sink;
  const auto loaded = load_schema_file(folder + "/schemas/policy.schema.json", sink);
  ASSERT_TRUE(loaded) << shown(sink);
  SchemaChecker checker(*loaded);
  const auto valid = read_yaml("au.yaml", file_text(folder + "/policies/jp/au.yaml"), {}, sink);
  ASSERT_TRUE(valid) << shown(sink);
  SchemaGenerator random(7);
  for (int i = 0; i < 120; ++i) {
    json changed = valid->value;
    for (std::size_t j = 1 + random.pick(3); j > 0; --j) random.mutate(changed);
    DiagnosticList found;
    const auto document = read_json("au.json", changed.dump(1), kDatasetLimits, found);
    ASSERT_TRUE(document) << shown(found);
    ASSERT_NO_THROW(checker.check(*document, found)) << changed.dump();
    ASSERT_NO_THROW(checker.cross_check(*document)) << changed.dump();
  }
}

TEST(Differential, VerdictsAgreeOnEveryFileOfTheTests) {
  namespace fs = std::filesystem;
  const std::string root = std::string(kSourceDir);
  DiagnosticList sink;
  const auto loaded = load_schema_file(root + "/schemas/policy.schema.json", sink);
  ASSERT_TRUE(loaded) << shown(sink);
  SchemaChecker checker(*loaded);
  int conforming = 0;
  int violated = 0;
  for (const char* folder : {"/tests", "/policies"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root + folder)) {
      const fs::path& path = entry.path();
      if (path.extension() != ".yaml" || !entry.is_regular_file()) continue;
      DiagnosticList found;
      const auto document = read_doubtful_yaml(path.string(), file_text(path.string()), {}, found);
      if (!document) continue;
      EXPECT_NO_THROW(++(checker.check(*document, found) ? conforming : violated)) << path;
      EXPECT_NO_THROW(checker.cross_check(*document)) << path;
    }
  }
  EXPECT_GT(conforming, 300);
  EXPECT_GT(violated, 50);
}

}  // namespace
}  // namespace simrules
