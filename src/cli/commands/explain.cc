#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/all_checks.h"
#include "cli/arguments/formats.h"
#include "cli/arguments/words.h"
#include "cli/commands/table.h"
#include "cli/sources/repository.h"
#include "render/answers/field_text.h"
#include "render/changes/ids.h"
#include "render/diagnostics/checks.h"

namespace simrules {
namespace {

/// Shape: `id` is that of a check or of a change; without one, `changes` lists those of changes.
struct ExplainOptions {
  std::string id;
  bool changes = false;
};

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

std::vector<std::string> check_ids() {
  std::vector<std::string> ids;
  add_ids(all_checks(), ids);
  return ids;
}

std::string unknown_id(const std::string& id,
                       const std::vector<ChangeId>& changes,
                       const PolicySchema& schema) {
  std::vector<std::string> ids = check_ids();
  add_ids(changes, ids);
  for (std::string& name : field_names(schema)) ids.push_back(std::move(name));
  const std::string meant = meant_words(id, ids);
  return fmt::format("simrules: there is no check, no change and no field {}\nhelp: {}\n",
                     quoted(id),
                     meant.empty()
                         ? "`simrules explain` lists the checks, and with `--changes` the changes"
                         : meant);
}

const std::vector<NamedFormat<std::vector<CheckInfo>>>& check_formats() {
  using Checks = std::vector<CheckInfo>;
  static const std::vector<NamedFormat<Checks>> kTable = {
      {"text", [](const Checks& checks, bool) { return checks_as_text(checks); }},
      {"json", [](const Checks& checks, bool) { return checks_as_json(checks); }},
      {"markdown", [](const Checks& checks, bool) { return checks_as_markdown(checks); }},
  };
  return kTable;
}

const std::vector<NamedFormat<std::vector<ChangeId>>>& change_id_formats() {
  using Changes = std::vector<ChangeId>;
  static const std::vector<NamedFormat<Changes>> kTable = {
      {"text", [](const Changes& ids, bool) { return change_ids_as_text(ids); }},
      {"json", [](const Changes& ids, bool) { return change_ids_as_json(ids); }},
      {"markdown", [](const Changes& ids, bool) { return change_ids_as_markdown(ids); }},
  };
  return kTable;
}

/// Explains the fields of a name.
ExitCode explain_field(const PolicySchema& schema,
                       const std::vector<ChangeId>& changes,
                       const std::string& name,
                       const std::vector<OutputRequest>& requests,
                       const Terminal& terminal) {
  std::string text = field_text(schema, name);
  if (text.empty()) {
    terminal.note(unknown_id(name, changes, schema));
    return kExitUsage;
  }
  const FormatTable formats = {{"text", [&](bool) { return text; }}};
  return write_outputs(requests, formats, terminal) ? kExitOk : kExitUsage;
}

/// Explains ids of changes, which hang on the fields of the repository's schema.
ExitCode explain_changes(const CommonOptions& common,
                         const std::string& id,
                         const std::vector<OutputRequest>& requests,
                         const Terminal& terminal) {
  DiagnosticList findings;
  const auto schema = Repository::find(common.root).policy_schema(findings);
  if (!schema) {
    print_findings(findings, terminal);
    return kExitUsage;
  }
  const std::vector<ChangeId> all = change_ids(*schema);
  const std::vector<ChangeId> chosen = selected(all, id);
  if (chosen.empty()) return explain_field(*schema, all, id, requests, terminal);
  return write_outputs(requests, formats_of(change_id_formats(), chosen), terminal) ? kExitOk
                                                                                    : kExitUsage;
}

ExitCode run_explain(const CommonOptions& common, const ExplainOptions& options) {
  const Terminal terminal = make_terminal(common);
  const auto requests = output_requests(common);
  const std::string id = same_word(options.id, check_ids()).value_or(options.id);
  const std::vector<CheckInfo> checks = selected(all_checks(), id);
  if (options.changes || checks.empty()) {
    return explain_changes(common, id, requests, terminal);
  }
  return write_outputs(requests, formats_of(check_formats(), checks), terminal) ? kExitOk
                                                                                : kExitUsage;
}

}  // namespace

Command explain_command() {
  const auto options = std::make_shared<ExplainOptions>();
  return {
      .name = "explain",
      .summary =
          "Tell what a check finds and how to mend it, what the id of a change says, or what a "
          "field "
          "means.",
      .formats = names_of(check_formats()),
      .examples = {"simrules explain duplicate-key",
                   "simrules explain transfer-recipients-narrowed",
                   "simrules explain fees.price",
                   "simrules explain --changes",
                   "simrules explain",
                   "simrules explain --output markdown=policies/CHECKS.md"},
      .options = {{.name = "ID",
                   .help = "the id in brackets after a message, the id of a change, or the name of "
                           "a field; without one, the list of checks",
                   .target = &options->id,
                   .suggestions = check_ids},
                  {.name = "--changes",
                   .help = "list the ids that changes can have",
                   .target = &options->changes}},
      .run = [options](const CommonOptions& all) { return run_explain(all, *options); },
  };
}

}  // namespace simrules
