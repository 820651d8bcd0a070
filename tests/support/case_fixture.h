#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "document/yaml_reader.h"
#include "support/render_fixture.h"

namespace simrules {

/// Reads the policies of a folder as the program does.
inline Catalog read_catalog(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Policy> policies;
  for (const auto& path : paths) {
    std::ifstream file(path);
    DiagnosticList problems;
    auto document = read_yaml(
        path.string(), {std::istreambuf_iterator<char>(file), {}}, DocumentLimits{}, problems);
    if (!document) throw std::runtime_error(path.string() + " cannot be read");
    policies.push_back(make_policy(*std::move(document), std::string(64, '0'), test_schema()));
  }
  return Catalog(std::move(policies));
}

}  // namespace simrules
