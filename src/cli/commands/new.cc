#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/disk/files.h"
#include "base/text.h"
#include "cli/arguments/formats.h"
#include "cli/commands/new_request.h"
#include "cli/commands/table.h"
#include "cli/git/git_top.h"
#include "cli/layout.h"
#include "cli/sources/policy_files.h"
#include "cli/sources/repository.h"
#include "cli/sources/taken_ids.h"
#include "model/new_policy.h"
#include "model/new_policy_from.h"
#include "model/policy_id.h"
#include "release/contents/json_text.h"
#include "schema/embedded_schemas.h"
#include "schema/reference.h"
#include "schema/spec/words.h"

namespace simrules {
namespace {

namespace fs = std::filesystem;

constexpr const char* kTemplate = "schemas/new_policy.yaml";

/// A policy that was made, and where it goes.
struct Scaffold {
  const NewPolicy& policy;
  std::string path;
  std::string text;
  bool dry_run;
};

ExitCode refuse_new(const Terminal& terminal, ExitCode code, const Objection& why) {
  terminal.note(fmt::format("simrules: {}\nhelp: {}\n", why.message, why.help));
  return code;
}

/// Makes the folders of a policy that are not there, and leaves none that leads elsewhere.
bool make_folders(const Repository& repository, const std::string& country, DiagnosticSink& sink) {
  for (const std::string& relative : {std::string("policies"), "policies/" + country}) {
    std::error_code unreadable;
    const fs::file_type type = fs::symlink_status(repository.path(relative), unreadable).type();
    const bool there = type == fs::file_type::directory;
    if (there ||
        (type == fs::file_type::not_found && make_folder(repository.shown(relative), sink)))
      continue;
    if (type != fs::file_type::not_found) {
      sink.report({.check = "irregular-file",
                   .place = {.path = repository.shown(relative)},
                   .message = "it is no folder, so no policy is written through it",
                   .help = "make it a folder of the repository"});
    }
    return false;
  }
  return true;
}

/// Lays a text out and checks it as if it were there, with everything that is known of policies.
/// Errors: nothing is returned if it is not valid.
std::optional<std::string> checked_text(const std::string& id,
                                        const std::string& text,
                                        const PolicySchema& schema,
                                        const Repository& repository,
                                        DiagnosticList& findings) {
  // From the root: its last two parts are the id, wherever the command runs.
  InputFile file{"policies/" + id + ".yaml", "policies/" + id + ".yaml", text};
  const auto laid = lay_out(file, MemberOrder(schema.schema()), findings);
  if (!laid) return std::nullopt;
  file.text = laid->after;
  check_policy_files({file}, schema, repository, {}, findings);
  return findings.count(Severity::kError) == 0 ? file.text : std::nullopt;
}

/// Returns the template of the repository if it has one, else the one that is compiled in.
std::optional<std::string> template_of(const Repository& repository, DiagnosticSink& sink) {
  constexpr std::size_t kMostBytes = 65536;
  std::error_code ignored;
  const std::string path = repository.path(kTemplate);
  if (fs::symlink_status(path, ignored).type() == fs::file_type::not_found) {
    return std::string(new_policy_template());
  }
  return read_file(path, repository.shown(kTemplate), kMostBytes, sink);
}

/// Finds the policy that another one begins as, by its id or its file.
const Policy* find_model(const std::string& name, const KnownPolicies& known, Objection& why) {
  std::vector<std::string> ids;
  for (const Policy& policy : known.catalog.policies()) {
    if (policy.id == name || fs::path(policy.path).lexically_normal() == name) return &policy;
    ids.push_back(policy.id);
  }
  const auto meant = nearest(name, ids);
  why = {fmt::format("there is no policy {} to begin as", quoted(name)),
         meant ? fmt::format("did you mean {}?", quoted(*meant))
               : "name one that `simrules validate` finds nothing wrong with, as in `jp/au`"};
  return nullptr;
}

/// Returns what a new policy begins as: another one, else the template.
/// Errors: nothing is returned where the template cannot be read, or filled, which `why` tells.
std::optional<std::string> first_text(const NewPolicy& policy,
                                      const Policy* model,
                                      const PolicySchema& schema,
                                      const Repository& repository,
                                      DiagnosticSink& sink,
                                      Objection& why) {
  if (model != nullptr) return new_policy_text_from(*model, policy, schema);
  const auto pattern = template_of(repository, sink);
  auto text = pattern ? new_policy_text(policy, *pattern) : std::nullopt;
  if (pattern && !text) {
    why = {fmt::format("{} has a gap that nothing fills", quoted(repository.shown(kTemplate))),
           "write it as `simrules` has it: `${id}`, `${names}`, `${kind}`, `${countries}`, "
           "`${currency}`, `${role}`, `${language}`, `${schema}`, `${publisher}` and `${date}`"};
  }
  return text;
}

std::vector<std::string> next_commands(const Scaffold& made) {
  return {"simrules validate " + made.path, "simrules gate --against git:origin/main"};
}

std::string scaffold_as_text(const Scaffold& made) {
  if (made.dry_run) return made.text;
  std::string text = fmt::format("wrote {}\nfill in what ends in `# change this`, then run\n",
                                 printable(made.path));
  for (const std::string& command : next_commands(made)) text += "  " + command + '\n';
  return text;
}

std::string scaffold_as_json(const Scaffold& made) {
  return json_text({{"schema_version", 1},
                    {"id", made.policy.id},
                    {"path", made.path},
                    {"written", !made.dry_run},
                    {"text", made.text},
                    {"next", next_commands(made)}});
}

const std::vector<NamedFormat<Scaffold>>& new_formats() {
  static const std::vector<NamedFormat<Scaffold>> kTable = {
      {"text", [](const Scaffold& made, bool) { return scaffold_as_text(made); }},
      {"json", [](const Scaffold& made, bool) { return scaffold_as_json(made); }},
  };
  return kTable;
}

}  // namespace

ExitCode run_new(const CommonOptions& common, const NewOptions& options) {
  const Terminal terminal = make_terminal(common);
  const auto requests = output_requests(common);
  Repository repository = Repository::find(common.root);
  // The first policy of a repository makes its folder.
  if (!repository.found()) repository = Repository::find(path_of_name(""));
  if (!repository.found()) {
    return refuse_new(
        terminal,
        kExitUsage,
        {"there is no `policies/` from here upward, and no git repository either",
         "make a repository with `simrules init`, or the folder alone with `mkdir policies`"});
  }
  DiagnosticList findings;
  const auto fail = [&](ExitCode code) {
    print_findings(findings, terminal);
    terminal.remark("nothing was written\n");
    return code;
  };
  const auto schema = repository.policy_schema(findings);
  if (!schema) return fail(kExitUsage);
  Objection refusal;
  const KnownPolicies known = known_policies(repository, *schema, job_count(common));
  if (parse_policy_id(options.id) && is_taken(options.id, repository, known, refusal)) {
    return refuse_new(terminal, kExitFindings, refusal);
  }
  const Policy* model = nullptr;
  NewOptions asked = options;
  if (!options.from.empty()) {
    model = find_model(options.from, known, refusal);
    if (model == nullptr) return refuse_new(terminal, kExitUsage, refusal);
    if (asked.kind.empty()) asked.kind = model->kind();
  }
  auto policy = new_policy(asked, *schema, known, refusal);
  if (!policy) return refuse_new(terminal, kExitUsage, refusal);
  if (!repository.has_schema("policy")) policy->schema = schema->schema().value().value("$id", "");
  const auto text = first_text(*policy, model, *schema, repository, findings, refusal);
  if (!text && refusal.message.empty()) return fail(kExitUsage);
  if (!text) return refuse_new(terminal, kExitUsage, refusal);
  DiagnosticList found;
  const auto checked = checked_text(policy->id, *text, *schema, repository, found);
  if (!checked) {
    findings.absorb(found);
    return fail(kExitFindings);
  }
  const Scaffold made{
      *policy, repository.shown("policies/" + policy->id + ".yaml"), *checked, options.dry_run};
  const std::string country = country_part(policy->id);
  if (!made.dry_run && (!make_folders(repository, country, findings) ||
                        !create_file(made.path, made.text, findings))) {
    return fail(kExitUsage);
  }
  if (const auto twin = near_id(policy->id, known)) {
    terminal.remark(
        fmt::format("note: {} is near the id {}, which is there already; if both are one "
                    "brand, correct that policy instead\n",
                    quoted(policy->id),
                    quoted(*twin)));
  }
  return write_outputs(requests, formats_of(new_formats(), made), terminal) ? kExitOk : kExitUsage;
}

namespace {

/// Lists the words of `kind` in the schema that is compiled in, to be offered on the command line.
std::vector<std::string> kinds() {
  const auto schema = nlohmann::json::parse(embedded_schema("policy"), nullptr, false);
  const nlohmann::json* kind = find_value(schema, "/properties/kind");
  return kind == nullptr ? std::vector<std::string>() : words_of(*kind);
}

}  // namespace

Command new_command() {
  const auto options = std::make_shared<NewOptions>();
  return {
      .name = "new",
      .summary =
          "Write the file of a new policy, valid and with every topic unknown, to be filled in.",
      .formats = names_of(new_formats()),
      .examples =
          {"simrules new jp/foo-mobile --kind mvno",
           "simrules new jp/foo-mobile --kind mvno --name \"Foo Mobile\" --name ja=フーモバイル",
           "simrules new global/foo --kind travel_esim --country JP --currency USD",
           "simrules new jp/foo-mobile --from jp/mineo",
           "simrules new kr/foo --kind mno --dry-run"},
      .options = {{.name = "ID",
                   .help = "the path of the file below policies/, without its ending: the home "
                           "country or `global`, and the brand",
                   .target = &options->id,
                   .required = true},
                  {.name = "--kind",
                   .value = "KIND",
                   .help =
                       "what kind of brand it is: mno, sub_brand, mvno, visitor_sim, travel_esim",
                   .target = &options->kind,
                   .suggestions = kinds},
                  {.name = "--name",
                   .value = "[LANG=]NAME",
                   .help = "the name as the brand writes it, once for each language (default: made "
                           "of the id)",
                   .target = &options->names},
                  {.name = "--country",
                   .value = "CODE",
                   .help = "ISO 3166-1 code of a country whose people can subscribe, once for each "
                           "(default: that of the id)",
                   .target = &options->countries},
                  {.name = "--currency",
                   .value = "CODE",
                   .help = "ISO 4217 code of the prices' currency (default: that of the country's "
                           "other policies, else of the country)",
                   .target = &options->currency},
                  {.name = "--date",
                   .value = "DATE",
                   .help = "the day of the revisions (default: SOURCE_DATE_EPOCH, or today in UTC)",
                   .target = &options->date},
                  {.name = "--from",
                   .value = "POLICY",
                   .help =
                       "begin as this policy, by its id or its file: its plans, zones and rules, "
                       "each to be read anew",
                   .target = &options->from,
                   .kind = ValueKind::kPolicy},
                  {.name = "--dry-run",
                   .help = "print the file and write nothing",
                   .target = &options->dry_run}},
      .run = [options](const CommonOptions& all) { return run_new(all, *options); },
  };
}

}  // namespace simrules
