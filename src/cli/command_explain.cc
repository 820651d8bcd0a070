#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/all_checks.h"
#include "cli/commands.h"
#include "render/checks.h"

namespace simrules {
namespace {

/// Keeps the check that was asked for, or all of them.
std::vector<CheckInfo> selected(const std::string& id) {
  std::vector<CheckInfo> found;
  for (const CheckInfo& check : all_checks()) {
    if (id.empty() || id == check.id) found.push_back(check);
  }
  return found;
}

std::string unknown_check(const std::string& id) {
  std::vector<std::string> ids;
  for (const CheckInfo& check : all_checks()) ids.emplace_back(check.id);
  const auto twin = nearest(id, ids);
  return fmt::format(
      "simrules: there is no check {}\nhelp: {}\n",
      quoted(id),
      twin ? fmt::format("did you mean {}?", quoted(*twin)) : "`simrules explain` lists them");
}

}  // namespace

ExitCode run_explain(const CommonOptions& common, const ExplainOptions& options) {
  const Terminal terminal = make_terminal(common);
  const auto requests = output_requests(common, terminal);
  if (!requests) return kExitUsage;
  const std::vector<CheckInfo> checks = selected(options.check);
  if (checks.empty()) {
    terminal.note(unknown_check(options.check));
    return kExitUsage;
  }
  const FormatTable formats = {{"text", [&](bool) { return checks_as_text(checks); }},
                               {"json", [&](bool) { return checks_as_json(checks); }},
                               {"markdown", [&](bool) { return checks_as_markdown(checks); }}};
  return write_outputs(*requests, formats, terminal) ? kExitOk : kExitUsage;
}

}  // namespace simrules
