#include "cli/freshness_options.h"

#include <fmt/format.h>

#include "base/text.h"

namespace simrules {
namespace {

/// Reads a day; false if the word is none. No word is no day.
bool read_day(const std::string& word, std::optional<PartialDate>& day, const Terminal& terminal) {
  day = parse_date(word);
  if (day || word.empty()) return true;
  // Today is no default: a run has to say the same tomorrow.
  terminal.note(
      fmt::format("simrules: `--as-of` takes a day, not {}\n"
                  "help: write it as `2026-11-22`; `--as-of \"$(date -u +%F)\"` is today\n",
                  quoted(word)));
  return false;
}

/// Reads a time; false if the word is none.
bool read_days(const char* name, const std::string& word, int& days, const Terminal& terminal) {
  const auto read = parse_days(word);
  if (read) {
    days = *read;
    return true;
  }
  terminal.note(
      fmt::format("simrules: {} takes days or weeks, not {}\n"
                  "help: write a whole number with its unit, `180d` or `26w`, at most `36500d`\n",
                  quoted(name),
                  quoted(word)));
  return false;
}

}  // namespace

std::vector<Option> limit_options(FreshnessOptions& options) {
  return {{.name = "--older-than",
           .value = "TIME",
           .help = "after how many days or weeks evidence is old (default: 180d)",
           .target = &options.older_than,
           .in_config = true},
          {.name = "--stagger",
           .value = "TIME",
           .help = "over how many more days the rules that were read on one day come due, each by "
                   "its name; 0 for all at once (default: 30d)",
           .target = &options.stagger,
           .in_config = true}};
}

std::optional<AskedFreshness> read_freshness(const FreshnessOptions& options,
                                             const Terminal& terminal) {
  AskedFreshness asked;
  const bool is_fine =
      read_day(options.as_of, asked.as_of, terminal) &&
      read_days("--older-than", options.older_than, asked.limit.older_than, terminal) &&
      read_days("--stagger", options.stagger, asked.limit.stagger, terminal);
  return is_fine ? std::optional(asked) : std::nullopt;
}

}  // namespace simrules
