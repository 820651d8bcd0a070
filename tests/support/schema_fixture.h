#pragma once

#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "document/json_reader.h"
#include "document/yaml_reader.h"
#include "schema/schema.h"
#include "support/source_dir.h"

namespace simrules {

/// Shows findings as `line:column check message`, one a line.
inline std::string shown(const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics) {
    out += fmt::format("{}:{} {} {}\n", d.place.line, d.place.column, d.check, d.message);
  }
  return out;
}

inline std::string shown(const DiagnosticList& sink) { return shown(sink.sorted()); }

inline std::string file_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::optional<Schema> load_schema_text(const std::string& text, DiagnosticSink& sink) {
  auto document = read_json("test.schema.json", text, kSchemaLimits, sink);
  return document ? Schema::load(std::move(*document), sink) : std::nullopt;
}

inline std::optional<Schema> load_schema_file(const std::string& path, DiagnosticSink& sink) {
  return load_schema_text(file_text(path), sink);
}

/// Returns the schema of policy files, as a schema like any other.
inline const Schema& policy_schema() {
  static const Schema kSchema = [] {
    DiagnosticList sink;
    auto schema = load_schema_file(std::string(kSourceDir) + "/schemas/policy.schema.json", sink);
    EXPECT_TRUE(schema) << shown(sink);
    return std::move(*schema);
  }();
  return kSchema;
}

}  // namespace simrules
