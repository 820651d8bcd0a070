#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "document/yaml_reader.h"
#include "support/policy_schema.h"
#include "support/source_dir.h"

namespace simrules {

/// Reads the policy that the rows of tests/schema change, as if it were a file.
inline Document base_policy(const std::string& path) {
  std::ifstream file(std::string(kSourceDir) + "/tests/schema/base.yaml", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  DiagnosticList findings;
  return read_yaml(path, text, DocumentLimits{}, findings).value();
}

}  // namespace simrules
