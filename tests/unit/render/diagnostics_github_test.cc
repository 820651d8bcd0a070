#include <algorithm>

#include <gtest/gtest.h>

#include "render/diagnostics/github.h"
#include "support/diagnostic_fixture.h"

namespace simrules {
namespace {

constexpr const char* kNoFiles = "0 files checked; 0 errors, 0 warnings\n";

std::string one(const Diagnostic& diagnostic) {
  const std::string text = diagnostics_as_github({diagnostic}, {});
  EXPECT_TRUE(text.ends_with(kNoFiles)) << text;
  return text.substr(0, text.size() - std::string(kNoFiles).size());
}

std::vector<Diagnostic> several(std::size_t errors, std::size_t warnings) {
  std::vector<Diagnostic> all(errors, make_diagnostic("e"));
  all.insert(all.end(), warnings, make_diagnostic("w", {}, Severity::kWarning));
  return all;
}

std::size_t count_lines(const std::string& text, const std::string& start) {
  std::size_t count = text.starts_with(start) ? 1 : 0;
  for (std::size_t i = text.find("\n" + start); i != std::string::npos;
       i = text.find("\n" + start, i + 1)) {
    ++count;
  }
  return count;
}

TEST(DiagnosticsAsGithub, WritesCommandsAndTheSummary) {
  Diagnostic error = make_diagnostic("`a` is 100% wrong");
  error.notes.push_back({place_at("policies/jp/x.yaml", 2, 1, 2, 4), "here"});
  error.help = "remove it";
  const Diagnostic warning = make_diagnostic("odd", place_at("", 1, 1, 1, 1), Severity::kWarning);
  EXPECT_EQ(
      diagnostics_as_github({error, warning}, {.files = 2, .errors = 1, .warnings = 1}),
      "::error title=some-check,file=policies/jp/x.yaml,line=14,endLine=14,col=3,endColumn=8::"
      "`a` is 100%25 wrong%0Anote: policies/jp/x.yaml:2:1: here%0Ahelp: remove it\n"
      "::warning title=some-check::odd\n"
      "2 files checked; 1 error, 1 warning\n");
  EXPECT_EQ(diagnostics_as_github({}, {}), kNoFiles);
}

TEST(DiagnosticsAsGithub, NamesTheLastColumnOfOneLineAndTheLastLineOfSeveral) {
  struct Row {
    Place place;
    std::string properties;
  };
  const std::vector<Row> rows{{place_at("p", 3, 1, 3, 9), "line=3,endLine=3,col=1,endColumn=8"},
                              {place_at("p", 3, 4, 3, 5), "line=3,endLine=3,col=4,endColumn=4"},
                              {place_at("p", 3, 4, 3, 4), "line=3,endLine=3,col=4,endColumn=4"},
                              {place_at("p", 3, 4, 5, 2), "line=3,endLine=5"},
                              {place_at("p", 3, 4, 5, 1), "line=3,endLine=4"},
                              {place_at("p", 3, 4, 4, 1), "line=3,endLine=3"}};
  for (const Row& row : rows) {
    EXPECT_EQ(one(make_diagnostic("m", row.place)),
              "::error title=some-check,file=p," + row.properties + "::m\n");
  }
}

TEST(DiagnosticsAsGithub, LetsNothingUntrustedEndTheCommandOrTheProperty) {
  struct Row {
    std::string text;
    std::string property;
    std::string data;
  };
  const std::vector<Row> rows{
      {"a:b,c%.yaml", "a%3Ab%2Cc%25.yaml", "a:b,c%25.yaml"},
      {"a\r\n::error::b", "a\\r\\n%3A%3Aerror%3A%3Ab", "a\\r\\n::error::b"},
      {"%0A::stop", "%250A%3A%3Astop", "%250A::stop"},
      {"##[error]\x1B[2J", "#\\u{23}[error]\\x1B[2J", "#\\u{23}[error]\\x1B[2J"},
      {"\xFF\u202E", "\\xFF\\u{202E}", "\\xFF\\u{202E}"},
      {"データ.yaml", "データ.yaml", "データ.yaml"}};
  for (const Row& row : rows) {
    EXPECT_EQ(one(make_diagnostic(row.text, place_at(row.text, 1, 1, 1, 2))),
              "::error title=some-check,file=" + row.property +
                  ",line=1,endLine=1,col=1,endColumn=1::" + row.data + "\n");
  }
}

TEST(DiagnosticsAsGithub, ShowsTenOfEachAndCountsTheRest) {
  struct Row {
    std::size_t errors;
    std::size_t warnings;
    std::string notice;
  };
  const std::vector<Row> rows{
      {10, 10, ""},
      {11, 10, "::notice title=simrules::1 more error without an annotation\n"},
      {3, 12, "::notice title=simrules::2 more warnings without an annotation\n"},
      {12,
       11,
       "::notice title=simrules::2 more errors and 1 more warning without an annotation\n"}};
  for (const Row& row : rows) {
    const std::string text = diagnostics_as_github(
        several(row.errors, row.warnings), {.errors = row.errors, .warnings = row.warnings});
    EXPECT_EQ(count_lines(text, "::error "), std::min<std::size_t>(row.errors, 10));
    EXPECT_EQ(count_lines(text, "::warning "), std::min<std::size_t>(row.warnings, 10));
    EXPECT_EQ(count_lines(text, "::notice "), row.notice.empty() ? 0U : 1U);
    EXPECT_NE(text.find(row.notice), std::string::npos) << text;
  }
}

TEST(DiagnosticsAsGithub, CountsFindingsThatWereNotKept) {
  const std::string text = diagnostics_as_github(several(1, 0), {.errors = 30});
  EXPECT_NE(text.find("::29 more errors without"), std::string::npos) << text;
}

TEST(DiagnosticsAsGithub, CutsAMessageWhereTheRunnerWould) {
  const auto message_of = [](const std::string& text) {
    const std::string line = one(make_diagnostic(text, {}));
    const std::size_t begin = line.find("::", 2) + 2;
    return line.substr(begin, line.size() - begin - 1);
  };
  const std::string full(4096, 'a');
  EXPECT_EQ(message_of(full), full);
  EXPECT_EQ(message_of(full + "a"), std::string(4089, 'a') + "… (cut)");
  std::string wide;
  for (int i = 0; i < 2048; ++i) wide += "😀";
  EXPECT_EQ(message_of(wide), wide);
  EXPECT_EQ(message_of(wide + "b"), wide.substr(0, std::size_t{2044} * 4) + "… (cut)");
}

}  // namespace
}  // namespace simrules
