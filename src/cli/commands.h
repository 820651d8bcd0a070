#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "cli/terminal.h"

namespace simrules {

/// What every command takes.
struct CommonOptions {
  std::string root;
  std::string color = "auto";
  std::size_t jobs = 0;
  std::string format;
  std::vector<std::string> outputs;
};

struct ValidateOptions {
  std::vector<std::string> paths;
  std::string schema;
  std::string fail_on = "error";
  bool fix = false;
  bool dry_run = false;
};

struct DiffOptions {
  std::string against;
  std::string path;
  std::string as_of;
  std::string fail_on;
  std::string language = "en";
};

struct GateOptions {
  std::string against;
  std::string path;
  std::string levels;
};

struct ReleaseOptions {
  bool initial = false;
  bool dry_run = false;
  std::string preview;
  std::string version;
  std::string date;
};

struct VerifyOptions {
  std::string path;
  std::string after;
};

struct QueryOptions {
  std::string country;
  std::string topic;
  std::string policy;
  std::string mechanism;
  std::string as_of;
  std::string from;
  std::string language = "en";
  bool evidence = false;
};

struct HistoryOptions {
  std::string policy;
  std::string rule;
  std::string from;
  bool released = false;
  std::string language = "en";
};

struct SchemaOptions {
  std::string name;
  std::string check;
};

/// Shape: `id` is that of a check or of a change; without one, `changes` lists those of changes.
struct ExplainOptions {
  std::string id;
  bool changes = false;
};

// One file per command, `command_<name>.cc`; each returns the exit code.
ExitCode run_validate(const CommonOptions& common, const ValidateOptions& options);
ExitCode run_diff(const CommonOptions& common, const DiffOptions& options);
ExitCode run_gate(const CommonOptions& common, const GateOptions& options);
ExitCode run_release(const CommonOptions& common, const ReleaseOptions& options);
ExitCode run_verify(const CommonOptions& common, const VerifyOptions& options);
ExitCode run_query(const CommonOptions& common, const QueryOptions& options);
ExitCode run_history(const CommonOptions& common, const HistoryOptions& options);
ExitCode run_explain(const CommonOptions& common, const ExplainOptions& options);
ExitCode run_schema(const CommonOptions& common, const SchemaOptions& options);

/// Makes the terminal that `--color` asks for.
Terminal make_terminal(const CommonOptions& common);

/// Lists the reports that `--format` and `--output` ask for; `text` on standard output if neither
/// is given. Errors: nothing for an `--output` that is not FORMAT=FILE; the reason is on standard
/// error.
std::optional<std::vector<OutputRequest>> output_requests(const CommonOptions& common,
                                                          const Terminal& terminal);

/// Returns how many files are read at once: `--jobs`, or one per processor.
std::size_t job_count(const CommonOptions& common);

/// Runs the command line; the only function that `main` calls.
int run_command_line(int argc, char** argv);

}  // namespace simrules
