#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/all_checks.h"
#include "cli/commands.h"
#include "cli/repository.h"
#include "render/change_ids.h"
#include "render/checks.h"

namespace simrules {
namespace {

/// Keeps the entry that was asked for, or all of them.
template <typename Entry>
std::vector<Entry> selected(const std::vector<Entry>& entries, const std::string& id) {
  std::vector<Entry> found;
  for (const Entry& entry : entries) {
    if (id.empty() || id == entry.id) found.push_back(entry);
  }
  return found;
}

template <typename Entry>
void add_ids(const std::vector<Entry>& entries, std::vector<std::string>& ids) {
  for (const Entry& entry : entries) ids.emplace_back(entry.id);
}

std::string unknown_id(const std::string& id, const std::vector<ChangeId>& changes) {
  std::vector<std::string> ids;
  add_ids(all_checks(), ids);
  add_ids(changes, ids);
  const auto twin = nearest(id, ids);
  return fmt::format("simrules: there is no check and no change {}\nhelp: {}\n",
                     quoted(id),
                     twin
                         ? fmt::format("did you mean {}?", quoted(*twin))
                         : "`simrules explain` lists the checks, and with `--changes` the changes");
}

FormatTable formats_of(const std::vector<CheckInfo>& checks) {
  return {{"text", [&](bool) { return checks_as_text(checks); }},
          {"json", [&](bool) { return checks_as_json(checks); }},
          {"markdown", [&](bool) { return checks_as_markdown(checks); }}};
}

FormatTable formats_of(const std::vector<ChangeId>& ids) {
  return {{"text", [&](bool) { return change_ids_as_text(ids); }},
          {"json", [&](bool) { return change_ids_as_json(ids); }},
          {"markdown", [&](bool) { return change_ids_as_markdown(ids); }}};
}

/// Explains ids of changes, which hang on the fields of the repository's schema.
ExitCode explain_changes(const CommonOptions& common,
                         const std::string& id,
                         const std::vector<OutputRequest>& requests,
                         const Terminal& terminal) {
  DiagnosticList findings;
  const auto schema = Repository::find(common.root).policy_schema(findings);
  if (!schema) {
    print_findings(findings.sorted(), terminal);
    return kExitUsage;
  }
  const std::vector<ChangeId> all = change_ids(*schema);
  const std::vector<ChangeId> chosen = selected(all, id);
  if (chosen.empty()) {
    terminal.note(unknown_id(id, all));
    return kExitUsage;
  }
  return write_outputs(requests, formats_of(chosen), terminal) ? kExitOk : kExitUsage;
}

}  // namespace

ExitCode run_explain(const CommonOptions& common, const ExplainOptions& options) {
  const Terminal terminal = make_terminal(common);
  const auto requests = output_requests(common, terminal);
  if (!requests) return kExitUsage;
  const std::vector<CheckInfo> checks = selected(all_checks(), options.id);
  if (options.changes || checks.empty()) {
    return explain_changes(common, options.id, *requests, terminal);
  }
  return write_outputs(*requests, formats_of(checks), terminal) ? kExitOk : kExitUsage;
}

}  // namespace simrules
