#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/source.h"
#include "render/diagnostics/rdjson.h"
#include "support/diagnostic_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

std::string no_text(const std::string&) { return ""; }

json one(const Diagnostic& diagnostic, const TextOfFile& text_of) {
  return json::parse(diagnostics_as_rdjson({diagnostic}, text_of))["diagnostics"][0];
}

json range(int line, int column, int end_line, int end_column) {
  return {{"start", {{"line", line}, {"column", column}}},
          {"end", {{"line", end_line}, {"column", end_column}}}};
}

TEST(DiagnosticsAsRdjson, HasEveryMember) {
  Diagnostic diagnostic = make_diagnostic("`a` is wrong");
  diagnostic.help = "remove it";
  diagnostic.notes.push_back({place_at("policies/jp/y.yaml", 2, 1, 2, 4), "here"});
  EXPECT_EQ(json::parse(diagnostics_as_rdjson({diagnostic}, no_text)), json::parse(R"({
    "source": {"name": "simrules"},
    "diagnostics": [{
      "message": "`a` is wrong\nnote: `policies/jp/y.yaml:2:1`: here\nhelp: remove it",
      "severity": "ERROR",
      "code": {"value": "some-check"},
      "location": {"path": "policies/jp/x.yaml", "range": {
        "start": {"line": 14, "column": 3}, "end": {"line": 14, "column": 9}}}}]})"));
  const json global = one(make_diagnostic("m", {}, Severity::kWarning), no_text);
  EXPECT_FALSE(global.contains("location"));
  EXPECT_EQ(global["severity"], "WARNING");
}

TEST(DiagnosticsAsRdjson, CountsColumnsInBytes) {
  const SourceFile file("p", "ja: データ # 😀\r\n  k: 日\nend");
  struct Row {
    SourceSpan span;
    json range;
  };
  const std::vector<Row> rows{{{0, 2}, range(1, 1, 1, 3)},
                              {{4, 13}, range(1, 5, 1, 14)},
                              {{13, 20}, range(1, 14, 1, 21)},
                              {{16, 27}, range(1, 17, 2, 6)},
                              {{27, 30}, range(2, 6, 2, 9)},
                              {{31, 34}, range(3, 1, 3, 4)}};
  for (const Row& row : rows) {
    const json found = one(make_diagnostic("m", file.place(row.span)),
                           [&](const std::string&) { return std::string(file.text()); });
    EXPECT_EQ(found["location"]["range"], row.range);
  }
}

TEST(DiagnosticsAsRdjson, LeavesOutAnEndOnALineThatItCannotRead) {
  const SourceFile file("-", "データ: 1\nデ: 2\n");
  const json one_line = one(make_diagnostic("m", file.place({3, 9})), no_text);
  EXPECT_EQ(one_line["location"]["range"], range(1, 4, 1, 10));
  const json two_lines = one(make_diagnostic("m", file.place({3, 16})), no_text);
  EXPECT_EQ(two_lines["location"]["range"], json({{"start", {{"line", 1}, {"column", 4}}}}));
}

TEST(DiagnosticsAsRdjson, OffersAFixAsOneSuggestion) {
  const SourceFile file("p", "a: データ\nb: 2\n");
  const auto text_of = [&](const std::string&) { return std::string(file.text()); };
  Diagnostic diagnostic = make_diagnostic("m", file.place({0, 1}));
  diagnostic.fix = Fix{.label = "l", .edits = {file.edit({3, 12}, "x")}};
  const json single = json::array({{{"range", range(1, 4, 1, 13)}, {"text", "x"}}});
  EXPECT_EQ(one(diagnostic, text_of)["suggestions"], single);
  EXPECT_EQ(one(diagnostic, no_text)["suggestions"], single);
  diagnostic.fix->edits.push_back(file.edit({16, 17}, ""));
  EXPECT_EQ(one(diagnostic, text_of)["suggestions"],
            json::array({{{"range", range(1, 4, 2, 5)}, {"text", "x\nb: "}}}));
  EXPECT_FALSE(one(diagnostic, no_text).contains("suggestions"));
  diagnostic.fix->edits.clear();
  EXPECT_FALSE(one(diagnostic, text_of).contains("suggestions"));
}

TEST(DiagnosticsAsRdjson, ReadsAFileOnceForItsFindings) {
  int reads = 0;
  const auto text_of = [&](const std::string&) {
    ++reads;
    return std::string("x");
  };
  diagnostics_as_rdjson({make_diagnostic("a"), make_diagnostic("b")}, text_of);
  EXPECT_EQ(reads, 1);
}

TEST(DiagnosticsAsRdjson, KeepsAPathAndMakesTheMessagePrintable) {
  const std::string hostile = "##[error]\x1B\n::error::";
  const std::string text =
      diagnostics_as_rdjson({make_diagnostic(hostile, place_at(hostile, 1, 1, 1, 1))}, no_text);
  EXPECT_EQ(text.find("##["), std::string::npos);
  const json found = json::parse(text)["diagnostics"][0];
  EXPECT_EQ(found["location"]["path"], hostile);
  EXPECT_EQ(found["message"], "#\\u{23}[error]\\x1B\\n::error::");
}

}  // namespace
}  // namespace simrules
