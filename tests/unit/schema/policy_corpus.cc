#include "policy_corpus.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include "support/schema_fixture.h"
#include "support/source_dir.h"

namespace simrules {

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

const fs::path kSource = kSourceDir;

/// Tables are larger than any policy may be.
constexpr DocumentLimits kTableLimits{.file_bytes = 1 << 20,
                                      .line_bytes = 1 << 16,
                                      .scalar_bytes = 1 << 14,
                                      .key_bytes = 256,
                                      .depth = 32,
                                      .nodes = 1 << 20,
                                      .list_items = 1 << 12};

json read_value(const fs::path& path, const DocumentLimits& limits) {
  DiagnosticList findings;
  const auto document =
      read_yaml(path.filename().string(), file_text(path.string()), limits, findings);
  EXPECT_TRUE(document) << path << "\n" << shown(findings);
  return document ? document->value : json();
}

/// Lists the YAML files of a folder in a stable order.
std::vector<fs::path> yaml_files(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

json read_table(const std::string& name) {
  return read_value(kSource / "tests/schema" / name, kTableLimits);
}

std::vector<std::string> table_names() {
  std::vector<std::string> names;
  for (const fs::path& file : yaml_files(kSource / "tests/schema")) {
    if (file.filename() != "base.yaml") names.push_back(file.filename().string());
  }
  return names;
}

json patched(json base, const json& row) {
  if (row.contains("patch")) base.merge_patch(row["patch"]);
  for (const json& pointer : row.value("remove", json::array())) {
    const json::json_pointer target(pointer.get<std::string>());
    json& parent = base.at(target.parent_pointer());
    if (parent.is_array()) {
      parent.erase(static_cast<std::size_t>(std::stoul(target.back())));
    } else {
      parent.erase(target.back());
    }
  }
  return base;
}

std::vector<json> valid_policies() {
  const json base = read_table("base.yaml");
  std::vector<json> policies = {base};
  for (const std::string& name : table_names()) {
    for (const json& row : read_table(name)) {
      if (row.at("valid") == true) policies.push_back(patched(base, row));
    }
  }
  for (const fs::path& file : yaml_files(kSource / "policies"))
    policies.push_back(read_value(file, {}));
  return policies;
}

std::vector<json> small_policies(const json& schema) {
  // The entries of each section, the shortest first.
  std::map<std::string, std::set<std::pair<std::size_t, json>>> entries;
  const auto add = [&](const std::string& key, const json& entry) {
    entries[key].emplace(entry.dump().size(), entry);
  };
  for (const json& policy : valid_policies()) {
    for (const auto& [key, section] : policy.items()) {
      // Lists of words are short enough, and some rules need more than one word.
      const bool apart = section.is_array() && !section.empty() && section.front().is_object();
      if (!apart) add(key, section);
      for (const json& entry : apart ? section : json::array()) add(key, json::array({entry}));
    }
  }
  json least = json::object();
  for (const json& key : schema.at("required"))
    least[key.get_ref<const std::string&>()] = entries.at(key).begin()->second;
  std::vector<json> small;
  for (const auto& [key, known] : entries) {
    for (const auto& [size, entry] : known) {
      small.push_back(least);
      small.back()[key] = entry;
    }
  }
  return small;
}

}  // namespace simrules
