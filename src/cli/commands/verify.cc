#include "release/proof/verify.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/disk/files.h"
#include "base/semver.h"
#include "base/text.h"
#include "cli/arguments/formats.h"
#include "cli/commands/table.h"
#include "cli/renderers.h"
#include "cli/sources/repository.h"
#include "release/proof/views.h"
#include "release/stored/folder.h"
#include "release/stored/index.h"
#include "release/stored/manifest.h"
#include "render/diagnostics/json.h"
#include "render/diagnostics/text.h"
#include "tool_version.h"

namespace simrules {
namespace {

struct VerifyOptions {
  std::string path;
  std::string after;
  bool all = false;
};

/// What was found out.
/// Shape: `releases` is empty when anything differs; `ancestor` is the version of the release that
///        `--after` names, empty when there is none; `fine` is the verdict.
struct Verified {
  std::optional<VerifySummary> releases;
  std::string ancestor;
  bool fine = false;
};

Verified verify_all(const std::string& folder,
                    const VerifyOptions& options,
                    const Jobs& jobs,
                    const ContractSchemas& schemas,
                    DiagnosticSink& sink) {
  const Extent extent = options.all ? Extent::kAll : Extent::kNewest;
  const std::string& after = options.after;
  Verified verified{verify(folder, release_renderers(jobs), schemas, sink, extent)};
  if (!verified.releases) return verified;
  if (!verify_views(folder, index_views(), schemas, sink)) return {};
  if (!after.empty()) verified.ancestor = find_ancestor(folder, after, schemas, sink).value_or("");
  verified.fine = after.empty() || !verified.ancestor.empty();
  return verified;
}

/// Says what was proved of releases whose history is there.
std::string proved(const VerifySummary& found) {
  if (found.not_made_again.empty())
    return "digests, chain, schemas, changes and changelog recomputed\n";
  return found.not_made_again.size() == found.releases
             ? "digests, chain and schemas; nothing was made again\n"
             : "digests, chain and schemas; made again is all but what follows\n";
}

/// Names files, and folders in the place of what is in them.
std::vector<std::string> by_folder(const std::vector<std::string>& files) {
  std::vector<std::string> names;
  for (const std::string& file : files) {
    const std::size_t slash = file.find('/');
    std::string name = slash == std::string::npos ? file : file.substr(0, slash + 1);
    if (names.empty() || names.back() != name) names.push_back(std::move(name));
  }
  return names;
}

std::string summary(const Verified& verified, std::size_t errors) {
  if (!verified.releases)
    return fmt::format(
        "{} error{}: what is published is not what was made\n", errors, errors == 1 ? "" : "s");
  const VerifySummary& found = *verified.releases;
  std::string text = fmt::format("{} release{} verified, {} files: ",
                                 found.releases,
                                 found.releases == 1 ? "" : "s",
                                 found.files);
  text += found.missing.empty() ? proved(found)
                                : fmt::format(
                                      "digests and schemas; {} is not beside it, so that its "
                                      "changes were not recomputed\n",
                                      found.missing);
  for (const NotMadeAgain& release : found.not_made_again) {
    text += release.derivation == kDerivation
                ? release.version + ":"
                : fmt::format("{} is of derivation {}, this tool makes {};",
                              release.version,
                              release.derivation,
                              kDerivation);
    text += fmt::format(" not made again: {}\n", fmt::join(by_folder(release.files), ", "));
  }
  if (!found.by_digest.empty()) {
    text += fmt::format("by digests and chain alone: {}; `--all` makes {} again, too\n",
                        fmt::join(found.by_digest, ", "),
                        found.by_digest.size() == 1 ? "it" : "them");
  }
  if (!verified.ancestor.empty()) {
    text += fmt::format("{} has the manifest with the given digest\n", verified.ancestor);
  }
  return text;
}

/// What there is to report.
struct VerifyOutcome {
  const Verified& verified;
  const DiagnosticList& findings;
};

std::string verified_as_text(const VerifyOutcome& outcome, bool color) {
  return diagnostics_as_text(outcome.findings, color) +
         summary(outcome.verified, outcome.findings.count(Severity::kError));
}

using Versions = std::vector<std::string>;

std::string verified_as_json(const VerifyOutcome& outcome, bool) {
  const std::optional<VerifySummary>& releases = outcome.verified.releases;
  const auto old = releases ? releases->not_made_again : std::vector<NotMadeAgain>();
  return diagnostics_as_json(outcome.findings.sorted(),
                             {.tool_version = kToolVersion,
                              .files = releases ? releases->files : 0,
                              .errors = outcome.findings.count(Severity::kError),
                              .warnings = outcome.findings.count(Severity::kWarning),
                              .not_made_again = old,
                              .by_digest = releases ? releases->by_digest : Versions()});
}

const std::vector<NamedFormat<VerifyOutcome>>& verify_formats() {
  static const std::vector<NamedFormat<VerifyOutcome>> kTable = {{"text", verified_as_text},
                                                                 {"json", verified_as_json}};
  return kTable;
}

/// Tells whether somebody can have meant a SHA-256 digest.
bool is_digest(const std::string& text) {
  constexpr std::size_t kDigits = 64;
  return text.size() == kDigits && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// Tells whether anything in a folder is or was of a release: what somebody took away is missed there.
bool holds_releases(const std::string& folder) {
  DiagnosticList told_when_verified;
  const auto entries = list_folder(folder, told_when_verified);
  return !entries || std::ranges::any_of(*entries, [](const FolderEntry& entry) {
    return entry.name == kIndexName || entry.name == kManifestName || parse_semver(entry.name);
  });
}

ExitCode run_verify(const CommonOptions& common, const VerifyOptions& options) {
  const Terminal terminal = make_terminal(common);
  const auto requests = output_requests(common);
  const Repository repository = Repository::find(common.root);
  const std::string folder = !options.path.empty() ? options.path
                             : repository.found()  ? repository.shown("reports")
                                                   : "";
  std::error_code ignored;
  if (!std::filesystem::is_directory(folder, ignored)) {
    terminal.note(fmt::format(
        "simrules: there is no folder `{}` to verify\nhelp: name a folder of releases\n",
        folder.empty() ? "reports" : folder));
    return kExitUsage;
  }
  if (!holds_releases(folder)) {
    terminal.note(fmt::format(
        "simrules: there is no release in {}\nhelp: name a folder of releases, or one\n",
        quoted(folder)));
    return kExitUsage;
  }
  if (!options.after.empty() && !is_digest(options.after)) {
    terminal.note(
        fmt::format("simrules: {} is no SHA-256 digest of 64 small hexadecimal digits\n"
                    "help: `sha256sum manifest.json` gives one\n",
                    quoted(options.after)));
    return kExitUsage;
  }
  DiagnosticList findings;
  const auto schemas = repository.contract_schemas(findings);
  if (!schemas) {
    print_findings(findings, terminal);
    return kExitUsage;
  }
  const Verified verified = verify_all(folder, options, job_count(common), *schemas, findings);
  const VerifyOutcome outcome{verified, findings};
  if (!write_outputs(requests, formats_of(verify_formats(), outcome), terminal)) return kExitUsage;
  if (findings.has_any(file_checks())) return kExitUsage;
  return verified.fine ? kExitOk : kExitFindings;
}

}  // namespace

Command verify_command() {
  const auto options = std::make_shared<VerifyOptions>();
  return {
      .name = "verify",
      .summary = "Recompute everything that the newest release claims, and prove those before it.",
      .formats = names_of(verify_formats()),
      .examples = {"simrules verify",
                   "simrules verify --all",
                   "simrules verify reports/1.0.0",
                   "simrules verify --after \"$(sha256sum manifest.json | cut -c1-64)\""},
      .options = {{.name = "DIR",
                   .help = "a folder of releases or one release (default: reports/)",
                   .target = &options->path,
                   .kind = ValueKind::kFolder},
                  {.name = "--all",
                   .help = "recompute every release; otherwise those before the newest are proved "
                           "by their digests, the chain and the index",
                   .target = &options->all},
                  {.name = "--after",
                   .value = "DIGEST",
                   .help =
                       "also prove that this history has the release whose manifest.json has this "
                       "SHA-256 digest, as its next release and `sha256sum` tell it",
                   .target = &options->after}},
      .run = [options](const CommonOptions& all) { return run_verify(all, *options); },
  };
}

}  // namespace simrules
