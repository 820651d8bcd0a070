#include "render/diagnostics_json.h"

#include <gtest/gtest.h>

namespace simrules {
namespace {

TEST(DiagnosticsAsJson, HasEveryMember) {
  Diagnostic diagnostic;
  diagnostic.check = "some-check";
  diagnostic.place = {
      "policies/jp/x.yaml",
      14,
      3,
      14,
      9,
      "  ...",
  };
  diagnostic.pointer = "/transfer/0/verdict";
  diagnostic.message = "not \xFF";
  diagnostic.notes.push_back({{"policies/jp/x.yaml", 2, 1, 2, 4, ""}, "here"});
  EXPECT_EQ(diagnostics_as_json({diagnostic}, {"1.2.3", 7, 5, 1}), R"({
  "$schema": "diagnostics.schema.json",
  "diagnostics": [
    {
      "check": "some-check",
      "column": 3,
      "end_column": 9,
      "end_line": 14,
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
    "errors": 5,
    "files": 7,
    "warnings": 1
  },
  "tool": {
    "name": "simrules",
    "version": "1.2.3"
  }
}
)");
}

}  // namespace
}  // namespace simrules
