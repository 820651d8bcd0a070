#include "cli/sources/loader.h"

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "support/policy_schema.h"
#include "support/source_dir.h"

namespace simrules {
namespace {

constexpr const char* kTranslations =
    "msgid \"\"\nmsgstr \"Language: ja\\nContent-Type: text/plain; charset=UTF-8\\n\"\n";

/// Returns a policy that conforms, as a file with translations beside it.
InputFile policy_file() {
  std::ifstream file(std::string(kSourceDir) + "/tests/schema/base.yaml", std::ios::binary);
  InputFile input{
      "brand.yaml", "brand.yaml", std::string{std::istreambuf_iterator<char>(file), {}}};
  input.translations = {{"ja", "brand.ja.po", "brand.ja.po", kTranslations}};
  return input;
}

/// Tells whether a file is taken from what was read before, where that was another file.
bool is_taken(const InputFile& first, const InputFile& second) {
  DiagnosticList findings;
  const LoadedPolicies read = load_policies({first}, policy_schema(), Jobs{}, findings);
  const LoadedPolicies again = load_policies(
      {second}, policy_schema(), Jobs{}, findings, {&read.catalog, &policy_schema(), &read.sound});
  EXPECT_EQ(again.catalog.policies().size(), 1U);
  return &again.catalog.policies().front().raw() == &read.catalog.policies().front().raw();
}

TEST(LoadPolicies, TakesTheSameFileAsItWasRead) {
  EXPECT_TRUE(is_taken(policy_file(), policy_file()));
}

TEST(LoadPolicies, ReadsWhatDiffersInAByteOrInItsName) {
  InputFile other = policy_file();
  other.text->append("# more\n");
  EXPECT_FALSE(is_taken(policy_file(), other));
  InputFile translated = policy_file();
  translated.translations.front().text->append("# more\n");
  EXPECT_FALSE(is_taken(policy_file(), translated));
  InputFile bare = policy_file();
  bare.translations.clear();
  EXPECT_FALSE(is_taken(policy_file(), bare));
  EXPECT_FALSE(is_taken(bare, policy_file()));
  InputFile renamed = policy_file();
  renamed.shown = "another.yaml";
  EXPECT_FALSE(is_taken(policy_file(), renamed));
}

TEST(LoadPolicies, ReadsAgainWhereSomethingWasFound) {
  InputFile doubtful = policy_file();
  doubtful.translations.front().text->append(
      "\nmsgctxt \"/no/such/place\"\nmsgid \"a\"\nmsgstr \"b\"\n");
  EXPECT_FALSE(is_taken(doubtful, doubtful));
}

}  // namespace
}  // namespace simrules
