#include <filesystem>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "validate/checks.h"
#include "validate/report.h"

namespace simrules {
namespace {

/// Returns the last two parts of a path without the ending: `jp/au` for policies/jp/au.yaml.
std::string id_of_path(const std::string& path) {
  const std::filesystem::path file(path);
  const std::string folder = file.parent_path().filename().string();
  return folder.empty() ? file.stem().string() : folder + "/" + file.stem().string();
}

void run(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink) {
  const std::string expected = id_of_path(context.policy.path);
  if (expected == context.policy.id || context.policy.path == "-") return;
  report(context,
         info,
         {"/id",
          fmt::format("the id is {} but the path of the file says {}",
                      quoted(context.policy.id),
                      quoted(expected)),
          fmt::format("write `id: {}`, or move the file to `policies/{}.yaml`",
                      printable(expected),
                      printable(context.policy.id))},
         sink);
}

}  // namespace

Check check_id_path() {
  return {{"id-path-mismatch",
           Severity::kError,
           "The id of a policy is not the path of its file.",
           "Releases, changes and other policies refer to a policy by its id; a file that stands "
           "elsewhere cannot be found by it.",
           "# policies/jp/au.yaml\nid: jp/kddi\n",
           "# policies/jp/au.yaml\nid: jp/au\n"},
          run};
}

}  // namespace simrules
