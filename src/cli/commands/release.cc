#include "release/release.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/disk/files.h"
#include "base/text.h"
#include "cli/arguments/config.h"
#include "cli/arguments/formats.h"
#include "cli/clock.h"
#include "cli/commands/table.h"
#include "cli/renderers.h"
#include "cli/sources/next_release.h"
#include "cli/sources/repository.h"
#include "release/contents/json_text.h"
#include "release/contents/parts/localized_name.h"
#include "release/stored/publish.h"
#include "tool_version.h"

namespace simrules {
namespace {

struct ReleaseOptions {
  bool initial = false;
  bool dry_run = false;
  std::string preview;
  std::string version;
  std::string date;
  std::string notes;
  std::size_t json_limit = 0;
};

/// What a run did with the release that it made.
/// Shape: `files` are those that were written or would be, null where there is none; `announced` are the files beside the index that were brought up to date; `complete` is
///        false when one of them could not be: the release is out then, and another run writes them.
struct Made {
  const ReleaseContent& content;
  const std::vector<ReleaseFile>* files = nullptr;
  std::string folder;
  std::string what;
  std::vector<std::string> announced = {};
  bool complete = true;
};

const std::vector<ReleaseFile>& files_of(const Made& made) {
  static const std::vector<ReleaseFile> kNone;
  return made.files == nullptr ? kNone : *made.files;
}

std::string release_as_text(const Made& made) {
  const ReleaseContent& content = made.content;
  if (made.files == nullptr && content.previous) {
    const std::string& version = content.previous->link.version;
    std::string text =
        fmt::format("nothing changed since {}, so there is nothing to publish\n", version);
    for (const std::string& name : made.announced) {
      text += fmt::format("{} tells of {} again\n", name, version);
    }
    return text;
  }
  std::string text = fmt::format("{} {} of {}; policies: {}; ",
                                 made.what,
                                 content.version,
                                 content.released,
                                 content.head.catalog.policies().size());
  text += content.previous ? fmt::format("changes since {}: {}\n",
                                         content.previous->link.version,
                                         content.differences.changes.size())
                           : "nothing to compare with\n";
  for (const std::string& reason : content.plan.reasons) text += "  " + reason + "\n";
  for (const ReleaseFile& file : files_of(made)) {
    text += fmt::format("  {:<24} {:>9} bytes\n", file.name, file.bytes.size());
  }
  return text + (made.folder.empty() ? "" : fmt::format("in {}\n", made.folder));
}

std::string release_as_json(const Made& made) {
  nlohmann::json files = nlohmann::json::array();
  for (const ReleaseFile& file : files_of(made)) {
    files.push_back({{"path", file.name}, {"bytes", file.bytes.size()}});
  }
  return json_text({{"schema_version", kJsonSchemaVersion},
                    {"result", made.what},
                    {"version", made.content.version},
                    {"released", made.content.released},
                    {"reasons", made.content.plan.reasons},
                    {"changes", made.content.differences.changes.size()},
                    {"folder", made.folder},
                    {"announced", made.announced},
                    {"files", files}});
}

const std::vector<NamedFormat<Made>>& release_formats() {
  static const std::vector<NamedFormat<Made>> kTable = {
      {"text", [](const Made& made, bool) { return release_as_text(made); }},
      {"json", [](const Made& made, bool) { return release_as_json(made); }},
  };
  return kTable;
}

/// Reads what the maintainer wrote: the file that was named, and those of other languages beside it.
std::optional<std::vector<ReleaseFile>> read_notes(const ReleaseOptions& options,
                                                   const std::vector<std::string>& languages,
                                                   DiagnosticList& findings) {
  std::vector<ReleaseFile> all;
  if (options.notes.empty()) return all;
  for (const std::string& language : languages) {
    const std::string path = localized_name(options.notes, language);
    if (language != kFallbackLanguage && !std::filesystem::exists(path)) continue;
    auto notes = read_file(path, path, kNotesBytes, findings);
    if (!notes || !are_plain_notes(path, *notes, findings)) return std::nullopt;
    notes->erase(notes->find_last_not_of(" \n") + 1);
    if (!notes->empty()) all.push_back({localized_name(kNotesName, language), *notes + '\n'});
  }
  return all;
}

/// Tells whether a release has the notes that it needs; one that is not published may lack them.
bool has_needed_notes(const ReleaseOptions& options,
                      const ReleaseContent& content,
                      DiagnosticList& findings) {
  if (!needs_notes(content) || !notes_of(content).empty()) return true;
  const bool is_published = !options.dry_run && options.preview.empty();
  findings.report(
      {.check = "release-notes-missing",
       .severity = is_published ? Severity::kError : Severity::kWarning,
       .message = fmt::format("{} breaks what readers of {} do, and nothing says how to "
                              "go on",
                              content.version,
                              content.previous->link.version),
       .help = "write what readers must change into a file of Markdown and name it "
               "with `--notes FILE`"});
  return !is_published;
}

/// Writes what was asked for; returns what was done, or nothing when it failed.
std::optional<Made> deliver(const Repository& repository,
                            const ReleaseOptions& options,
                            const ReleaseContent& content,
                            const std::vector<ReleaseFile>& files,
                            const ContractSchemas& schemas,
                            Progress* progress,
                            DiagnosticList& findings) {
  if (!options.preview.empty()) {
    if (!write_preview(options.preview, files, findings)) return std::nullopt;
    return Made{content, &files, options.preview, "previewed"};
  }
  const bool is_new = content.plan.next.has_value();
  if (options.dry_run && is_new) return Made{content, &files, "", "would publish"};
  Made made{content, nullptr, "", "unchanged"};
  if (options.dry_run) return made;
  const std::string reports = repository.shown("reports");
  if (is_new) {
    if (!publish(reports, content, files, schemas, findings, progress)) return std::nullopt;
    made.files = &files;
    made.folder = reports + '/' + content.version;
    made.what = "published";
  }
  auto announced = announce(reports, index_views(), schemas, findings);
  if (announced) made.announced = std::move(*announced);
  made.complete = announced.has_value();
  return made;
}

ExitCode fail(const DiagnosticList& findings, const Terminal& terminal) {
  print_findings(findings, terminal);
  terminal.remark("nothing was published\n");
  const bool is_of_data = !findings.has_any(file_checks()) && !findings.has_any(publish_checks());
  return is_of_data ? kExitFindings : kExitUsage;
}

/// Writes the result; what was published stays so where that fails, which must not look like a failure to publish.
ExitCode tell(const Made& made,
              const std::vector<OutputRequest>& requests,
              const FormatTable& formats,
              const Terminal& terminal) {
  const auto lost = [&] {
    if (made.what == "published") {
      terminal.note(
          fmt::format("{} is published; only its report is lost\n", made.content.version));
    }
    return kExitUsage;
  };
  try {
    return write_outputs(requests, formats, terminal) ? kExitOk : lost();
  } catch (const OutputFailed&) {
    lost();
    throw;
  }
}

ExitCode refuse_release(const Terminal& terminal, const std::string& message) {
  terminal.note(fmt::format("simrules: {}\n", message));
  return kExitUsage;
}

ExitCode run_release(const CommonOptions& common, const ReleaseOptions& options) {
  const Terminal terminal = make_terminal(common);
  const auto requests = output_requests(common);
  const Repository repository = Repository::find(common.root);
  if (!repository.found())
    return refuse_release(terminal, "there is no `policies/` from here upward");
  const auto date = release_date(options.date);
  if (!date)
    return refuse_release(terminal,
                          "the date of the release is no date; write `--date 2026-11-22`");
  const auto version = parse_semver(options.version);
  if (!options.version.empty() && !version) {
    return refuse_release(terminal,
                          fmt::format("{} is no version such as 1.2.0", quoted(options.version)));
  }
  DiagnosticList findings;
  const auto schemas = repository.contract_schemas(findings);
  const auto settings = load_config(common, findings);
  if (!schemas || !settings) return fail(findings, terminal);
  const auto notes = read_notes(options, repository.language_tags(), findings);
  if (!notes) return fail(findings, terminal);
  ReleaseRequest request{*date, kToolVersion, version, dataset_about(*settings), *notes};
  if (options.json_limit != 0) request.most_json_bytes = options.json_limit;
  const auto content = make_next_release(
      repository, job_count(common), options.initial, request, *schemas, findings);
  if (!content || !has_needed_notes(options, *content, findings)) return fail(findings, terminal);
  const std::vector<ReleaseFile> files =
      release_files(*content, release_renderers(job_count(common)));
  const auto made =
      deliver(repository, options, *content, files, *schemas, common.progress, findings);
  if (!made) return fail(findings, terminal);
  print_findings(findings, terminal);
  const ExitCode told = tell(*made, requests, formats_of(release_formats(), *made), terminal);
  if (made->complete) return told;
  const bool is_new = content->plan.next.has_value();
  terminal.note(fmt::format("{} is published but not announced; run `simrules release` again\n",
                            is_new ? content->version : content->previous->link.version));
  return kExitUsage;
}

}  // namespace

Command release_command() {
  const auto options = std::make_shared<ReleaseOptions>();
  return {
      .name = "release",
      .summary = "Validate, compare with the previous release and publish the next one.",
      .formats = names_of(release_formats()),
      .examples = {"simrules release --dry-run",
                   "simrules release --date 2026-11-22",
                   "simrules release --notes notes.md",
                   "simrules release --preview out/next"},
      .options = {{.name = "--initial",
                   .help = "make the first release of a repository",
                   .target = &options->initial},
                  {.name = "--dry-run",
                   .help = "say what would be published and write nothing",
                   .target = &options->dry_run},
                  {.name = "--preview",
                   .value = "DIR",
                   .help = "write the files into this new folder and publish nothing",
                   .target = &options->preview,
                   .kind = ValueKind::kFolder},
                  {.name = "--version",
                   .value = "VERSION",
                   .help = "ask for a higher version than the computed one",
                   .target = &options->version},
                  {.name = "--notes",
                   .value = "FILE",
                   .help = "lead the changelog with this Markdown, and with `FILE.ja.md` beside "
                           "`FILE.md` in Japanese; a MAJOR release needs it",
                   .target = &options->notes,
                   .kind = ValueKind::kFile},
                  {.name = "--json-limit",
                   .value = "BYTES",
                   .help = "split `dataset.json` and `changes.json` by policy where one would be "
                           "larger (default: 67108864)",
                   .target = &options->json_limit,
                   .most = kMostJsonBytes,
                   .in_config = true},
                  {.name = "--date",
                   .value = "DATE",
                   .help = "the date of the release (default: SOURCE_DATE_EPOCH, or today in UTC)",
                   .target = &options->date}},
      .run = [options](const CommonOptions& all) { return run_release(all, *options); },
  };
}

}  // namespace simrules
