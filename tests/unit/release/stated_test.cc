#include "release/contents/stated.h"

#include "release/contents/dataset.h"
#include "support/release_fixture.h"

namespace simrules::test {
namespace {

using nlohmann::json;

std::optional<Catalog> read(const std::string& text, DiagnosticSink& sink) {
  return read_stated(kStatedName, text, repository_policy_schema(), sink);
}

std::string sample_text() {
  return stated_text(catalog_of({sample_policy("jp/two"), sample_policy("jp/one")}));
}

TEST(Stated, is_read_back_as_it_was_written) {
  DiagnosticList findings;
  const std::string text = sample_text();
  const auto catalog = read(text, findings);
  ASSERT_TRUE(catalog) << messages_of(findings);
  const Policy* policy = catalog->find("jp/one");
  ASSERT_NE(policy, nullptr);
  EXPECT_EQ(policy->raw(), sample_policy("jp/one"));
  EXPECT_EQ(policy->path, "policies/jp/one.yaml");
  EXPECT_EQ(stated_text(*catalog), text);
  EXPECT_EQ(policies_digest(*catalog),
            policies_digest(catalog_of({sample_policy("jp/one"), sample_policy("jp/two")})));
}

TEST(Stated, has_a_line_for_each_policy) {
  const std::string text = sample_text();
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2);
  EXPECT_EQ(text.back(), '\n');
  EXPECT_EQ(stated_text(Catalog()), "");
}

TEST(Stated, refuses_what_it_cannot_trust) {
  struct Row {
    const char* what;
    const char* old_text;
    const char* new_text;
    const char* check;
  };
  for (const Row& row : {Row{"no JSON", "{\"path\"", "{path", "release-unreadable"},
                         Row{"another member", "\"sha256\"", "\"sha512\"", "release-unreadable"},
                         Row{"a word", "\"mvno\"", "\"mvnx\"", "release-unreadable"},
                         Row{"an id twice", "\"jp/two\"", "\"jp/one\"", "release-duplicate-id"}}) {
    std::string text = sample_text();
    text.replace(text.find(row.old_text), std::string_view(row.old_text).size(), row.new_text);
    DiagnosticList findings;
    EXPECT_FALSE(read(text, findings)) << row.what;
    EXPECT_EQ(checks_of(findings), std::vector<std::string>{row.check}) << messages_of(findings);
  }
}

TEST(Stated, names_the_line_of_a_finding) {
  std::string text = sample_text();
  const std::size_t second = text.find('\n');
  text.replace(text.find("\"mvno\"", second), 6, "\"mvnx\"");
  DiagnosticList findings;
  EXPECT_FALSE(read(text, findings));
  ASSERT_EQ(findings.sorted().size(), 1U);
  EXPECT_EQ(findings.sorted().front().place.line, 2);
}

}  // namespace
}  // namespace simrules::test
