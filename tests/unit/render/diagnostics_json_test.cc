#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "render/diagnostics/json.h"
#include "support/diagnostic_fixture.h"

namespace simrules {
namespace {

RunSummary some_summary() {
  return {.tool_version = "1.2.3",
          .files = 7,
          .rules = 40,
          .checks = 12,
          .fields = 90,
          .errors = 5,
          .warnings = 1};
}

TEST(DiagnosticsAsJson, HasEveryMember) {
  Diagnostic diagnostic = make_diagnostic("not \xFF");
  diagnostic.pointer = "/transfer/0/verdict";
  diagnostic.notes.push_back({place_at("policies/jp/x.yaml", 2, 1, 2, 4), "here"});
  Fix fix{.label = "remove it", .edits = {}, .safe = false};
  fix.edits.push_back({{9, 12}, place_at("policies/jp/x.yaml", 14, 3, 15, 1), "x\n"});
  diagnostic.fix = fix;
  EXPECT_EQ(diagnostics_as_json({diagnostic}, some_summary()), R"({
  "$schema": "diagnostics.schema.json",
  "diagnostics": [
    {
      "check": "some-check",
      "column": 3,
      "end_column": 9,
      "end_line": 14,
      "fix": {
        "edits": [
          {
            "column": 3,
            "end_column": 1,
            "end_line": 15,
            "line": 14,
            "text": "x\n"
          }
        ],
        "label": "remove it",
        "safe": false
      },
      "help": "",
      "line": 14,
      "message": "not �",
      "notes": [
        {
          "column": 1,
          "line": 2,
          "message": "here",
          "path": "policies/jp/x.yaml"
        }
      ],
      "path": "policies/jp/x.yaml",
      "pointer": "/transfer/0/verdict",
      "severity": "error"
    }
  ],
  "schema_version": 1,
  "summary": {
    "checks": 12,
    "errors": 5,
    "files": 7,
    "rules": 40,
    "warnings": 1
  },
  "tool": {
    "name": "simrules",
    "version": "1.2.3"
  }
}
)");
}

TEST(DiagnosticsAsJson, LeavesOutAFixThatIsNotThere) {
  const auto report = nlohmann::json::parse(diagnostics_as_json({make_diagnostic("m")}, {}));
  EXPECT_FALSE(report["diagnostics"][0].contains("fix"));
}

TEST(DiagnosticsAsJson, ReadsAsTheSameTextAndActsNowhere) {
  struct Row {
    std::string text;
    std::string written;
  };
  const std::vector<Row> rows{{"##[error]x", R"("#\u0023[error]x")"},
                              {"a\x1B[2J\n::error::", R"("a\u001b[2J\n::error::")"},
                              {"\x7F\u009B2J", R"("\u007f\u009b2J")"},
                              {"\u202E\u200B\uFEFF", R"("\u202e\u200b\ufeff")"},
                              {"\U000E0041", R"("\udb40\udc41")"},
                              {"日本 😀", R"("日本 😀")"}};
  for (const Row& row : rows) {
    const std::string text = diagnostics_as_json({make_diagnostic(row.text)}, {});
    EXPECT_NE(text.find("\"message\": " + row.written + ","), std::string::npos) << text;
    EXPECT_EQ(nlohmann::json::parse(text)["diagnostics"][0]["message"], row.text);
  }
}

}  // namespace
}  // namespace simrules
