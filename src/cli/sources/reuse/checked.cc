#include "cli/sources/reuse/checked.h"

#include <compare>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/report_error.h"
#include "base/text.h"
#include "cli/sources/levels_file.h"
#include "cli/sources/reuse/relations.h"
#include "cli/sources/translations.h"
#include "model/policy_id.h"
#include "release/contents/dataset.h"
#include "release/contents/stated.h"
#include "release/stored/index.h"
#include "tool_version.h"

namespace simrules {
namespace {

constexpr const char* kReports = "reports/";

/// Reads a file of a base by its path from the root of the repository; nothing where it has none.
using ReadOfBase = std::function<std::optional<std::string>(const std::string& path)>;

/// Tells whether a head is judged by the schema of its base.
bool is_judged_by_base(const ReuseRun& run) {
  DiagnosticList told_when_judged;
  return run.repository.schema_text("policy", told_when_judged) == run.schema.text();
}

/// Tells whether a head is judged as the policies of a release were, on its day or a later one.
bool was_judged_alike(const Manifest& release, const ReuseRun& run) {
  const auto released = parse_date(release.released);
  return release.tool_version == kToolVersion && released &&
         std::is_gteq(compare_at_shared_precision(run.head.day, *released)) &&
         release.sha256_of(kPolicySchemaName) == sha256_hex(run.schema.text());
}

CheckedById by_id(std::vector<CheckedPolicy> policies) {
  CheckedById checked;
  for (CheckedPolicy& policy : policies) {
    std::string id = id_of_path(policy.path);
    checked.emplace(std::move(id), std::move(policy));
  }
  return checked;
}

/// Reads a file of a base that must have a digest.
std::optional<std::string> read_with_digest(const ReadOfBase& read,
                                            const std::string& path,
                                            const std::string& sha256,
                                            DiagnosticSink& sink) {
  auto text = read(path);
  if (text && sha256_hex(*text) == sha256) return text;
  report_error(sink,
               "release-digest-mismatch",
               path,
               fmt::format("{} is not the file that was released", quoted(path)),
               "restore the files of the release from where they were published");
  return std::nullopt;
}

/// Reads what the newest release of a base has checked.
std::optional<std::vector<CheckedPolicy>> checked_by_newest(const ReadOfBase& read,
                                                            const ReuseRun& run,
                                                            DiagnosticSink& sink) {
  const auto schemas = run.repository.contract_schemas(sink);
  const std::string index_path = std::string(kReports) + kIndexName;
  auto listing = schemas ? read(index_path) : std::nullopt;
  if (!listing) return std::nullopt;
  const auto index = parse_index(index_path, std::move(*listing), schemas->index, sink);
  if (!index || index->releases.empty()) return std::nullopt;
  const IndexEntry& newest = index->releases.back();
  const std::string folder = kReports + newest.version + '/';
  const std::string path = folder + kManifestName;
  const auto text = read_with_digest(read, path, newest.manifest_sha256, sink);
  const auto manifest = text ? read_manifest(path, *text, schemas->manifest, sink) : std::nullopt;
  if (!manifest || !was_judged_alike(*manifest, run)) return std::nullopt;
  const std::string sha256 = manifest->sha256_of(kCheckedName);
  if (sha256.empty()) return std::nullopt;
  auto checked = read_with_digest(read, folder + kCheckedName, sha256, sink);
  return checked ? read_checked(folder + kCheckedName, std::move(*checked), sink) : std::nullopt;
}

/// Tells whether a release is one that the repository has published: another one may be anything.
bool is_published(const StoredRelease& release, const Repository& repository) {
  DiagnosticList told_by_verify;
  const auto schemas = repository.contract_schemas(told_by_verify);
  const auto index =
      schemas ? read_index_if_any(repository.path("reports"), schemas->index, told_by_verify)
              : std::nullopt;
  const IndexEntry* entry = index ? index->find(release.manifest.version) : nullptr;
  return entry != nullptr && entry->manifest_sha256 == release.manifest_sha256;
}

std::vector<UnreadPolicy> look_at_head(const CheckedById& checked, const ReuseRun& run) {
  std::vector<InputFile> files = run.head.files;
  DiagnosticList told_when_read;
  find_translations(files, told_when_read);
  return look_at(files, checked, run.jobs);
}

CheckedById only(const std::vector<std::string>& ids, const CheckedById& checked) {
  CheckedById some;
  for (const std::string& id : ids) {
    if (const auto found = checked.find(id); found != checked.end()) some.insert(*found);
  }
  return some;
}

}  // namespace

CheckedById unread_of_commit(const CommitContent& content,
                             const std::string& folder,
                             const ReuseRun& run,
                             std::string& note) {
  const ReadOfBase read = [&](const std::string& path) -> std::optional<std::string> {
    auto files = files_of_commit(content.commit.id, folder, {path});
    if (!files || files->empty()) return std::nullopt;
    return std::move(files->begin()->second);
  };
  // An entry of the levels may name any policy and rule, and is wrong where there is none.
  if (!is_judged_by_base(run) || read(kLevelsName)) return {};
  DiagnosticList damages;
  auto policies = checked_by_newest(read, run, damages);
  if (!damages.empty())
    note = fmt::format("all policies are read, as {}", damages.sorted().front().message);
  if (!policies) return {};
  const CheckedById checked = by_id(std::move(*policies));
  const auto base = look_at(content.policies, checked, run.jobs);
  return only(unchanged_ids(base, look_at_head(checked, run), run.head.is_asked), checked);
}

CheckedById unread_of_release(const StoredRelease& release, const ReuseRun& run) {
  const auto text = release.files.find(kCheckedName);
  const auto stated = release.files.find(kStatedName);
  if (text == release.files.end() || stated == release.files.end() || !is_judged_by_base(run) ||
      !was_judged_alike(release.manifest, run) || !is_published(release, run.repository))
    return {};
  DiagnosticList told_by_verify;
  auto policies = read_checked(kCheckedName, text->second, told_by_verify);
  if (!policies) return {};
  const CheckedById checked = by_id(std::move(*policies));
  const auto head = look_at_head(checked, run);
  std::set<std::string_view> same;
  for (const UnreadPolicy& policy : head) {
    if (policy.is_checked) same.insert(policy.id);
  }
  std::vector<UnreadPolicy> base;
  for (const StatedLine& line : stated_lines(stated->second)) {
    UnreadPolicy policy{id_of_path(std::string(line.path))};
    policy.is_checked = checked.contains(policy.id);
    if (!policy.is_checked || !same.contains(policy.id)) policy.mentions = mentions_in(line.text);
    base.push_back(std::move(policy));
  }
  return only(unchanged_ids(base, head, run.head.is_asked), checked);
}

}  // namespace simrules
