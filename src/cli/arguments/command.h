#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/threads/parallel.h"
#include "cli/exit_code.h"

namespace simrules {

/// What every command takes that reads a repository.
/// Shape: 0 stands for the default; `progress` hears how far work is, and is null where nobody looks.
/// Units: `max_size` is MiB.
struct CommonOptions {
  std::string root;
  std::string color = "auto";
  std::size_t jobs = 0;
  std::size_t max_files = 0;
  std::size_t max_size = 0;
  bool quiet = false;
  Progress* progress = nullptr;
  std::string format;
  std::vector<std::string> outputs;
  std::string config;
  bool no_config = false;
};

/// What a value is, so that completions know what to offer beside words.
/// Shape: `kReport` is FORMAT=FILE, with the option's words as the formats; `kPolicy` the id of a policy.
enum class ValueKind { kText, kFile, kFolder, kPath, kReport, kPolicy };

/// Where a value goes: a flag, one word, a number, or a list for what may be repeated.
using Target = std::variant<bool*, std::string*, std::size_t*, std::vector<std::string>*>;

/// An option or an argument of a command; parser, help, completions and man page are made from it.
/// Shape: `name` is `--fail-on`, or `PATH` for an argument; `value` is what texts call its value, for
///        which several words stand themselves when it is empty; `words` are the only words that it
///        takes; `suggestions` are offered among others; `wrong` says behind the option's name what
///        is wrong with a value; `in_config` tells that a repository's configuration file may set it.
/// Units: `most` is the highest number that it takes.
struct Option {
  std::string name;
  std::string value = {};
  std::string help;
  Target target;
  ValueKind kind = ValueKind::kText;
  std::vector<std::string> words = {};
  std::vector<std::string> (*suggestions)() = nullptr;
  std::optional<std::string> (*wrong)(const std::string& value) = nullptr;
  std::size_t most = 0;
  bool required = false;
  bool in_config = false;
};

bool is_argument(const Option& option);
bool is_flag(const Option& option);
bool is_repeatable(const Option& option);

/// Returns what texts call the value of an option: `en|ja|zh`, `FILE`; empty for a flag.
std::string value_name(const Option& option);

/// Gives an option a value.
/// Errors: returns what is wrong with the value, with a way out; nothing is set then.
std::optional<std::string> set_value(const Option& option, const std::string& value);

/// A command: everything that is known of it, and what runs it.
/// Shape: `formats` are those of `--format` and `--output`, the default first; a command without any
///        takes none of the common options. `run` reads what the targets of `options` hold.
struct Command {
  std::string name;
  std::string summary;
  std::vector<std::string> formats = {};
  std::vector<std::string> examples;
  std::vector<Option> options = {};
  std::function<ExitCode(const CommonOptions&)> run;
};

/// Lists the options of a command: its own, then those that all share, which go to `common`.
std::vector<Option> all_options(const Command& command, CommonOptions& common);

/// Lists what a configuration file calls those options of a command that it may set.
std::vector<std::string> config_keys(const Command& command);

/// Returns the name of an option in a configuration file.
std::string config_key(const Option& option);

}  // namespace simrules
