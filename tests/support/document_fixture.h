#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/diagnostic.h"
#include "document/json_reader.h"
#include "document/yaml_reader.h"

namespace simrules {

/// What reading gave: the document, and each finding as `check line:column-line:column`.
struct ReadResult {
  std::optional<Document> document;
  std::vector<Diagnostic> diagnostics;
  std::vector<std::string> findings;
};

inline ReadResult collect(std::optional<Document> document, const DiagnosticList& list) {
  ReadResult result{.document = std::move(document), .diagnostics = list.sorted(), .findings = {}};
  for (const Diagnostic& d : result.diagnostics) {
    result.findings.push_back(fmt::format("{} {}:{}-{}:{}",
                                          d.check,
                                          d.place.line,
                                          d.place.column,
                                          d.place.end_line,
                                          d.place.end_column));
  }
  return result;
}

inline ReadResult yaml(const std::string& text, const DocumentLimits& limits = {}) {
  DiagnosticList list(1000);
  return collect(read_yaml("x.yaml", text, limits, list), list);
}

inline ReadResult json(const std::string& text, const DocumentLimits& limits = kSchemaLimits) {
  DiagnosticList list(1000);
  return collect(read_json("x.json", text, limits, list), list);
}

/// One text and all that is wrong with it.
struct FaultRow {
  std::string text;
  std::vector<std::string> findings;
};

/// Expects these findings of each text, and no document.
inline void expect_faults(const std::vector<FaultRow>& rows) {
  for (const FaultRow& row : rows) {
    const ReadResult result = yaml(row.text);
    EXPECT_EQ(result.findings, row.findings) << row.text;
    EXPECT_FALSE(result.document) << row.text;
  }
}

}  // namespace simrules
