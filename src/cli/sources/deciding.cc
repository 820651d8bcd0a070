#include "cli/sources/deciding.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/disk/files.h"
#include "base/text.h"
#include "cli/arguments/config.h"
#include "cli/sources/commit.h"
#include "cli/sources/levels_file.h"

namespace simrules {
namespace {

constexpr const char* kTogether = "judges-itself";
constexpr std::size_t kMostBytes = std::size_t{1024} * 1024;

/// Returns the text of a file of the repository; what cannot be read is another one than the base's.
std::optional<std::string> text_at(const Repository& repository, const std::string& path) {
  DiagnosticList unreadable;
  return read_file(repository.path(path), path, kMostBytes, unreadable);
}

/// Returns a path from the root of the repository; nothing where it lies elsewhere.
std::optional<std::string> path_within(const Repository& repository, const std::string& path) {
  std::error_code ignored;
  const auto absolute = std::filesystem::weakly_canonical(path, ignored);
  const auto root = std::filesystem::weakly_canonical(repository.root(), ignored);
  const std::string relative = absolute.lexically_relative(root).generic_string();
  return relative.empty() || relative.starts_with("..") ? std::nullopt : std::optional(relative);
}

}  // namespace

bool Deciding::has_other_schema() const {
  return std::ranges::any_of(differing, [](const std::string& path) {
    return path == schema_path("policy") || path == schema_path("vocabulary");
  });
}

std::optional<Deciding> compare_deciding(const Side& base,
                                         const Repository& repository,
                                         const std::string& levels) {
  if (base.origin.kind != OriginKind::kGit || !repository.found()) return std::nullopt;
  std::vector<std::string> paths = {kConfigName, kLevelsName};
  for (const char* name : {"levels", "policy", "vocabulary"}) paths.push_back(schema_path(name));
  const auto asked = levels.empty() ? std::nullopt : path_within(repository, levels);
  if (asked && *asked != kLevelsName) paths.push_back(*asked);
  auto files = files_of_commit(base.origin.name, repository.root(), paths);
  if (!files) return std::nullopt;
  Deciding deciding{std::move(*files), {}};
  for (const std::string& path : paths) {
    const auto before = deciding.base.find(path);
    const auto now = text_at(repository, path);
    const bool is_same = before == deciding.base.end() ? !now : now == before->second;
    if (!is_same) deciding.differing.push_back(path);
  }
  return deciding;
}

std::optional<std::string> changed_data(const Side& base,
                                        const std::vector<InputFile>& head,
                                        bool is_whole) {
  std::vector<std::string> digests;
  for (const Policy& policy : base.catalog.policies()) digests.push_back(policy.sha256.hex());
  std::vector<std::string> kept;
  for (const InputFile& file : head) {
    DiagnosticList unreadable;
    const auto text = read_input(file, unreadable);
    const std::string digest = text ? sha256_hex(*text) : "";
    if (std::ranges::find(digests, digest) == digests.end()) return file.shown;
    kept.push_back(digest);
  }
  if (!is_whole) return std::nullopt;
  for (const Policy& policy : base.catalog.policies()) {
    if (std::ranges::find(kept, policy.sha256.hex()) == kept.end()) return policy.path;
  }
  return std::nullopt;
}

void report_together(const Deciding& deciding,
                     const std::string& data,
                     const Repository& repository,
                     DiagnosticSink& sink) {
  const std::string& path = deciding.differing.front();
  sink.report({.check = kTogether,
               .place = {.path = repository.shown(path)},
               .message = fmt::format("the change has data, {}, together with what judges it, {}",
                                      quoted(data),
                                      quoted_list(deciding.differing, "and")),
               .help = "split it: first what judges, then, when that is merged, the data; who must "
                       "change both writes `--trust-head`"});
}

const std::vector<CheckInfo>& deciding_checks() {
  static const std::vector<CheckInfo> kTable = {
      {kTogether,
       Severity::kError,
       "A change brings data together with the schema, levels or settings by which it is judged.",
       "Whoever judges must not be brought along by whom it judges: a changed schema can make any "
       "change look harmless.",
       "echo '[gate]' >.simrules.toml\n"
       "sed -i 's/verdict: allowed/verdict: conditional/' policies/jp/ahamo.yaml\n"
       "simrules gate --against git:HEAD",
       "rm .simrules.toml\n"
       "simrules gate --against git:HEAD",
       ExampleKind::kCommand},
  };
  return kTable;
}

}  // namespace simrules
