#include "cli/arguments/freshness_options.h"

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

/// Says what is wrong with a time, or nothing.
std::optional<std::string> wrong_days(const std::string& word) {
  if (parse_days(word)) return std::nullopt;
  return fmt::format(
      "takes days or weeks, not {}\n"
      "help: write a whole number with its unit, `180d` or `26w`, at most `36500d`",
      quoted(word));
}

}  // namespace

std::vector<Option> limit_options(FreshnessOptions& options) {
  return {{.name = "--older-than",
           .value = "TIME",
           .help = "after how many days or weeks evidence is old (default: 180d)",
           .target = &options.older_than,
           .wrong = wrong_days,
           .in_config = true},
          {.name = "--stagger",
           .value = "TIME",
           .help = "over how many more days the rules that were read on one day come due, each by "
                   "its name; 0 for all at once (default: 30d)",
           .target = &options.stagger,
           .wrong = wrong_days,
           .in_config = true}};
}

std::optional<AskedFreshness> read_freshness(const FreshnessOptions& options,
                                             const Terminal& terminal) {
  AskedFreshness asked;
  if (!read_day(options.as_of, asked.as_of, terminal)) return std::nullopt;
  asked.limit = {parse_days(options.older_than).value(), parse_days(options.stagger).value()};
  return asked;
}

}  // namespace simrules
