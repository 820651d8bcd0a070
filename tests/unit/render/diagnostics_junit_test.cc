#include <gtest/gtest.h>

#include "render/diagnostics/junit.h"
#include "support/diagnostic_fixture.h"

namespace simrules {
namespace {

TEST(DiagnosticsAsJunit, HasACaseForEachCheckThatFailedAndForEachFineFile) {
  Diagnostic first = make_diagnostic("`a` is wrong");
  first.help = "remove it";
  first.notes.push_back({place_at("policies/jp/y.yaml", 2, 1, 2, 4), "here"});
  Diagnostic second = make_diagnostic("so is `b`");
  second.place.line = 20;
  Diagnostic global = make_diagnostic("nothing works", {});
  global.check = "other-check";
  EXPECT_EQ(diagnostics_as_junit({global, first, second},
                                 {.paths = {"policies/jp/y.yaml", "policies/jp/x.yaml"}}),
            R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="simrules" tests="3" failures="2" errors="0">
  <testsuite name="simrules" tests="1" failures="1" errors="0">
    <testcase classname="simrules" name="other-check">
      <failure type="error" message="nothing works">error: nothing works
</failure>
    </testcase>
  </testsuite>
  <testsuite name="policies/jp/x.yaml" tests="1" failures="1" errors="0">
    <testcase classname="policies/jp/x.yaml" name="some-check">
      <failure type="error" message="`a` is wrong">policies/jp/x.yaml:14:3: error: `a` is wrong
policies/jp/y.yaml:2:1: note: here
help: remove it
policies/jp/x.yaml:20:3: error: so is `b`
</failure>
    </testcase>
  </testsuite>
  <testsuite name="policies/jp/y.yaml" tests="1" failures="0" errors="0">
    <testcase classname="policies/jp/y.yaml" name="valid"/>
  </testsuite>
</testsuites>
)");
}

TEST(DiagnosticsAsJunit, FailsOnlyForWhatFailsTheRun) {
  const Diagnostic warning = make_diagnostic("odd", place_at("p", 1, 2, 1, 3), Severity::kWarning);
  const std::string fine = diagnostics_as_junit({warning}, {});
  EXPECT_NE(fine.find("<system-out>p:1:2: warning: odd\n</system-out>"), std::string::npos) << fine;
  EXPECT_NE(fine.find("failures=\"0\""), std::string::npos);
  const std::string strict = diagnostics_as_junit({warning}, {.fail_on = Severity::kWarning});
  EXPECT_NE(strict.find("<failure type=\"warning\" message=\"odd\">"), std::string::npos) << strict;
}

TEST(DiagnosticsAsJunit, HoldsNoCharacterThatXmlForbidsOrThatActs) {
  struct Row {
    std::string text;
    std::string written;
  };
  const std::vector<Row> rows{{"<a b=\"c\">&'", "&lt;a b=&quot;c&quot;&gt;&amp;&apos;"},
                              {"]]></failure>", "]]&gt;&lt;/failure&gt;"},
                              {std::string("a\0b", 3), "a\\x00b"},
                              {"\x0B\x1B[2J\r\n", "\\x0B\\x1B[2J\\r\\n"},
                              {"\uFFFE\uFFFF", "\\u{FFFE}\\u{FFFF}"},
                              {"\xED\xA0\x80", "\\xED\\xA0\\x80"},
                              {"##[error]", "#\\u{23}[error]"},
                              {"データ😀", "データ😀"}};
  for (const Row& row : rows) {
    const std::string text =
        diagnostics_as_junit({make_diagnostic(row.text, place_at(row.text, 1, 1, 1, 1))}, {});
    EXPECT_NE(text.find("message=\"" + row.written + "\">"), std::string::npos) << text;
    EXPECT_NE(text.find(row.written + "\" name=\"some-check\">"), std::string::npos) << text;
  }
}

TEST(DiagnosticsAsJunit, StartsNoLineWithUntrustedText) {
  const std::string text =
      diagnostics_as_junit({make_diagnostic("m", place_at("::error::x", 1, 1, 1, 1)),
                            make_diagnostic("n", place_at("::error::x", 2, 1, 2, 1))},
                           {});
  EXPECT_EQ(text.find("\n::"), std::string::npos) << text;
  EXPECT_NE(text.find("\n./::error::x:2:1: error: n"), std::string::npos) << text;
}

}  // namespace
}  // namespace simrules
