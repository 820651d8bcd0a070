#include "release/stored/published.h"

#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "release/reporting.h"
#include "release/stored/folder.h"
#include "release/stored/stored_release.h"
#include "schema/built_in.h"
#include "schema/language/file.h"

namespace simrules {
std::optional<ContractSchemas> built_in_contract_schemas() {
  return load_contract_schemas(
      [](const std::string& name) { return built_in_schema(name, built_in_path(name)); },
      built_in_languages());
}

std::optional<Dataset> read_published(const std::string& folder, DiagnosticSink& sink) {
  if (!path_exists(folder)) {
    report_error(sink,
                 "release-missing",
                 folder,
                 fmt::format("there is no release at {}", quoted(folder)),
                 "name the folder of one release, such as `reports/1.0.0`");
    return std::nullopt;
  }
  const auto schemas = built_in_contract_schemas();
  if (!schemas) return std::nullopt;
  const auto stored = read_release(folder, "", *schemas, sink);
  if (!stored) return std::nullopt;
  auto opened = open_release(*stored, *schemas, sink);
  return opened ? std::optional(std::move(opened->dataset)) : std::nullopt;
}

}  // namespace simrules
