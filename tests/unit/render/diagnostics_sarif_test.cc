#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/source.h"
#include "render/diagnostics/line_fingerprints.h"
#include "render/diagnostics/sarif.h"
#include "support/diagnostic_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

const std::vector<CheckInfo>& some_checks() {
  static const std::vector<CheckInfo> table = {
      {"other-check", Severity::kWarning, "o", "o", "a: 1\n", "b: 1\n"},
      {"some-check",
       Severity::kError,
       "something is wrong",
       "it hurts",
       "```: \x01\n",
       "b: 1\nc: 2\n"}};
  return table;
}

json run_of(const std::vector<Diagnostic>& diagnostics,
            const RunSummary& summary = {},
            const std::string& text = "") {
  const auto report = json::parse(diagnostics_as_sarif(
      diagnostics, summary, some_checks(), [&](const std::string&) { return text; }));
  EXPECT_EQ(report["version"], "2.1.0");
  return report["runs"][0];
}

TEST(DiagnosticsAsSarif, HasEveryMember) {
  const SourceFile file("policies/日本/a b.yaml", "a: 1\nb: 2\n");
  Diagnostic diagnostic = make_diagnostic("`a` is wrong", file.place({5, 6}));
  diagnostic.help = "remove it";
  diagnostic.notes.push_back({file.place({0, 1}), "here"});
  diagnostic.notes.push_back({{}, "nowhere"});
  diagnostic.fix = Fix{.label = "do it", .edits = {file.edit({5, 6}, "x"), file.edit({8, 9}, "")}};
  const json run =
      run_of({diagnostic}, {.tool_version = "1.2.3", .errors = 1}, std::string(file.text()));
  EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
  EXPECT_EQ(run["tool"]["driver"]["version"], "1.2.3");
  EXPECT_EQ(run["invocations"], json::parse(R"([
    {"executionSuccessful": true, "toolExecutionNotifications": []}])"));
  const std::string uri = "policies/%E6%97%A5%E6%9C%AC/a%20b.yaml";
  EXPECT_EQ(run["results"].size(), 1U);
  json expected = json::parse(R"({
    "ruleId": "some-check",
    "ruleIndex": 0,
    "level": "error",
    "message": {"text": "`a` is wrong\nhelp: remove it"},
    "locations": [{"physicalLocation": {
      "artifactLocation": {"uri": "URI"},
      "region": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 2}}}],
    "relatedLocations": [
      {"physicalLocation": {
         "artifactLocation": {"uri": "URI"},
         "region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 2}},
       "message": {"text": "here"}},
      {"message": {"text": "nowhere"}}],
    "fixes": [{
      "description": {"text": "do it"},
      "artifactChanges": [{
        "artifactLocation": {"uri": "URI"},
        "replacements": [
          {"deletedRegion": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 2},
           "insertedContent": {"text": "x"}},
          {"deletedRegion": {"startLine": 2, "startColumn": 4, "endLine": 2, "endColumn": 5}}]}]}]
  })");
  expected["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] = uri;
  expected["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] = uri;
  expected["fixes"][0]["artifactChanges"][0]["artifactLocation"]["uri"] = uri;
  expected["partialFingerprints"] = {
      {"primaryLocationLineHash", line_fingerprints(file.text()).at(1)}};
  EXPECT_EQ(run["results"][0], expected);
}

TEST(DiagnosticsAsSarif, DocumentsTheRulesThatFoundSomething) {
  Diagnostic undocumented = make_diagnostic("m");
  undocumented.check = "a-check-without-a-row";
  const json run = run_of({make_diagnostic("m"), undocumented});
  EXPECT_EQ(run["tool"]["driver"]["rules"],
            json::array({json{{"id", "a-check-without-a-row"}}, json::parse(R"JSON({
    "id": "some-check",
    "shortDescription": {"text": "something is wrong"},
    "fullDescription": {"text": "something is wrong\nit hurts"},
    "help": {
      "text": "it hurts\n\nWrong:\n\n```: \\x01\n\nRight:\n\nb: 1\nc: 2\n",
      "markdown": "it hurts\n\nWrong:\n\n````\n```: \\x01\n````\n\nRight:\n\n```\nb: 1\nc: 2\n```\n"
    },
    "defaultConfiguration": {"level": "error"},
    "properties": {"precision": "very-high", "problem.severity": "error"}
  })JSON")}));
  EXPECT_EQ(run["results"][0]["ruleIndex"], 1);
  EXPECT_EQ(run["results"][1]["ruleIndex"], 0);
}

TEST(DiagnosticsAsSarif, WritesPathsAsUriReferences) {
  struct Row {
    std::string path;
    std::string uri;
  };
  const std::vector<Row> rows{{"-", "-"},
                              {"a:b.yaml", "a%3Ab.yaml"},
                              {"a%20\\?#[].yaml", "a%2520%5C%3F%23%5B%5D.yaml"},
                              {"../x.yaml", "../x.yaml"},
                              {"/tmp/a b.yaml", "file:///tmp/a%20b.yaml"},
                              {"😀\xFF\n", "%F0%9F%98%80%FF%0A"}};
  for (const Row& row : rows) {
    const json run = run_of({make_diagnostic("m", place_at(row.path, 1, 1, 1, 1))});
    EXPECT_EQ(run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
              row.uri);
  }
}

TEST(DiagnosticsAsSarif, LeavesOutTheFingerprintOfALineThatItCannotRead) {
  const Diagnostic beyond = make_diagnostic("m", place_at("p", 3, 1, 3, 1));
  EXPECT_TRUE(run_of({beyond}, {}, "a\nb\n")["results"][0].contains("partialFingerprints"));
  EXPECT_FALSE(run_of({beyond}, {}, "a\nb")["results"][0].contains("partialFingerprints"));
  const Diagnostic first = make_diagnostic("m", place_at("p", 1, 1, 1, 1));
  EXPECT_FALSE(run_of({first}, {}, "")["results"][0].contains("partialFingerprints"));
}

TEST(DiagnosticsAsSarif, LetsNoUntrustedTextBeALinkOrACommand) {
  Diagnostic diagnostic = make_diagnostic("[x](https://x.invalid) ##[error]");
  diagnostic.help = "[y](1)";
  const json run = run_of({diagnostic});
  EXPECT_EQ(run["results"][0]["message"]["text"],
            "[x]\\u{28}https://x.invalid) #\\u{23}[error]\nhelp: [y]\\u{28}1)");
}

TEST(DiagnosticsAsSarif, NotifiesOfWhatHasNoPlace) {
  const json run = run_of({make_diagnostic("no policy", {})}, {.errors = 1});
  EXPECT_TRUE(run["results"].empty());
  EXPECT_EQ(run["invocations"][0]["toolExecutionNotifications"], json::parse(R"([
    {"level": "error", "message": {"text": "no policy"}, "descriptor": {"id": "some-check"}}])"));
}

TEST(DiagnosticsAsSarif, HasAtMostFiveThousandResultsAndSaysWhatIsLeftOut) {
  struct Row {
    std::size_t found;
    std::size_t results;
    std::string note;
  };
  const std::vector<Row> rows{{5000, 5000, ""}, {5003, 5000, "3 more findings are left out"}};
  for (const Row& row : rows) {
    const json run =
        run_of(std::vector<Diagnostic>(row.found, make_diagnostic("m")), {.errors = row.found});
    EXPECT_EQ(run["results"].size(), row.results);
    const json& notes = run["invocations"][0]["toolExecutionNotifications"];
    const json expected =
        row.note.empty() ? json::array()
                         : json::array({{{"level", "warning"}, {"message", {{"text", row.note}}}}});
    EXPECT_EQ(notes, expected);
  }
}

}  // namespace
}  // namespace simrules
