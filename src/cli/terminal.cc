#include "cli/terminal.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <string>

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/disk/files.h"
#include "base/text.h"
#include "render/diagnostics/text.h"
#include "render/text/log_safe.h"

namespace simrules {
namespace {

struct ColorWord {
  const char* word;
  ColorMode mode;
};
constexpr std::array kColorWords = {ColorWord{"auto", ColorMode::kAuto},
                                    ColorWord{"always", ColorMode::kAlways},
                                    ColorWord{"never", ColorMode::kNever}};

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

/// Source: no-color.org and bixense.com/clicolors.
bool decide_color(ColorMode mode, int descriptor) {
  if (mode != ColorMode::kAuto) return mode == ColorMode::kAlways;
  if (is_set("NO_COLOR")) return false;
  if (is_set("CLICOLOR_FORCE") || is_set("FORCE_COLOR")) return true;
  const char* term = std::getenv("TERM");
  return isatty(descriptor) != 0 && term != nullptr && std::string_view(term) != "dumb";
}

bool write_all(std::FILE* stream, std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), stream) == text.size() &&
         std::fflush(stream) == 0;
}

/// Writes a report in the place of an older one; what a step of GitHub has in its summary stays.
void write_report(const std::string& path, const std::string& text, DiagnosticSink& failures) {
  constexpr std::size_t kMostBytes = std::size_t{16} * 1024 * 1024;
  const char* summary = std::getenv("GITHUB_STEP_SUMMARY");
  std::error_code ignored;
  std::string before;
  if (summary != nullptr && path == summary && std::filesystem::exists(path, ignored)) {
    const auto old = read_file(path, path, kMostBytes, failures);
    if (!old) return;
    before = *old;
    if (!before.empty()) before += before.ends_with('\n') ? "\n" : "\n\n";
  }
  replace_file(path, before + text, failures);
}

}  // namespace

std::vector<std::string> color_words() {
  std::vector<std::string> words;
  words.reserve(std::size(kColorWords));
  for (const ColorWord& row : kColorWords) words.emplace_back(row.word);
  return words;
}

ColorMode color_mode(std::string_view word) {
  const auto* row = std::ranges::find(kColorWords, word, &ColorWord::word);
  return row == kColorWords.end() ? ColorMode::kAuto : row->mode;
}

Terminal::Terminal(ColorMode mode, bool quiet)
    : color_out_(decide_color(mode, STDOUT_FILENO)),
      color_err_(decide_color(mode, STDERR_FILENO)),
      is_quiet_(quiet) {}

void Terminal::print(std::string_view text) const {
  if (!write_all(stdout, text)) throw OutputFailed{errno};
}

void Terminal::note(std::string_view text) const { write_all(stderr, text); }

void Terminal::remark(std::string_view text) const {
  if (!is_quiet_) note(text);
}

void note_no_memory() noexcept {
  rlimit limit{};
  const bool limited = ::getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
  std::fputs("simrules: there is not enough memory\n", stderr);
  if (limited) {
    std::fprintf(stderr,
                 "help: the process may have %llu KiB (`ulimit -v`); give it more, or less to do\n",
                 static_cast<unsigned long long>(limit.rlim_cur) / 1024);
  } else {
    std::fputs("help: the machine has no more to give; try with `--jobs 1`\n", stderr);
  }
}

void print_findings(const DiagnosticList& findings, const Terminal& terminal) {
  if (!terminal.is_quiet())
    return terminal.note(diagnostics_as_text(findings, terminal.colors_err()));
  std::vector<Diagnostic> errors = findings.sorted();
  std::erase_if(errors, [](const Diagnostic& each) { return each.severity != Severity::kError; });
  terminal.note(
      diagnostics_as_text(errors, findings.count(Severity::kError), terminal.colors_err()));
}

bool write_outputs(const std::vector<OutputRequest>& requests,
                   const FormatTable& formats,
                   const Terminal& terminal) {
  DiagnosticList failures;
  for (const OutputRequest& request : requests) {
    const auto format = formats.find(request.format);
    if (format == formats.end()) {
      std::vector<std::string> known;
      for (const auto& [name, render] : formats) known.push_back(name);
      terminal.note(fmt::format("simrules: there is no format {} for this; there are {}\n",
                                quoted(request.format),
                                quoted_list(known, "and")));
      return false;
    }
    if (request.file.empty()) {
      terminal.print(log_safe(format->second(terminal.colors_out()), request.format));
    } else {
      write_report(request.file, format->second(false), failures);
    }
  }
  if (!failures.empty()) print_findings(failures, terminal);
  return failures.empty();
}

}  // namespace simrules
