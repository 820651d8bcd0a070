#include "render/page/page.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/report_error.h"
#include "base/text.h"
#include "cli/arguments/config.h"
#include "cli/clock.h"
#include "cli/commands/table.h"
#include "cli/renderers.h"
#include "cli/sources/next_release.h"
#include "cli/sources/repository.h"
#include "release/stored/folder.h"
#include "release/stored/index.h"
#include "render/page/view.h"
#include "tool_version.h"

namespace simrules {
namespace {

constexpr const char* kHtml = "html";

/// Shape: `release` is a version, empty for the policies as they are now; `as_of` the day that the page
///        of these is of.
struct PageOptions {
  std::string release;
  std::string as_of;
  std::string language = "en";
};

ExitCode refuse_page(const Terminal& terminal, const std::string& message) {
  terminal.note(fmt::format("simrules: {}\n", message));
  return kExitUsage;
}

/// Finds the page among the files of a release; empty where the release has none in the language.
std::string page_in(const std::vector<ReleaseFile>& files, const std::string& language) {
  const auto found = std::ranges::find(files, page_name(language), &ReleaseFile::name);
  return found == files.end() ? std::string() : found->bytes;
}

/// Reads the page that a release ships, once the release is proved to be as it was published.
std::string published_page(const Repository& repository,
                           const PageOptions& options,
                           const ContractSchemas& schemas,
                           DiagnosticList& findings) {
  const std::string reports = repository.shown("reports");
  const auto index = read_index(reports, schemas.index, findings);
  const IndexEntry* entry = index ? index->find(options.release) : nullptr;
  if (index && entry == nullptr) {
    report_error(findings,
                 "unknown-release",
                 reports,
                 fmt::format("there is no release {}", quoted(options.release)),
                 "`reports/index.json` lists them");
  }
  if (entry == nullptr) return {};
  const auto stored =
      read_release(reports + '/' + entry->version, entry->manifest_sha256, schemas, findings);
  if (!stored) return {};
  const auto found = stored->files.find(page_name(options.language));
  return found == stored->files.end() ? std::string() : found->second;
}

/// Writes the page of the policies as they are now, of a day.
std::string page_now(const Repository& repository,
                     const CommonOptions& common,
                     const PageOptions& options,
                     const ReleaseRequest& request,
                     const ContractSchemas& schemas,
                     DiagnosticList& findings) {
  const bool initial = !path_exists(repository.path("reports/" + std::string(kIndexName)));
  const auto content =
      make_next_release(repository, job_count(common), initial, request, schemas, findings);
  if (!content) return {};
  return page_in(release_files(*content, release_renderers(job_count(common))), options.language);
}

/// Lists where the page goes: to standard output unless it goes to a file.
std::vector<OutputRequest> page_requests(const CommonOptions& common) {
  std::vector<OutputRequest> requests = output_requests(common);
  if (!common.outputs.empty() && common.format.empty()) requests.pop_back();
  if (common.outputs.empty()) requests.back().format = kHtml;
  return requests;
}

ExitCode run_page(const CommonOptions& common, const PageOptions& options) {
  const Terminal terminal = make_terminal(common);
  const Repository repository = Repository::find(common.root);
  if (!repository.found()) return refuse_page(terminal, "there is no `policies/` from here upward");
  if (!options.release.empty() && !options.as_of.empty())
    return refuse_page(terminal, "`--release` and `--as-of` ask for two pages; write one of them");
  const auto day = release_date(options.as_of);
  if (!day)
    return refuse_page(terminal, "the day of the page is no date; write `--as-of 2026-11-22`");
  DiagnosticList findings;
  const auto schemas = repository.contract_schemas(findings);
  const auto settings = load_config(common, findings);
  std::string page;
  if (schemas && settings) {
    const ReleaseRequest request{*day, kToolVersion, std::nullopt, dataset_about(*settings)};
    page = options.release.empty()
               ? page_now(repository, common, options, request, *schemas, findings)
               : published_page(repository, options, *schemas, findings);
  }
  print_findings(findings, terminal);
  if (findings.count(Severity::kError) > 0) return kExitUsage;
  if (page.empty()) {
    return refuse_page(terminal,
                       fmt::format("{} has no page in {}",
                                   options.release.empty() ? "what is there" : options.release,
                                   quoted(options.language)));
  }
  const FormatTable formats = {{kHtml, [&](bool) { return page; }}};
  return write_outputs(page_requests(common), formats, terminal) ? kExitOk : kExitUsage;
}

}  // namespace

Command page_command() {
  const auto options = std::make_shared<PageOptions>();
  return {
      .name = "page",
      .summary = "Write the page of answers of the policies, or of a release.",
      .formats = {kHtml},
      .examples = {"simrules page --lang zh --output html=answers.html",
                   "simrules page --as-of 2026-11-30 --output html=answers.html",
                   "simrules page --release 3.0.0"},
      .options = {{.name = "--lang",
                   .help = "the language of the page",
                   .target = &options->language,
                   .words = language_tags(),
                   .in_config = true},
                  {.name = "--release",
                   .value = "VERSION",
                   .help = "the page that this release ships",
                   .target = &options->release},
                  {.name = "--as-of",
                   .value = "DATE",
                   .help = "the day of the page (default: SOURCE_DATE_EPOCH, or today in UTC)",
                   .target = &options->as_of}},
      .run = [options](const CommonOptions& all) { return run_page(all, *options); },
  };
}

}  // namespace simrules
