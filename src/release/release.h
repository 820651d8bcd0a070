#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/threads/parallel.h"
#include "release/contents/changes_json.h"
#include "release/contents/dataset.h"
#include "release/contents/parts/checked.h"
#include "release/contents/parts/left_out.h"
#include "release/contents/parts/notes.h"
#include "release/stored/index.h"
#include "release/stored/manifest.h"
#include "release/stored/stored_release.h"
#include "release/version.h"
#include "schema/language/language.h"

namespace simrules {

/// The number of the code that makes the files of a release from its data. It grows when that code
/// gives other bytes for the same data, never for a word, which a release ships itself.
inline constexpr int kDerivation = 5;

/// Everything that the files of a release are made of.
/// Shape: `previous` is empty for the first release; `plan.next` is empty when nothing changed:
///        such a release can be previewed, not published, and its version is what the next patch
///        would be; `head` holds what the authors wrote, `current` what holds of it on the day of the
///        release; `description` tells of every field of the dataset (contents/dataset_schema.h);
///        `dataset` is all of it, also where the release has no file of that for its size
///        (`has_dataset_file`); `kept` are the files that are taken as they are, not derived.
struct ReleaseContent {
  std::string version;
  std::string released;
  std::string tool_version;
  VersionPlan plan;
  std::optional<PreviousRelease> previous;
  Dataset head;
  CurrentCatalog current;
  Differences differences;
  Origin base_origin;
  Origin head_origin;
  DatasetDescription description;
  nlohmann::json dataset;
  std::vector<ReleaseFile> kept;
  SizeRule sizes = {};
  bool has_dataset_file = true;

  /// Returns what the changes are told with.
  ChangeContext change_context() const;

  /// Returns the file to begin with: the dataset, or the list of the policies, which are it then.
  std::string dataset_file() const;
};

/// A file of a release beside its JSON, and the function that writes it.
/// Shape: one of the functions is there: `render_each` writes all files of a kind, `render_in` those of
///        one language. They also get the files that were written before; where a file `lists` none
///        of them, it is written at the same time as its neighbours.
struct FileRenderer {
  using Files = std::vector<ReleaseFile>;

  std::string name;
  std::function<std::string(const ReleaseContent&, const Files&)> render = nullptr;
  std::function<Files(const ReleaseContent&, const Files&)> render_each = nullptr;
  std::function<Files(const ReleaseContent&, const Files&, const std::string& language)> render_in =
      nullptr;
  bool lists = false;
};

/// How the files of a release are written.
struct Renderers {
  std::vector<FileRenderer> files;
  Jobs jobs = {};
};

/// What a release is made of.
/// Shape: `requested` is a version that somebody asked for; `about` is what the owner of the data
///        states of it, and `notes` what its maintainer writes in each language, Markdown that
///        `are_plain_notes` takes; `checked` are the policies in which nothing was found; the dataset
///        and the changes are split by policy where the JSON of all would have more than
///        `most_json_bytes`.
struct ReleaseRequest {
  std::string released;
  std::string tool_version;
  std::optional<SemVer> requested;
  DatasetAbout about = {};
  std::vector<ReleaseFile> notes = {};
  std::vector<CheckedPolicy> checked = {};
  std::size_t most_json_bytes = kMostJsonBytes;
};

/// Tells whether a release asks its readers to change something, so that its maintainer must say what.
bool needs_notes(const ReleaseContent& content);

/// Returns what the maintainer wrote of a release in a language, else in English; empty where nothing.
std::string_view notes_of(const ReleaseContent& content,
                          std::string_view language = kFallbackLanguage);

/// Tells whether a release is dated on the day of the one before it or later.
/// Errors: `release-order`.
bool dates_ascend(const std::optional<PreviousRelease>& previous,
                  const std::string& released,
                  DiagnosticSink& sink);

/// Builds a release of the policies as they are now.
/// Shape:  `previous` is empty for the first one.
/// Errors: `nothing-to-check`, `release-newer`, `release-order`, `version-too-low`, `derived-name-taken` and whatever
///         is wrong with the dataset when it is read back; nothing is returned then.
std::optional<ReleaseContent> prepare_release(Catalog policies,
                                              const PolicySchema& policy_schema,
                                              std::optional<PreviousRelease> previous,
                                              const ReleaseRequest& request,
                                              const ContractSchemas& schemas,
                                              DiagnosticSink& sink,
                                              const Jobs& jobs = {});

/// Builds a stored release of our derivation again from its dataset and the one before it.
/// Shape:  the schemas and the words are those that it ships.
/// Errors: `version-too-low`, `release-order`, `release-unreadable`; nothing is returned then.
std::optional<ReleaseContent> rederive_release(const StoredRelease& stored,
                                               Dataset head,
                                               std::optional<PreviousRelease> previous,
                                               DiagnosticSink& sink,
                                               const Jobs& jobs = {});

/// Writes all files of a release, sorted by name, the manifest and SHA256SUMS included.
std::vector<ReleaseFile> release_files(const ReleaseContent& content, const Renderers& renderers);

/// Returns what the index says of a release.
IndexEntry index_entry(const ReleaseContent& content, std::string manifest_sha256);

/// Returns the checks of this layer.
const std::vector<CheckInfo>& release_checks();

}  // namespace simrules
