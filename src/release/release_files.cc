#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "base/threads/parallel.h"
#include "release/contents/dataset_schema.h"
#include "release/contents/json_text.h"
#include "release/contents/stated.h"
#include "release/contents/told/shipped_schema.h"
#include "release/contents/words.h"
#include "release/release.h"

namespace simrules {
namespace {

void check_names(const std::vector<ReleaseFile>& files) {
  for (std::size_t i = 1; i < files.size(); ++i) {
    if (files[i].name != files[i - 1].name) continue;
    throw std::logic_error(fmt::format("two files of a release are called {}", files[i].name));
  }
}

bool by_name(const ReleaseFile& a, const ReleaseFile& b) { return a.name < b.name; }

/// Digests a file, and gives back what its text was given to grow.
void seal(ReleaseFile& file) {
  file.bytes.shrink_to_fit();
  file.sha256 = sha256_hex(file.bytes);
}

/// Writes some files of a release.
using Writer = std::function<std::vector<ReleaseFile>()>;

/// Adds what writes the files of a renderer, which reads `files` when it runs.
void add_writers(const FileRenderer& file,
                 const ReleaseContent& content,
                 const std::vector<ReleaseFile>& files,
                 std::vector<Writer>& writers) {
  if (file.render) {
    writers.push_back([&] {
      std::vector<ReleaseFile> one;
      one.push_back({file.name, file.render(content, files)});
      return one;
    });
  } else if (file.render_each) {
    writers.push_back([&] { return file.render_each(content, files); });
  } else {
    for (const std::string& language : content.head.schema.languages())
      writers.push_back([&, language] { return file.render_in(content, files, language); });
  }
}

/// Runs writers at the same time, and adds their files with the digests.
void write_all(std::vector<Writer>& writers, const Jobs& jobs, std::vector<ReleaseFile>& files) {
  std::vector<std::vector<ReleaseFile>> written(writers.size());
  for_each_index(writers.size(), jobs, "kinds of files written", [&](std::size_t i, std::size_t) {
    written[i] = writers[i]();
    std::ranges::for_each(written[i], seal);
  });
  for (std::vector<ReleaseFile>& each : written) std::ranges::move(each, std::back_inserter(files));
  writers.clear();
}

/// Writes what changed: a file, or one for each policy that differs.
std::vector<ReleaseFile> changes_files(const ReleaseContent& content) {
  std::string text = lines_text(changes_json(content.base_origin,
                                             content.head_origin,
                                             content.differences,
                                             content.plan,
                                             content.change_context()));
  std::vector<ReleaseFile> files;
  if (!content.sizes.leaves_out(kChangesName, text.size())) {
    files.push_back({kChangesName, std::move(text)});
    return files;
  }
  text = {};
  for_each_changed_policy(content.base_origin,
                          content.head_origin,
                          content.differences,
                          content.plan,
                          content.change_context(),
                          changes_schema_path(),
                          [&](const std::string& policy, const nlohmann::json& changes) {
                            files.push_back({changes_name(policy), lines_text(changes)});
                          });
  return files;
}

}  // namespace

std::vector<ReleaseFile> release_files(const ReleaseContent& content, const Renderers& renderers) {
  std::vector<ReleaseFile> files = content.kept;
  if (content.has_dataset_file) files.push_back({kDatasetName, lines_text(content.dataset)});
  files.push_back({kStatedName, stated_text(content.head.catalog)});
  files.push_back(
      {kDatasetSchemaName, compact_json_text(dataset_schema_of(content.description.told))});
  files.push_back({kPolicySchemaName, content.head.schema_text});
  for (const LanguageText& file : content.head.schema.language_files()) {
    files.push_back({language_file_name(file.tag), file.text});
  }
  for_each_index(files.size(), renderers.jobs, "files digested", [&](std::size_t i, std::size_t) {
    seal(files[i]);
  });
  std::vector<Writer> waiting = {[&] { return changes_files(content); }};
  for (const FileRenderer& file : renderers.files) {
    if (file.lists) write_all(waiting, renderers.jobs, files);
    add_writers(file, content, files, waiting);
  }
  write_all(waiting, renderers.jobs, files);
  std::sort(files.begin(), files.end(), by_name);

  Manifest manifest;
  manifest.version = content.version;
  manifest.released = content.released;
  manifest.tool_version = content.tool_version;
  manifest.derivation = kDerivation;
  manifest.schema_version = content.head.schema_version;
  manifest.policy_count = content.head.catalog.policies().size();
  manifest.policies_sha256 = policies_digest(content.head.catalog);
  if (content.previous) manifest.previous = content.previous->link;
  if (std::ranges::find(files, kChangesName, &ReleaseFile::name) == files.end())
    manifest.left_out.emplace_back(kChangesName);
  if (!content.has_dataset_file) manifest.left_out.emplace_back(kDatasetName);
  manifest.about = content.head.about;
  for (const ReleaseFile& file : files) manifest.files.push_back(entry_of(file));

  files.push_back({kManifestName, manifest_text(manifest)});
  std::vector<FileEntry> entries = manifest.files;
  entries.push_back(entry_of(files.back()));
  files.push_back({kSumsName, sums_text(std::move(entries))});
  std::sort(files.begin(), files.end(), by_name);
  check_names(files);
  return files;
}

}  // namespace simrules
