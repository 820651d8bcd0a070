#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/disk/files.h"
#include "base/text.h"
#include "cli/arguments/formats.h"
#include "cli/commands/table.h"
#include "cli/sources/repository.h"
#include "release/contents/dataset_schema.h"
#include "release/contents/json_text.h"
#include "release/contents/told/shipped_schema.h"
#include "render/diagnostics/json.h"
#include "render/diagnostics/text.h"
#include "render/release/fields_markdown.h"
#include "schema/embedded_schemas.h"
#include "schema/lint/vocabulary.h"
#include "tool_version.h"

namespace simrules {
namespace {

namespace fs = std::filesystem;

/// The schema that the repository holds in parts.
constexpr const char* kShippedSchema = "dataset";

/// What the names of languages begin with among those of schemas.
constexpr std::string_view kLanguages = "languages/";

struct SchemaOptions {
  std::string name;
  std::string check;
};

/// Checks the languages beside a policy schema, and how it uses our keywords.
bool lint_words(const std::string& path, const Schema& schema, DiagnosticSink& sink) {
  const std::string folder = fs::path(path).parent_path().string();
  const Repository nowhere;
  const auto files = read_language_files((fs::path(folder) / "languages").string(), sink);
  const auto shape = nowhere.language_schema(sink);
  const auto vocabulary = nowhere.vocabulary(sink);
  if (!files || !shape || !vocabulary) return false;
  const bool is_fine = lint_vocabulary(schema.document(), *vocabulary, sink);
  return is_fine && check_languages(*files, *shape, schema.value(), sink);
}

/// Tells whether a file is named as one of the schemas that this tool reads as its own.
bool is_ours(const std::string& path) {
  return std::ranges::any_of(embedded_schema_names(), [&](const std::string& name) {
    return fs::path(path).filename() == name + ".schema.json";
  });
}

bool lint_schema_file(const std::string& path, DiagnosticSink& sink) {
  if (!is_ours(path)) {
    const auto document = read_foreign_schema(path, sink);
    return document && lint_foreign_schema(*document, sink);
  }
  const auto schema = load_schema_file(path, sink);
  const bool is_policy = fs::path(path).filename() == "policy.schema.json";
  return schema && (!is_policy || lint_words(path, *schema, sink));
}

/// Says how many there are of something, as in `2 errors`.
std::string counted(std::size_t count, const char* noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

ExitCode lint(const SchemaOptions& options,
              const std::vector<OutputRequest>& requests,
              const Terminal& terminal) {
  DiagnosticList findings;
  const bool fine = lint_schema_file(options.check, findings);
  const std::size_t errors = findings.count(Severity::kError);
  const std::size_t warnings = findings.count(Severity::kWarning);
  const FormatTable formats = {
      {"text",
       [&](bool color) {
         return diagnostics_as_text(findings, color) + fmt::format("1 schema checked; {}, {}\n",
                                                                   counted(errors, "error"),
                                                                   counted(warnings, "warning"));
       }},
      {"json",
       [&](bool) {
         return diagnostics_as_json(
             findings.sorted(),
             {.tool_version = kToolVersion, .files = 1, .errors = errors, .warnings = warnings});
       }},
  };
  if (!write_outputs(requests, formats, terminal)) return kExitUsage;
  if (findings.has_any(file_checks())) return kExitUsage;
  return fine && errors == 0 ? kExitOk : kExitFindings;
}

/// A schema as it is printed, and what the page of its fields is made of.
struct PrintedSchema {
  std::string text;
  nlohmann::json description;
};

const std::vector<NamedFormat<PrintedSchema>>& schema_formats() {
  using Printed = PrintedSchema;
  static const std::vector<NamedFormat<Printed>> kTable = {
      {"text", [](const Printed& schema, bool) { return schema.text; }},
      {"json", [](const Printed& schema, bool) { return schema.text; }},
      {"markdown", [](const Printed& schema, bool) { return fields_markdown(schema.description); }},
  };
  return kTable;
}

/// Builds the schema of a dataset as a release ships it; the file in the repository is an envelope.
std::optional<PrintedSchema> shipped_schema(const Repository& repository, DiagnosticSink& sink) {
  const auto contracts = repository.contract_schemas(sink);
  const auto policy = repository.policy_schema(sink);
  if (!contracts || !policy) return std::nullopt;
  auto description = describe_dataset(contracts->dataset, *policy, sink);
  if (!description) return std::nullopt;
  std::string text = json_text(dataset_schema_of(description->told));
  return PrintedSchema{std::move(text), std::move(description->told)};
}

/// Tells whether the keywords of ours in a schema are what the page of its fields expects; two schemas
/// have none.
bool has_our_keywords_right(const std::string& name,
                            const Schema& schema,
                            const Repository& repository,
                            DiagnosticSink& sink) {
  if (name == "language" || name == "vocabulary") return true;
  const auto vocabulary = repository.vocabulary(sink);
  return vocabulary && lint_vocabulary(schema.document(), *vocabulary, sink);
}

std::optional<PrintedSchema> find_schema(const Repository& repository,
                                         const std::string& name,
                                         DiagnosticSink& sink) {
  if (name == kShippedSchema) return shipped_schema(repository, sink);
  if (name.starts_with(kLanguages)) {
    auto text = repository.language_text(name.substr(kLanguages.size()), sink);
    return text ? std::optional(PrintedSchema{*std::move(text), {}}) : std::nullopt;
  }
  const auto schema = repository.schema(name, sink);
  if (!schema || !has_our_keywords_right(name, *schema, repository, sink)) return std::nullopt;
  return PrintedSchema{std::string(schema->document().source.text()), schema->value()};
}

/// Lists what can be printed: the schemas, and the languages that a translation begins with.
std::vector<std::string> printed_names() {
  std::vector<std::string> names = embedded_schema_names();
  for (const std::string& tag : language_tags()) names.push_back(std::string(kLanguages) + tag);
  return names;
}

ExitCode list_schemas(const Terminal& terminal) {
  for (const std::string& name : printed_names()) terminal.print(name + "\n");
  return kExitOk;
}

ExitCode run_schema(const CommonOptions& common, const SchemaOptions& options) {
  const Terminal terminal = make_terminal(common);
  auto requests = output_requests(common);
  if (!options.check.empty() && !options.name.empty()) {
    terminal.note("simrules: name a schema to print, or a file to `--check`; not both\n");
    return kExitUsage;
  }
  if (!options.check.empty()) return lint(options, requests, terminal);
  if (options.name.empty()) return list_schemas(terminal);
  const std::vector<std::string> names = printed_names();
  if (std::ranges::find(names, options.name) == names.end()) {
    const auto twin = nearest(options.name, names);
    terminal.note(fmt::format("simrules: there is no schema {}\nhelp: {}\n",
                              quoted(options.name),
                              twin ? fmt::format("did you mean {}?", quoted(*twin))
                                   : "the schemas are " + quoted_list(names, "and")));
    return kExitUsage;
  }
  DiagnosticList findings;
  const auto schema = find_schema(Repository::find(common.root), options.name, findings);
  if (!schema) {
    print_findings(findings, terminal);
    return kExitUsage;
  }
  // A page that goes to a file leaves nothing to tell: the schema is no result of a run.
  if (!common.outputs.empty() && common.format.empty()) requests.pop_back();
  return write_outputs(requests, formats_of(schema_formats(), *schema), terminal) ? kExitOk
                                                                                  : kExitUsage;
}

}  // namespace

Command schema_command() {
  const auto options = std::make_shared<SchemaOptions>();
  return {
      .name = "schema",
      .summary = "Print a schema, or check one for what a validator would silently ignore.",
      .formats = names_of(schema_formats()),
      .examples = {"simrules schema policy",
                   "simrules schema languages/en",
                   "simrules schema --check my.schema.json"},
      .options = {{.name = "NAME",
                   .help = "the schema to print; without a name, the list of them",
                   .target = &options->name,
                   .suggestions = printed_names},
                  {.name = "--check",
                   .value = "FILE",
                   .help = "lint this schema instead; what only ours must not have is a warning",
                   .target = &options->check,
                   .kind = ValueKind::kFile}},
      .run = [options](const CommonOptions& all) { return run_schema(all, *options); },
  };
}

}  // namespace simrules
