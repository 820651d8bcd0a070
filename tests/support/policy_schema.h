#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include <nlohmann/json.hpp>

#include "schema/schema.h"
#include "support/source_dir.h"

namespace simrules {

inline Document shipped_schema(const std::string& name) {
  const std::string path = std::string(kSourceDir) + "/schemas/" + name;
  std::ifstream file(path);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  Document document;
  document.source = SourceFile(path, text);
  document.value = nlohmann::json::parse(text);
  return document;
}

/// Returns the policy schema that is shipped.
inline const PolicySchema& policy_schema() {
  static const PolicySchema loaded = [] {
    DiagnosticList sink;
    return PolicySchema::from_checked(
        Schema::load(shipped_schema("policy.schema.json"), sink).value());
  }();
  return loaded;
}

}  // namespace simrules
