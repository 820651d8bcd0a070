#include "release/stored/publish.h"

#include <algorithm>
#include <optional>
#include <set>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/disk/files.h"
#include "base/disk/held_signals.h"
#include "base/semver.h"
#include "base/text.h"
#include "document/json_reader.h"
#include "release/reporting.h"
#include "release/stored/folder.h"

namespace simrules {
namespace {

constexpr const char* kStagingPrefix = ".staging-";

/// What is being published, and where.
struct Publication {
  const std::string& reports;
  const ReleaseContent& content;
  const std::vector<ReleaseFile>& files;
};

/// Reports that somebody asked the run to stop; returns whether nobody did.
bool may_go_on(const HeldSignals& signals, const std::string& path, DiagnosticSink& sink) {
  return !signals.arrived() ||
         report_error(sink,
                      "unwritable-file",
                      path,
                      fmt::format("{} is not written: the run was asked to stop", quoted(path)),
                      "run the release again");
}

/// Returns the folder of a file within its release; empty for the release's own.
std::string folder_in(const std::string& name) {
  const std::size_t slash = name.rfind('/');
  return slash == std::string::npos ? "" : name.substr(0, slash);
}

/// Makes a folder within a release and those that it is in, as far as they are not `made`.
bool make_folders(const std::string& release,
                  const std::string& inside,
                  std::set<std::string>& made,
                  DiagnosticSink& sink) {
  if (made.contains(inside)) return true;
  if (!make_folders(release, folder_in(inside), made, sink)) return false;
  made.insert(inside);
  return make_folder(release + '/' + inside, sink);
}

/// Shape: `signals` may be nullptr: nobody minds then what a run leaves that is stopped; so may
///        `progress`.
bool write_files(const std::string& folder,
                 const std::vector<ReleaseFile>& files,
                 const HeldSignals* signals,
                 Progress* progress,
                 DiagnosticSink& sink) {
  std::set<std::string> made = {""};
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string& name = files[i].name;
    const std::string path = fmt::format("{}/{}", folder, name);
    if (signals != nullptr && !may_go_on(*signals, path, sink)) return false;
    const std::string inside = folder_in(name);
    if (!make_folders(folder, inside, made, sink)) return false;
    // Whoever places the folder flushes its own names; the last file of one in it flushes the others.
    const bool is_last = i + 1 == files.size() || folder_in(files[i + 1].name) != inside;
    const auto write = is_last && !inside.empty() ? write_new_file : fill_new_file;
    if (progress != nullptr) progress->tell("files written", i, files.size());
    if (!write(path, files[i].bytes, sink)) return false;
  }
  if (progress != nullptr) progress->end();
  return true;
}

std::string manifest_digest(const std::vector<ReleaseFile>& files) {
  const auto manifest = std::find_if(files.begin(), files.end(), [](const ReleaseFile& file) {
    return file.name == kManifestName;
  });
  return sha256_hex(manifest->bytes);
}

/// Makes sure that the release still follows the newest one: other runs may have published since it
/// was prepared.
bool follows_newest(const Index& index,
                    const ReleaseContent& content,
                    const std::string& reports,
                    DiagnosticSink& sink) {
  const std::string target = reports + '/' + content.version;
  if (index.find(content.version) != nullptr) {
    return report_error(sink,
                        "release-exists",
                        target,
                        fmt::format("{} is published already", quoted(target)),
                        "a release is never replaced; publish the next version");
  }
  std::optional<ReleaseLink> newest;
  if (!index.releases.empty()) {
    newest = {index.releases.back().version, index.releases.back().manifest_sha256};
  }
  std::optional<ReleaseLink> expected;
  if (content.previous) expected = content.previous->link;
  return newest == expected ||
         report_error(sink,
                      "index-changed",
                      reports + '/' + kIndexName,
                      "another release was published while this one was being made",
                      "run the release again");
}

/// Tells whether a folder is what a run left that died before the index: the very release that is
/// being made, or one without the manifest that every release has.
bool is_leftover(const std::string& folder, const std::string& manifest_sha256) {
  if (!is_folder(folder)) return false;
  const std::string path = folder + '/' + kManifestName;
  if (!path_exists(path)) return true;
  DiagnosticList ignored;
  const auto manifest = read_file(path, path, kListLimits.file_bytes, ignored);
  return manifest && sha256_hex(*manifest) == manifest_sha256;
}

/// Refuses to start a history where there is one whose index is gone.
bool is_alone(const FolderEntry& entry, const Publication& publication, DiagnosticSink& sink) {
  const std::string path = publication.reports + '/' + entry.name;
  if (publication.content.previous || !parse_semver(entry.name)) return true;
  if (entry.name == publication.content.version &&
      is_leftover(path, manifest_digest(publication.files)))
    return true;
  return report_error(sink,
                      "index-missing",
                      publication.reports + '/' + kIndexName,
                      fmt::format("{} is there but no index that lists it", quoted(path)),
                      "restore the index, or remove the folder if it was never published");
}

bool is_staging(const FolderEntry& entry) { return entry.name.rfind(kStagingPrefix, 0) == 0; }

/// Removes what runs that died left behind. Nobody else is writing here: we hold the lock.
bool clear_leftovers(const Publication& publication, DiagnosticSink& sink) {
  const auto entries = list_folder(publication.reports, sink);
  if (!entries) return false;
  return std::all_of(entries->begin(), entries->end(), [&](const FolderEntry& entry) {
    if (!is_alone(entry, publication, sink)) return false;
    if (!is_staging(entry) && entry.name != publication.content.version) return true;
    return remove_folder(publication.reports + '/' + entry.name, sink);
  });
}

/// Removes what a run left behind that died while it announced.
bool clear_staging(const std::string& reports, DiagnosticSink& sink) {
  const auto entries = list_folder(reports, sink);
  return entries && std::all_of(entries->begin(), entries->end(), [&](const FolderEntry& entry) {
           return !is_staging(entry) || remove_folder(reports + '/' + entry.name, sink);
         });
}

/// Creates the folder of all releases, unless another run was faster.
bool ensure_folder(const std::string& path, DiagnosticSink& sink) {
  if (path_exists(path)) return true;
  DiagnosticList findings;
  if (make_folder(path, findings) || path_exists(path)) return true;
  for (Diagnostic& finding : findings.sorted()) sink.report(std::move(finding));
  return false;
}

/// Fills a folder under another name, so that the release appears with all of its files.
bool place_files(const std::string& reports,
                 const std::string& version,
                 const std::vector<ReleaseFile>& files,
                 const HeldSignals& signals,
                 Progress* progress,
                 DiagnosticSink& sink) {
  const std::string staged =
      fmt::format("{}/{}{}-{}", reports, kStagingPrefix, version, ::getpid());
  const std::string target = reports + '/' + version;
  if (make_folder(staged, sink) && write_files(staged, files, &signals, progress, sink) &&
      place_folder(staged, target, sink)) {
    return true;
  }
  // A staged folder that is gone has its final name already; only flushing that failed.
  remove_folder(path_exists(staged) ? staged : target, sink);
  return false;
}

/// Replaces the index: from then on its last release is out.
/// Errors: `unwritable-file`; as a warning where the new index stands and only flushing it failed.
bool commit(const std::string& reports,
            const Index& index,
            const ContractSchemas& schemas,
            DiagnosticSink& sink) {
  const std::string& version = index.releases.back().version;
  DiagnosticList findings;
  if (replace_file(reports + '/' + kIndexName, index_text(index), findings)) return true;
  DiagnosticList ignored;
  const std::optional<Index> now = read_index_if_any(reports, schemas.index, ignored);
  const bool is_out = now && now->find(version) != nullptr;
  for (Diagnostic& finding : findings.sorted()) {
    if (is_out) finding.severity = Severity::kWarning;
    if (is_out) finding.help = version + " is published; run `sync`, for a power cut may undo that";
    sink.report(std::move(finding));
  }
  // What an index lists must stay, and what one lists that cannot be read is not known.
  if (now && !is_out) remove_folder(reports + '/' + version, sink);
  return is_out;
}

}  // namespace

const std::vector<CheckInfo>& publish_checks() {
  static const std::vector<CheckInfo> kChecks{
      {"release-exists",
       Severity::kError,
       "The folder of a release is there already.",
       "A published release is never edited or replaced.",
       "simrules release & simrules release",
       "simrules release",
       ExampleKind::kCommand},
  };
  return kChecks;
}

bool publish(const std::string& reports,
             const ReleaseContent& content,
             const std::vector<ReleaseFile>& files,
             const ContractSchemas& schemas,
             DiagnosticSink& sink,
             Progress* progress) {
  if (!content.plan.next) throw std::logic_error("a release without a change is not published");
  if (!ensure_folder(reports, sink)) return false;
  const std::optional<FileDescriptor> lock = lock_folder(reports, sink);
  if (!lock) return false;
  // Only now: whoever waits for the lock may be stopped at once.
  HeldSignals signals;
  std::optional<Index> index = read_index_if_any(reports, schemas.index, sink);
  if (!index || !follows_newest(*index, content, reports, sink)) return false;
  if (!clear_leftovers({reports, content, files}, sink)) return false;
  warn_of_unlisted(reports, *index, sink);
  if (!place_files(reports, content.version, files, signals, progress, sink)) return false;
  index->releases.push_back(index_entry(content, manifest_digest(files)));
  index->about = content.head.about;
  if (!may_go_on(signals, reports + '/' + kIndexName, sink)) {
    remove_folder(reports + '/' + content.version, sink);
    return false;
  }
  if (!commit(reports, *index, schemas, sink)) return false;
  signals.drop();
  return true;
}

std::optional<std::vector<std::string>> announce(const std::string& reports,
                                                 const std::vector<IndexView>& views,
                                                 const ContractSchemas& schemas,
                                                 DiagnosticSink& sink) {
  std::vector<std::string> written;
  const std::optional<FileDescriptor> lock = lock_folder(reports, sink);
  if (!lock || !clear_staging(reports, sink)) return std::nullopt;
  const HeldSignals signals;
  const std::optional<Index> index = read_index(reports, schemas.index, sink);
  if (!index) return std::nullopt;
  for (const ReleaseFile& view : view_files(views, *index)) {
    const std::string path = reports + '/' + view.name;
    DiagnosticList ignored;
    const std::size_t size = view.bytes.size();
    if (path_exists(path) && read_file(path, path, size, ignored) == view.bytes) continue;
    if (!replace_file(path, view.bytes, sink)) return std::nullopt;
    written.push_back(view.name);
  }
  return written;
}

bool write_preview(const std::string& folder,
                   const std::vector<ReleaseFile>& files,
                   DiagnosticSink& sink) {
  if (!path_exists(folder))
    return make_folder(folder, sink) && write_files(folder, files, nullptr, nullptr, sink);
  const auto entries = list_folder(folder, sink);
  if (!entries) return false;
  if (entries->empty()) return write_files(folder, files, nullptr, nullptr, sink);
  return report_error(
      sink,
      "preview-not-empty",
      folder,
      fmt::format("{} is not empty, it holds {}", quoted(folder), quoted(entries->front().name)),
      "name a folder that is not there yet");
}

}  // namespace simrules
