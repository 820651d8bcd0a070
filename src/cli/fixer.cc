#include "cli/fixer.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "base/disk/files.h"
#include "base/fix.h"
#include "cli/git/git_top.h"
#include "cli/layout.h"
#include "cli/sources/translations.h"
#include "render/text/patch.h"
#include "schema/spec/member_order.h"
#include "wording/number.h"

namespace simrules {
namespace {

/// A fix can uncover a finding that was hidden, and that another; more rounds than this are a slip
/// of ours.
constexpr int kMostRounds = 20;

using FindingsByPath = std::map<std::string, std::vector<const Diagnostic*>>;

FindingsByPath fixable(const std::vector<Diagnostic>& findings) {
  FindingsByPath by_path;
  for (const Diagnostic& finding : findings) {
    if (finding.fix && finding.fix->safe) by_path[finding.place.path].push_back(&finding);
  }
  return by_path;
}

/// Applies one round of fixes; returns how many there were.
std::size_t fix_round(std::vector<InputFile>& files,
                      const FindingsByPath& findings,
                      std::map<std::string, std::string>& before,
                      DiagnosticSink& sink) {
  std::size_t fixes = 0;
  for (InputFile& file : files) {
    const auto found = findings.find(file.shown);
    if (found == findings.end()) continue;
    std::optional<std::string> text = read_input(file, sink);
    if (!text) continue;
    FixedText fixed = apply_safe_fixes(*text, found->second);
    before.emplace(file.shown, std::move(*text));
    file.text = std::move(fixed.text);
    fixes += fixed.fixes;
  }
  return fixes;
}

/// Tells whether git leaves a file out when it applies a patch in the current folder.
bool is_outside(const FixedFile& fixed) {
  std::error_code gone;
  const auto here = std::filesystem::current_path(gone);
  const auto path = (here / fixed.file.shown).lexically_normal().lexically_relative(here);
  return *path.begin() == "..";
}

/// Lays out again what was laid out before it was fixed; what cannot be read stays as it is.
void keep_layout(const Repository& repository, FixResult& result, std::vector<InputFile>& files) {
  DiagnosticList unread;
  const auto schema = repository.policy_schema(unread);
  if (!schema) return;
  const MemberOrder order(schema->schema());
  const auto laid_out = [&](InputFile file, const std::string& text) {
    file.text = text;
    return lay_out(file, order, unread);
  };
  for (FixedFile& fixed : result.files) {
    const auto before = laid_out(fixed.file, fixed.before);
    if (!before || before->before != before->after) continue;
    const auto after = laid_out(fixed.file, fixed.after);
    if (!after) continue;
    fixed.after = after->after;
    std::ranges::find(files, fixed.file.shown, &InputFile::shown)->text = fixed.after;
  }
}

/// Writes the fixed files.
bool write_fixed(const FixResult& result, DiagnosticSink& sink) {
  bool all = true;
  for (const FixedFile& fixed : result.files) {
    all = replace_file(fixed.file.path, fixed.after, sink) && all;
  }
  return all;
}

/// Writes what fixes change as one patch.
std::string patch_of(const FixResult& result) {
  std::string patch;
  for (const FixedFile& fixed : result.files) {
    patch += unified_diff(name_from_top(fixed.file.shown), fixed.before, fixed.after);
  }
  return patch;
}

}  // namespace

FixResult fix_files(std::vector<InputFile>& files, const CheckFiles& check, DiagnosticSink& sink) {
  FixResult result;
  std::map<std::string, std::string> before;
  for (int round = 0;; ++round) {
    const std::vector<Diagnostic> findings = check(files);
    const std::size_t fixes = fix_round(files, fixable(findings), before, sink);
    if (fixes == 0) break;
    if (round == kMostRounds) throw std::logic_error("fixes uncover findings without an end");
    result.fixes += fixes;
  }
  for (const InputFile& file : files) {
    const auto old = before.find(file.shown);
    if (old == before.end() || !file.text || *file.text == old->second) continue;
    result.files.push_back({file, std::move(old->second), *file.text});
  }
  return result;
}

std::vector<Option> fix_options(FixOptions& options, std::string help) {
  return {{.name = "--fix", .help = std::move(help), .target = &options.fix},
          {.name = "--dry-run",
           .help = "with --fix: print a patch, write nothing",
           .target = &options.dry_run}};
}

bool goes_together(const FixOptions& options, const Terminal& terminal) {
  if (!options.dry_run || options.fix) return true;
  terminal.note("simrules: --dry-run says what --fix would do; give both\n");
  return false;
}

bool apply_fixes(const FixOptions& options,
                 std::vector<InputFile>& files,
                 const CheckFiles& check,
                 const Repository& repository,
                 const Terminal& terminal) {
  DiagnosticList failures;
  std::vector<InputFile> fixed = files;
  // What is fixed is judged with its translations, which a text that is given does not look for.
  DiagnosticList told_when_checked;
  find_translations(fixed, told_when_checked);
  FixResult result = fix_files(fixed, check, failures);
  keep_layout(repository, result, fixed);
  if (options.dry_run) {
    terminal.print(patch_of(result));
    if (std::ranges::any_of(result.files, is_outside)) {
      terminal.remark(
          "note: git leaves out what is outside of the current folder: apply the patch with `git "
          "-C "
          "\"$(git rev-parse --show-toplevel)\" apply`\n");
    }
  } else if (write_fixed(result, failures)) {
    files = std::move(fixed);
  }
  print_findings(failures, terminal);
  terminal.remark(fmt::format("simrules: {}{} in {}\n",
                              options.dry_run ? "would apply " : "applied ",
                              counted(result.fixes, "fix", "fixes"),
                              counted(result.files.size(), "file", "files")));
  return failures.empty();
}

}  // namespace simrules
