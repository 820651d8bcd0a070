#include <string>

#include <fmt/format.h>

#include "base/files.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/repository.h"
#include "render/diagnostics_json.h"
#include "render/diagnostics_text.h"
#include "schema/embedded_schemas.h"
#include "tool_version.h"

namespace simrules {
namespace {

ExitCode lint(const SchemaOptions& options,
              const std::vector<OutputRequest>& requests,
              const Terminal& terminal) {
  DiagnosticList findings;
  const bool fine = load_schema_file(options.check, findings).has_value();
  const std::size_t errors = findings.count(Severity::kError);
  const FormatTable formats = {
      {"text",
       [&](bool color) {
         return diagnostics_as_text(findings.sorted(), color) +
                fmt::format("1 schema checked; {} error{}\n", errors, errors == 1 ? "" : "s");
       }},
      {"json",
       [&](bool) {
         return diagnostics_as_json(findings.sorted(),
                                    {.tool_version = kToolVersion,
                                     .files = 1,
                                     .errors = errors,
                                     .warnings = findings.count(Severity::kWarning)});
       }},
  };
  if (!write_outputs(requests, formats, terminal)) return kExitUsage;
  if (findings.has_any(file_checks())) return kExitUsage;
  return fine && errors == 0 ? kExitOk : kExitFindings;
}

ExitCode list_schemas(const Terminal& terminal) {
  for (const std::string& name : embedded_schema_names()) terminal.print(name + "\n");
  return kExitOk;
}

}  // namespace

ExitCode run_schema(const CommonOptions& common, const SchemaOptions& options) {
  const Terminal terminal = make_terminal(common);
  const auto requests = output_requests(common, terminal);
  if (!requests) return kExitUsage;
  if (!options.check.empty()) return lint(options, *requests, terminal);
  if (options.name.empty()) return list_schemas(terminal);
  const std::vector<std::string> names = embedded_schema_names();
  if (embedded_schema(options.name).empty()) {
    const auto twin = nearest(options.name, names);
    terminal.note(fmt::format("simrules: there is no schema {}\nhelp: {}\n",
                              quoted(options.name),
                              twin ? fmt::format("did you mean {}?", quoted(*twin))
                                   : "the schemas are " + quoted_list(names, "and")));
    return kExitUsage;
  }
  DiagnosticList findings;
  const auto document = Repository::find(common.root).schema_document(options.name, findings);
  if (!document) {
    print_findings(findings.sorted(), terminal);
    return kExitUsage;
  }
  terminal.print(document->source.text());
  return kExitOk;
}

}  // namespace simrules
