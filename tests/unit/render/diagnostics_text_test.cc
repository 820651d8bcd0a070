#include <gtest/gtest.h>

#include "base/source.h"
#include "render/diagnostics/text.h"
#include "render/text/source_excerpt.h"

namespace simrules {
namespace {

Diagnostic at(const std::string& line, int column, int end_column) {
  Diagnostic diagnostic;
  diagnostic.check = "some-check";
  diagnostic.place = {"policies/jp/x.yaml", 14, column, 14, end_column, line};
  diagnostic.message = "`recipients` is `anyone` but `verdict` is `not_allowed`";
  return diagnostic;
}

std::string as_text(const std::vector<Diagnostic>& all, bool color) {
  return diagnostics_as_text(all, all.size(), color);
}

TEST(DiagnosticsAsText, ShowsPlaceNotesAndHelp) {
  Diagnostic diagnostic = at("  recipients: anyone", 15, 21);
  diagnostic.notes.push_back({{"policies/jp/x.yaml", 12, 12, 12, 14, ""}, "`verdict` is set here"});
  diagnostic.help = "remove `recipients`";
  Diagnostic warning = at("key: 1", 1, 4);
  warning.severity = Severity::kWarning;
  EXPECT_EQ(
      as_text({diagnostic, warning}, false),
      R"(policies/jp/x.yaml:14:15: error: `recipients` is `anyone` but `verdict` is `not_allowed` [some-check]
   14 |   recipients: anyone
      |               ^~~~~~
policies/jp/x.yaml:12:12: note: `verdict` is set here
help: remove `recipients`

policies/jp/x.yaml:14:1: warning: `recipients` is `anyone` but `verdict` is `not_allowed` [some-check]
   14 | key: 1
      | ^~~
)");
}

TEST(DiagnosticsAsText, MarksTheExactCharacters) {
  struct Row {
    std::string line;
    int column;
    int end_column;
    std::string shown;
    std::string mark;
  };
  const std::vector<Row> rows{
      {"name: {ja: データ, en: x}", 16, 18, "name: {ja: データ, en: x}", "                  ^~"},
      {"a\tb: c", 3, 4, "a b: c", "  ^"},
      {"ja: データ", 5, 8, "ja: データ", "    ^~~~~~"},
      {"e\u0301: x", 1, 3, "e\u0301: x", "^"},
      {"k: \x1B[31m", 4, 5, "k: \\x1B[31m", "   ^~~~"},
      {"k: ##[error]", 4, 6, "k: #\\u{23}[error]", "   ^~~~~~~"},
      {"key", 4, 4, "key", "   ^"},
      {"key", 99, 120, "key", "   ^"},
      {"key", 0, 0, "key", "^"}};
  for (const Row& row : rows) {
    const std::string text = as_text({at(row.line, row.column, row.end_column)}, false);
    EXPECT_EQ(text.substr(text.find('\n') + 1),
              "   14 | " + row.shown + "\n      | " + row.mark + "\n");
  }
}

TEST(DiagnosticsAsText, MarksToTheEndOfTheFirstOfSeveralLines) {
  Diagnostic diagnostic = at("  - a", 5, 2);
  diagnostic.place.end_line = 16;
  const std::string text = as_text({diagnostic}, false);
  EXPECT_NE(text.find("      |     ^\n"), std::string::npos) << text;
}

TEST(DiagnosticsAsText, CutsALongLineAroundTheMark) {
  const std::string line = std::string(200, 'a') + "X" + std::string(200, 'b');
  const SourceExcerpt middle = source_excerpt({"p", 1, 201, 1, 202, line});
  EXPECT_EQ(middle.text, "…" + std::string(40, 'a') + "X" + std::string(59, 'b') + "…");
  EXPECT_EQ(middle.mark_offset, 41U);
  EXPECT_EQ(middle.mark_width, 1U);
  const SourceExcerpt begin = source_excerpt({"p", 1, 1, 1, 402, line});
  EXPECT_EQ(begin.text, std::string(100, 'a') + "…");
  EXPECT_EQ(begin.mark_width, 100U);
  const SourceExcerpt end = source_excerpt({"p", 1, 401, 1, 402, line});
  EXPECT_EQ(end.text, "…" + std::string(41, 'b'));
  EXPECT_EQ(end.mark_offset, 41U);
  std::string wide;
  for (int i = 0; i < 120; ++i) wide += "字";
  const SourceExcerpt half = source_excerpt({"p", 1, 61, 1, 62, wide});
  EXPECT_EQ(half.mark_offset, 41U);
  EXPECT_EQ(half.mark_width, 2U);
}

TEST(DiagnosticsAsText, LetsNothingUntrustedActOnATerminalOrARunner) {
  struct Row {
    std::string path;
    std::string shown;
  };
  const std::vector<Row> rows{{"::error::x.yaml", "./::error::x.yaml"},
                              {"  ::error::x.yaml", "./  ::error::x.yaml"},
                              {"##[error].yaml", "./#\\u{23}[error].yaml"},
                              {"a\nb\x1B.yaml", "a\\nb\\x1B.yaml"},
                              {"データ.yaml", "データ.yaml"},
                              {"-", "-"}};
  for (const Row& row : rows) {
    Diagnostic diagnostic;
    diagnostic.place = {.path = row.path, .source_line = ""};
    diagnostic.check = "c";
    diagnostic.message = "m\n::error::";
    diagnostic.help = "h\r##[group]";
    EXPECT_EQ(as_text({diagnostic}, false),
              row.shown + ":1:1: error: m\\n::error:: [c]\nhelp: h\\r#\\u{23}[group]\n");
  }
}

TEST(DiagnosticsAsText, NeedsNoPath) {
  Diagnostic diagnostic;
  diagnostic.check = "nothing-to-check";
  diagnostic.message = "no policy was found";
  EXPECT_EQ(as_text({diagnostic}, false), "error: no policy was found [nothing-to-check]\n");
  EXPECT_EQ(as_text({}, true), "");
}

TEST(DiagnosticsAsText, ColoursOnlyWhenAsked) {
  const std::string text = as_text({at("key: 1", 1, 4)}, true);
  EXPECT_NE(text.find("\x1B[1;31merror:\x1B[0m"), std::string::npos);
  EXPECT_NE(text.find("\x1B[1;32m^~~\x1B[0m"), std::string::npos);
}

TEST(DiagnosticsAsText, SaysHowManyMoreThereAre) {
  const auto last_line = [](std::size_t kept, std::size_t all) {
    const std::vector<Diagnostic> some(kept, at("key: 1", 1, 4));
    const std::string text = diagnostics_as_text(some, all, false);
    return text.substr(text.rfind('\n', text.size() - 2) + 1);
  };
  EXPECT_EQ(last_line(200, 200), "      | ^~~\n");
  EXPECT_EQ(last_line(201, 201), "1 more not shown\n");
  EXPECT_EQ(last_line(20, 31), "11 more not shown\n");
}

}  // namespace
}  // namespace simrules
