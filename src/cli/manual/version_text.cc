#include "cli/manual/version_text.h"

#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/arguments/command_line.h"
#include "release/contents/schemas.h"
#include "schema/embedded_schemas.h"
#include "tool_version.h"

namespace simrules {
namespace {

/// Lists the versions of its shape that a schema admits; none if it has no list of them.
std::vector<int> admitted_versions(std::string_view schema) {
  static const nlohmann::json::json_pointer kPlace("/properties/schema_version");
  const nlohmann::json value = nlohmann::json::parse(schema);
  if (!value.contains(kPlace)) return {};
  const nlohmann::json& version = value.at(kPlace);
  if (version.contains("const")) return {version.at("const").get<int>()};
  return version.value("enum", std::vector<int>());
}

}  // namespace

std::string version_text() {
  std::vector<std::string> shapes;
  for (const std::string& name : embedded_schema_names()) {
    const std::vector<int> versions = admitted_versions(embedded_schema(name));
    if (versions.empty()) continue;
    shapes.push_back(versions.size() == 1 ? fmt::format("{} {}", name, versions.front())
                                          : fmt::format("{} {} to {} (writes {})",
                                                        name,
                                                        versions.front(),
                                                        versions.back(),
                                                        versions.back()));
  }
  return fmt::format(
      "simrules {}\nschema versions: {}\nlibraries: CLI11 {}, fmt {}.{}.{}, nlohmann/json "
      "{}.{}.{}\n",
      kToolVersion,
      fmt::join(shapes, ", "),
      parser_version(),
      FMT_VERSION / 10000,
      FMT_VERSION / 100 % 100,
      FMT_VERSION % 100,
      NLOHMANN_JSON_VERSION_MAJOR,
      NLOHMANN_JSON_VERSION_MINOR,
      NLOHMANN_JSON_VERSION_PATCH);
}

}  // namespace simrules
