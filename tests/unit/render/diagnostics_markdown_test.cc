#include <algorithm>

#include <gtest/gtest.h>

#include "render/diagnostics/markdown.h"
#include "support/diagnostic_fixture.h"

namespace simrules {
namespace {

constexpr const char* kHead =
    "\n| Severity | Place | Check | Message | Help |\n|---|---|---|---|---|\n";

TEST(DiagnosticsAsMarkdown, IsAHeadingTheScopeAndATable) {
  Diagnostic error = make_diagnostic("`a` is wrong");
  error.help = "remove it";
  const Diagnostic warning = make_diagnostic("odd", {}, Severity::kWarning);
  EXPECT_EQ(diagnostics_as_markdown({error, warning}, {.files = 2, .errors = 1, .warnings = 1}),
            std::string("## Validation: 1 error, 1 warning\n\n2 files checked.\n") + kHead +
                "| error | `policies/jp/x.yaml:14:3` | `some-check` | `` `a` is wrong `` | "
                "`remove it` |\n"
                "| warning |  | `some-check` | `odd` |  |\n");
}

TEST(DiagnosticsAsMarkdown, SaysSoWhenNothingWasFound) {
  EXPECT_EQ(diagnostics_as_markdown({}, {.files = 1, .rules = 3, .checks = 2, .fields = 9}),
            "## Validation: no findings\n\n"
            "1 file checked: 3 rules, 2 checks against 9 schema fields.\n");
}

TEST(DiagnosticsAsMarkdown, LetsNothingUntrustedActOrEndACell) {
  struct Row {
    std::string text;
    std::string cell;
  };
  const std::vector<Row> rows{{"a|b", "`a\\|b`"},
                              {"a\\|b", "`a\\x5C\\|b`"},
                              {"a\n| b", "`a\\n\\| b`"},
                              {"<img src=x> @user #1", "`<img src=x> @user #1`"},
                              {"``` x", "```` ``` x ````"},
                              {"##[error]\x1B[2J", "`#\\u{23}[error]\\x1B[2J`"}};
  for (const Row& row : rows) {
    Diagnostic diagnostic = make_diagnostic(row.text, {});
    diagnostic.help = row.text;
    const std::string text = diagnostics_as_markdown({diagnostic}, {.errors = 1});
    EXPECT_NE(text.find("| " + row.cell + " | " + row.cell + " |\n"), std::string::npos) << text;
  }
}

TEST(DiagnosticsAsMarkdown, StaysBelowOneMebibyteAndSaysWhatIsLeftOut) {
  std::vector<Diagnostic> many(2000, make_diagnostic(std::string(900, 'm')));
  const std::string text = diagnostics_as_markdown(many, {.errors = 2500});
  EXPECT_LT(text.size(), 1'000'000U);
  EXPECT_GT(text.size(), 800'000U);
  const std::size_t end = text.find("\n\n", text.find(kHead));
  const std::string tail = text.substr(end);
  const auto rows = static_cast<std::size_t>(
      std::count(text.begin() + static_cast<std::ptrdiff_t>(text.find(kHead)),
                 text.begin() + static_cast<std::ptrdiff_t>(end),
                 '\n') -
      2);
  EXPECT_EQ(tail, "\n\n" + std::to_string(2500 - rows) + " more findings are not shown.\n");
}

TEST(DiagnosticsAsMarkdown, CountsFindingsThatWereNotKept) {
  EXPECT_TRUE(diagnostics_as_markdown({make_diagnostic("m")}, {.errors = 2})
                  .ends_with("\n\n1 more finding is not shown.\n"));
}

}  // namespace
}  // namespace simrules
