#include <algorithm>
#include <cerrno>
#include <sstream>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "base/text.h"
#include "cli/commands.h"
#include "tool_version.h"

namespace simrules {
namespace {

struct AllOptions {
  CommonOptions common;
  ValidateOptions validate;
  DiffOptions diff;
  GateOptions gate;
  ReleaseOptions release;
  VerifyOptions verify;
  QueryOptions query;
  HistoryOptions history;
  ExplainOptions explain;
  SchemaOptions schema;
};

/// Accepts some words; the help shows them as the type of the option, so the check adds nothing to it.
CLI::Validator one_of(const std::vector<std::string>& words) {
  return CLI::IsMember(words).description("");
}

/// A command: its name, its formats beside `text`, its examples, how its options are declared and
/// what runs it.
struct Command {
  const char* name;
  const char* summary;
  const char* formats;
  const char* examples;
  void (*declare)(CLI::App& app, AllOptions& options);
  ExitCode (*run)(const AllOptions& options);
};

void declare_validate(CLI::App& app, AllOptions& options) {
  app.add_option("PATH",
                 options.validate.paths,
                 "files or folders; `-` is standard input (default: policies/)");
  app.add_option(
         "--schema", options.validate.schema, "check against this draft-07 schema and nothing else")
      ->type_name("FILE");
  app.add_option("--fail-on", options.validate.fail_on, "exit 1 at this severity and above")
      ->check(one_of({"error", "warning"}))
      ->type_name("error|warning");
  app.add_flag("--fix", options.validate.fix, "apply the fixes that cannot change a meaning");
  app.add_flag("--dry-run", options.validate.dry_run, "with --fix: print a patch, write nothing");
}

CLI::Option* declare_against(CLI::App& app, std::string& against) {
  return app
      .add_option(
          "--against",
          against,
          "the base: `release`, `release:VERSION`, `git:REF`, a dataset.json, a release folder or "
          "a folder of policies")
      ->type_name("BASE");
}

void declare_diff(CLI::App& app, AllOptions& options) {
  declare_against(app, options.diff.against);
  app.add_option("PATH", options.diff.path, "the head, in the same forms (default: policies/)");
  app.add_option("--as-of",
                 options.diff.as_of,
                 "what changed between two days, by the dates that the policies give; the base is "
                 "then the head, unless another one is named")
      ->type_name("DAY..DAY");
  app.add_option(
         "--fail-on",
         options.diff.fail_on,
         "exit 1 if any change has this impact or a weightier one: more_restrictive, mixed, "
         "obscured, more_permissive, clarified, neutral, evidence, editorial")
      ->type_name("IMPACT");
  app.add_option("--lang", options.diff.language, "the language of the report")
      ->check(one_of({"en", "ja", "zh"}))
      ->type_name("en|ja|zh");
}

void declare_gate(CLI::App& app, AllOptions& options) {
  declare_against(app, options.gate.against)->required();
  app.add_option("PATH", options.gate.path, "the head: a folder or file (default: policies/)");
  app.add_option("--levels",
                 options.gate.levels,
                 "what single findings count as (default: gate-levels.yaml, if it is there)")
      ->type_name("FILE");
}

void declare_release(CLI::App& app, AllOptions& options) {
  app.add_flag("--initial", options.release.initial, "make the first release of a repository");
  app.add_flag(
      "--dry-run", options.release.dry_run, "say what would be published and write nothing");
  app.add_option("--preview",
                 options.release.preview,
                 "write the files into this new folder and publish nothing")
      ->type_name("DIR");
  app.add_option(
         "--version", options.release.version, "ask for a higher version than the computed one")
      ->type_name("VERSION");
  app.add_option("--date",
                 options.release.date,
                 "the date of the release (default: SOURCE_DATE_EPOCH, or today in UTC)")
      ->type_name("DATE");
}

void declare_verify(CLI::App& app, AllOptions& options) {
  app.add_option(
      "DIR", options.verify.path, "a folder of releases or one release (default: reports/)");
  app.add_option(
         "--after",
         options.verify.after,
         "also prove that this history has the release whose manifest.json has this SHA-256 "
         "digest, as its next release and `sha256sum` tell it")
      ->type_name("DIGEST");
}

void declare_query(CLI::App& app, AllOptions& options) {
  app.add_option("--country", options.query.country, "ISO 3166-1 code of the home country")
      ->type_name("CODE");
  app.add_option("--topic", options.query.topic, "transfer, roaming or tethering")
      ->type_name("TOPIC");
  app.add_option("--policy", options.query.policy, "one policy, such as jp/au")->type_name("ID");
  app.add_option("--mechanism", options.query.mechanism, "one mechanism, such as gift_allowance")
      ->type_name("WORD");
  app.add_option("--as-of", options.query.as_of, "only rules that held on this day")
      ->type_name("DATE");
  app.add_option("--from",
                 options.query.from,
                 "where to look: policies, a dataset.json, a release folder, `release` or "
                 "`release:VERSION` (default: policies/)")
      ->type_name("SOURCE");
  app.add_option("--lang", options.query.language, "the language of the answer")
      ->check(one_of({"en", "ja", "zh"}))
      ->type_name("en|ja|zh");
  app.add_flag(
      "--evidence", options.query.evidence, "add what the sources say, reasons and alternatives");
}

void declare_history(CLI::App& app, AllOptions& options) {
  app.add_option("POLICY", options.history.policy, "the id of a policy, now or before")->required();
  app.add_option("--rule", options.history.rule, "one rule of it: data-gift, transfer/data-gift")
      ->type_name("ID");
  app.add_option("--from",
                 options.history.from,
                 "a folder of releases (default: reports/, and policies/ for what is not released)")
      ->type_name("DIR");
  app.add_flag("--released", options.history.released, "leave out what is not released yet");
  app.add_option("--lang", options.history.language, "the language of the text")
      ->check(one_of({"en", "ja", "zh"}))
      ->type_name("en|ja|zh");
}

void declare_explain(CLI::App& app, AllOptions& options) {
  app.add_option("ID",
                 options.explain.id,
                 "the id in brackets after a message, or the id of a change; without one, the list "
                 "of checks");
  app.add_flag("--changes", options.explain.changes, "list the ids that changes can have");
}

void declare_schema(CLI::App& app, AllOptions& options) {
  app.add_option(
      "NAME", options.schema.name, "the schema to print; without a name, the list of them");
  app.add_option("--check", options.schema.check, "lint this schema instead")->type_name("FILE");
}

const std::vector<Command>& commands() {
  static const std::vector<Command> table = {
      {"validate",
       "Check policy files against the schema and the semantic checks.",
       "json, github, junit, markdown, rdjson, sarif",
       "  simrules validate\n"
       "  simrules validate policies/jp/au.yaml --format json\n"
       "  simrules validate --fix --dry-run | git apply\n"
       "  simrules validate --schema my.schema.json data/\n",
       declare_validate,
       [](const AllOptions& all) { return run_validate(all.common, all.validate); }},
      {"diff",
       "Show what changed for subscribers between two sets of policies.",
       "json, markdown, github, html",
       "  simrules diff --against release\n"
       "  simrules diff --against release:1.0.0 policies/ --format markdown\n"
       "  simrules diff --against release --lang ja --output html=changes.html\n"
       "  simrules diff --against git:origin/main\n"
       "  simrules diff --against old/ new/ --fail-on more_restrictive\n"
       "  simrules diff --as-of 2025-12-31..2026-01-01\n",
       declare_diff,
       [](const AllOptions& all) { return run_diff(all.common, all.diff); }},
      {"gate",
       "Validate, compare, and refuse a change that does not say why.",
       "json, github, junit, markdown, rdjson, sarif",
       "  simrules gate --against git:origin/main\n"
       "  simrules gate --against release --format github\n"
       "  simrules gate --against git:HEAD^1 --output markdown=\"$GITHUB_STEP_SUMMARY\"\n",
       declare_gate,
       [](const AllOptions& all) { return run_gate(all.common, all.gate); }},
      {"release",
       "Validate, compare with the previous release and publish the next one.",
       "json",
       "  simrules release --dry-run\n"
       "  simrules release --date 2026-11-22\n"
       "  simrules release --preview out/next\n",
       declare_release,
       [](const AllOptions& all) { return run_release(all.common, all.release); }},
      {"verify",
       "Recompute everything that the releases claim.",
       "json",
       "  simrules verify\n"
       "  simrules verify reports/1.0.0\n"
       "  simrules verify --after \"$(sha256sum manifest.json | cut -c1-64)\"\n",
       declare_verify,
       [](const AllOptions& all) { return run_verify(all.common, all.verify); }},
      {"query",
       "Answer a question from the policies or a release.",
       "json",
       "  simrules query --country JP --topic transfer\n"
       "  simrules query --policy jp/au --lang ja --evidence\n"
       "  simrules query --topic tethering --from release --format json\n",
       declare_query,
       [](const AllOptions& all) { return run_query(all.common, all.query); }},
      {"history",
       "Tell what happened to a policy or a rule, by its dates and from release to release.",
       "json",
       "  simrules history jp/softbank\n"
       "  simrules history jp/au --rule data-gift --lang ja\n"
       "  simrules history jp/ahamo --released --format json\n",
       declare_history,
       [](const AllOptions& all) { return run_history(all.common, all.history); }},
      {"explain",
       "Tell what a check finds and how to mend it, or what the id of a change says.",
       "json, markdown",
       "  simrules explain duplicate-key\n"
       "  simrules explain transfer-recipients-narrowed\n"
       "  simrules explain --changes\n"
       "  simrules explain\n"
       "  simrules explain --output markdown=policies/CHECKS.md\n",
       declare_explain,
       [](const AllOptions& all) { return run_explain(all.common, all.explain); }},
      {"schema",
       "Print a schema, or check one for what a validator would silently ignore.",
       "json",
       "  simrules schema policy\n"
       "  simrules schema --check my.schema.json\n",
       declare_schema,
       [](const AllOptions& all) { return run_schema(all.common, all.schema); }},
  };
  return table;
}

void declare_common(CLI::App& app, CommonOptions& common, const std::string& formats) {
  app.add_option("--format", common.format, "on standard output: text (default), " + formats)
      ->type_name("FORMAT");
  app.add_option("--output", common.outputs, "also write a report to a file; may be repeated")
      ->allow_extra_args(false)
      ->type_name("FORMAT=FILE");
  app.add_option("--root", common.root, "the repository (default: found upward from here)")
      ->type_name("DIR");
  app.add_option("--color", common.color, "colour the text")
      ->check(one_of({"auto", "always", "never"}))
      ->type_name("auto|always|never");
  app.add_option("--jobs", common.jobs, "files read at once (default: one per processor)")
      ->check(CLI::Range(0, 256).description(""))
      ->type_name("N");
}

/// Words a wrong command line: CLI11 names neither the mistyped command nor the nearest one.
std::string explain_parse_error(const CLI::ParseError& error,
                                const CLI::App& app,
                                int argc,
                                char** argv) {
  std::vector<std::string> names;
  for (const Command& command : commands()) names.emplace_back(command.name);
  const std::string first = argc > 1 ? argv[1] : "";
  if (!first.empty() && first[0] != '-' &&
      std::find(names.begin(), names.end(), first) == names.end()) {
    const auto twin = nearest(first, names);
    return fmt::format("there is no command {}\nhelp: {}\n",
                       quoted(first),
                       twin ? fmt::format("did you mean {}?", quoted(*twin))
                            : "the commands are " + quoted_list(names, "and"));
  }
  if (argc <= 1) return "a command is missing\nhelp: see `simrules --help`\n";
  std::vector<std::string> options;
  for (const CLI::App* command : app.get_subcommands()) {
    for (const CLI::Option* option : command->get_options()) {
      for (const std::string& name : option->get_lnames()) options.push_back("--" + name);
    }
  }
  for (int i = 1; i < argc; ++i) {
    const std::string word(argv[i]);
    const std::string name = word.substr(0, word.find('='));
    if (name.rfind("--", 0) != 0 || name == "--" ||
        std::find(options.begin(), options.end(), name) != options.end()) {
      continue;
    }
    const auto twin = nearest(name, options);
    return fmt::format("there is no option {}\nhelp: {}\n",
                       quoted(name),
                       twin ? fmt::format("did you mean `{}`?", *twin)
                            : fmt::format("see `simrules {} --help`", first));
  }
  return fmt::format("{}\nhelp: see `simrules {} --help`\n", printable(error.what(), 400), first);
}

}  // namespace

Terminal make_terminal(const CommonOptions& common) {
  if (common.color == "always") return Terminal(ColorMode::kAlways);
  return Terminal(common.color == "never" ? ColorMode::kNever : ColorMode::kAuto);
}

std::optional<std::vector<OutputRequest>> output_requests(const CommonOptions& common,
                                                          const Terminal& terminal) {
  std::vector<OutputRequest> requests;
  for (const std::string& output : common.outputs) {
    const std::size_t equals = output.find('=');
    if (equals == 0 || equals == std::string::npos || equals + 1 == output.size()) {
      terminal.note(
          fmt::format("simrules: `--output` takes FORMAT=FILE, not {}\n", quoted(output)));
      return std::nullopt;
    }
    requests.push_back({output.substr(0, equals), output.substr(equals + 1)});
  }
  // A run that writes reports to files still shows the result, unless a format was chosen for
  // standard output.
  requests.push_back({common.format.empty() ? "text" : common.format, ""});
  return requests;
}

std::size_t job_count(const CommonOptions& common) {
  return common.jobs != 0 ? common.jobs : std::max(1U, std::thread::hardware_concurrency());
}

namespace {

int parse_and_run(int argc, char** argv) {
  CLI::App app(
      "Carrier rules for transfer, roaming and tethering: checked, compared, published.\n"
      "A command's own --help shows examples.",
      "simrules");
  app.set_version_flag("--version", fmt::format("simrules {}", kToolVersion));
  app.require_subcommand(1);
  AllOptions options;
  ExitCode result = kExitOk;
  for (const Command& command : commands()) {
    CLI::App* sub = app.add_subcommand(command.name, command.summary);
    sub->footer(fmt::format("Examples:\n{}", command.examples));
    command.declare(*sub, options);
    declare_common(*sub, options.common, command.formats);
    sub->callback([&result, &options, run = command.run] { result = run(options); });
  }
  const Terminal terminal(ColorMode::kAuto);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& shown) {
    std::ostringstream text;
    app.exit(shown, text, text);
    terminal.print(text.str());
  } catch (const CLI::ParseError& error) {
    terminal.note("simrules: " + explain_parse_error(error, app, argc, argv));
    return kExitUsage;
  }
  return result;
}

}  // namespace

int run_command_line(int argc, char** argv) {
  try {
    return parse_and_run(argc, argv);
  } catch (const OutputFailed& failure) {
    // Whoever closes a pipe early, as `head` does, has seen enough.
    if (failure.error != EPIPE) {
      Terminal(ColorMode::kAuto)
          .note(fmt::format("simrules: standard output cannot be written: {}\n",
                            std::generic_category().message(failure.error)));
    }
    return kExitUsage;
  }
}

}  // namespace simrules
