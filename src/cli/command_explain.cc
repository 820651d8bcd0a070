#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/example.h"
#include "base/text.h"
#include "cli/all_checks.h"
#include "cli/commands.h"
#include "release/json_text.h"
#include "release/schemas.h"

namespace simrules {
namespace {

std::string indented(std::string_view text) {
  std::string shown;
  for (const std::string& line : shown_example(text)) shown += "    " + line + "\n";
  return shown;
}

std::string one_as_text(const CheckInfo& check) {
  return fmt::format("{} ({})\n\n{}\n{}\n\nwrong:\n{}\nright:\n{}",
                     check.id,
                     to_string(check.severity),
                     check.summary,
                     check.why,
                     indented(check.wrong),
                     indented(check.right));
}

std::string list_as_text(const std::vector<CheckInfo>& checks) {
  std::string text;
  for (const CheckInfo& check : checks) text += fmt::format("{:<32} {}\n", check.id, check.summary);
  return text;
}

std::string as_json(const std::vector<CheckInfo>& checks) {
  nlohmann::json rows = nlohmann::json::array();
  for (const CheckInfo& check : checks) {
    rows.push_back({{"check", check.id},
                    {"severity", to_string(check.severity)},
                    {"summary", check.summary},
                    {"why", check.why},
                    {"wrong", shown_example(check.wrong)},
                    {"right", shown_example(check.right)}});
  }
  return json_text({{"schema_version", kDatasetSchemaVersion}, {"checks", rows}});
}

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
  const FormatTable formats = {
      {"text",
       [&](bool) { return options.check.empty() ? list_as_text(checks) : one_as_text(checks[0]); }},
      {"json", [&](bool) { return as_json(checks); }}};
  return write_outputs(*requests, formats, terminal) ? kExitOk : kExitUsage;
}

}  // namespace simrules
