#include "release/release.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "base/text.h"
#include "base/threads/parallel.h"
#include "diff/diff.h"
#include "document/json_reader.h"
#include "release/contents/dataset_schema.h"
#include "release/contents/json_text.h"
#include "release/contents/parts/localized_name.h"
#include "release/contents/parts/small_files.h"
#include "release/contents/stated.h"
#include "release/contents/told/shipped_schema.h"
#include "release/contents/words.h"
#include "release/reporting.h"
#include "schema/language/file.h"
#include "schema/schema_check.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The files of a release that are taken as they are, beside the dataset and its schemas.
constexpr const char* kChangesSchema = "changes.schema.json";
constexpr const char* kManifestSchema = "manifest.schema.json";

/// What a dataset has around and beside its policies, which its schema is made of.
constexpr const char* kEnvelopeSchema = "envelope.schema.json";

/// What both ways to a release, making and re-deriving it, start from.
struct Sources {
  Dataset head;
  std::optional<PreviousRelease> previous;
  ReleaseRequest request;
  DatasetDescription description;
  std::vector<ReleaseFile> kept;
};

/// Compares the datasets; what their schemas let pass may still be more than the comparison
/// expects.
std::optional<Differences> differences_between(const Sources& sources, DiagnosticSink& sink) {
  const Dataset& head = sources.head;
  try {
    if (!sources.previous) return diff(Catalog(), head.schema, head.catalog, head.schema);
    const Dataset& base = sources.previous->dataset;
    return diff(base.catalog, base.schema, head.catalog, head.schema);
  } catch (const json::exception& error) {
    report_error(sink,
                 "release-unreadable",
                 "",
                 fmt::format("the datasets cannot be compared: {}", error.what()),
                 "restore the files of the releases from where they were published");
    return std::nullopt;
  }
}

VersionRequest version_request(const Sources& sources) {
  VersionRequest request;
  request.requested = sources.request.requested;
  request.is_first = !sources.previous;
  if (!sources.previous) return request;
  request.base = parse_semver(sources.previous->dataset.version);
  const Dataset& base = sources.previous->dataset;
  request.shape = shape_level({base.schema_version, base.schema.root()},
                              {sources.head.schema_version, sources.head.schema.root()});
  return request;
}

SemVer version_of(const VersionPlan& plan, const VersionRequest& request) {
  if (plan.next) return *plan.next;
  return next_version(request.base.value_or(SemVer{}), Level::kPatch);
}

std::optional<ReleaseContent> derive(Sources sources, DiagnosticSink& sink) {
  if (!dates_ascend(sources.previous, sources.request.released, sink)) return std::nullopt;
  std::optional<Differences> differences = differences_between(sources, sink);
  if (!differences) return std::nullopt;
  const VersionRequest version = version_request(sources);
  std::optional<VersionPlan> plan =
      plan_version(differences->changes, sources.head.catalog, version, sink);
  if (!plan) return std::nullopt;

  ReleaseContent content{.version = to_string(version_of(*plan, version)),
                         .released = sources.request.released,
                         .tool_version = sources.request.tool_version,
                         .plan = std::move(*plan),
                         .previous = std::move(sources.previous),
                         .head = std::move(sources.head),
                         .current = {},
                         .differences = std::move(*differences),
                         .base_origin = {},
                         .head_origin = {},
                         .description = std::move(sources.description),
                         .dataset = {},
                         .dataset_text = {},
                         .changes_text = {},
                         .kept = std::move(sources.kept)};
  const Dataset& head = content.head;
  content.current =
      current_on(head.catalog, head.schema, parse_date(content.released).value_or(PartialDate{}));
  content.dataset = make_dataset({head.catalog, content.current, head.schema, content.description},
                                 content.version,
                                 content.released,
                                 head.about);
  content.dataset_text = lines_text(content.dataset);
  content.head.version = content.version;
  content.head.released = content.released;
  content.head.sha256 = sha256_hex(content.dataset_text);
  content.head_origin = origin_of(content.head, OriginKind::kRelease, content.version);
  if (content.previous) {
    const Dataset& base = content.previous->dataset;
    content.base_origin = origin_of(base, OriginKind::kRelease, base.version);
  }
  static const Catalog kNothing;
  content.changes_text =
      json_text(changes_json(content.base_origin,
                             content.head_origin,
                             content.differences,
                             content.plan,
                             {content.previous ? content.previous->dataset.catalog : kNothing,
                              content.head.catalog,
                              content.head.schema}));
  return content;
}

bool is_kept(std::string_view name) {
  return name == kChangesSchema || name == kManifestSchema || name == kLanguageSchemaName ||
         name == kEnvelopeSchema || name == kCheckedName || name == kCheckedSchemaName ||
         is_notes(name) || is_small_schema(name);
}

/// Tells whether the policies that are said to be checked are those of the release.
bool tells_of(const std::string& path,
              const std::string& checked,
              const Catalog& catalog,
              DiagnosticSink& sink) {
  RenamingSink renaming(sink, "release-unreadable");
  const auto policies = read_checked(path, checked, renaming);
  if (!policies || are_of(*policies, catalog)) return policies.has_value();
  return report_error(
      sink,
      "release-file-differs",
      path,
      fmt::format("{} tells of other policies than the release holds", quoted(path)),
      "restore the files of the release from where they were published");
}

std::string text_of(const PolicySchema& schema) {
  return std::string(schema.schema().document().source.text());
}

/// Writes what the authors wrote and reads it back with the schemas that ship: what cannot be read is
/// not published.
std::optional<Dataset> read_back(const Catalog& policies,
                                 const PolicySchema& policy_schema,
                                 const ReleaseRequest& request,
                                 const ContractSchemas& schemas,
                                 DiagnosticSink& sink) {
  std::string text = text_of(policy_schema);
  auto document = read_json(kPolicySchemaName, text, kShippedSchemaLimits, sink);
  if (!document) return std::nullopt;
  std::vector<LanguageFile> languages;
  for (const LanguageText& file : policy_schema.language_files()) {
    languages.push_back({file.tag, language_file_name(file.tag), whole_language(file)});
  }
  auto schema = shipped_policy_schema(std::move(*document), languages, nullptr, schemas, sink);
  if (!schema) return std::nullopt;
  auto catalog = read_stated(kStatedName, stated_text(policies), *schema, sink);
  if (!catalog) return std::nullopt;
  return Dataset{.version = {},
                 .released = request.released,
                 .sha256 = {},
                 .catalog = std::move(*catalog),
                 .schema = std::move(*schema),
                 .schema_text = std::move(text),
                 .about = request.about};
}

/// Tells whether a dataset conforms to the schema that ships beside it.
bool conforms_to_own_schema(const ReleaseContent& content,
                            const ContractSchemas& schemas,
                            DiagnosticSink& sink) {
  const auto dataset = read_json(kDatasetName, content.dataset_text, kDatasetLimits, sink);
  auto shape = read_json(kDatasetSchemaName,
                         compact_json_text(dataset_schema_of(content.description.told)),
                         kShippedSchemaLimits,
                         sink);
  if (!dataset || !shape) return false;
  const auto schema = Schema::load(std::move(*shape), sink);
  return schema && SchemaChecker(schemas.dataset).check(*dataset, sink) &&
         SchemaChecker(*schema).check(*dataset, sink);
}

void check_names(const std::vector<ReleaseFile>& files) {
  for (std::size_t i = 1; i < files.size(); ++i) {
    if (files[i].name != files[i - 1].name) continue;
    throw std::logic_error(fmt::format("two files of a release are called {}", files[i].name));
  }
}

bool by_name(const ReleaseFile& a, const ReleaseFile& b) { return a.name < b.name; }

void seal(ReleaseFile& file) { file.sha256 = sha256_hex(file.bytes); }

/// Writes some files of a release.
using Writer = std::function<std::vector<ReleaseFile>()>;

/// Adds what writes the files of a renderer, which reads `files` when it runs.
void add_writers(const FileRenderer& file,
                 const ReleaseContent& content,
                 const std::vector<ReleaseFile>& files,
                 std::vector<Writer>& writers) {
  if (file.render) {
    writers.push_back([&] {
      return std::vector{ReleaseFile{file.name, file.render(content, files)}};
    });
  } else if (file.render_each) {
    writers.push_back([&] { return file.render_each(content, files); });
  } else {
    for (const std::string& language : content.head.schema.languages())
      writers.push_back([&, language] { return file.render_in(content, files, language); });
  }
}

/// Runs writers at the same time, and adds their files with the digests.
void write_all(std::vector<Writer>& writers, std::size_t jobs, std::vector<ReleaseFile>& files) {
  std::vector<std::vector<ReleaseFile>> written(writers.size());
  for_each_index(writers.size(), jobs, [&](std::size_t i, std::size_t) {
    written[i] = writers[i]();
    std::ranges::for_each(written[i], seal);
  });
  for (std::vector<ReleaseFile>& each : written) std::ranges::move(each, std::back_inserter(files));
  writers.clear();
}

}  // namespace

bool dates_ascend(const std::optional<PreviousRelease>& previous,
                  const std::string& released,
                  DiagnosticSink& sink) {
  if (!previous || previous->dataset.released <= released) return true;
  return report_error(sink,
                      "release-order",
                      "",
                      fmt::format("the release is dated {}, before the previous one of {}",
                                  released,
                                  previous->dataset.released),
                      "date it on the day of the previous release or later");
}

std::optional<ReleaseContent> prepare_release(const Catalog& policies,
                                              const PolicySchema& policy_schema,
                                              std::optional<PreviousRelease> previous,
                                              const ReleaseRequest& request,
                                              const ContractSchemas& schemas,
                                              DiagnosticSink& sink) {
  if (policies.policies().empty()) {
    report_error(sink,
                 "nothing-to-check",
                 "",
                 "there is no policy to release",
                 "check that this is the folder that is meant");
    return std::nullopt;
  }
  auto description = describe_dataset(schemas.dataset, policy_schema, sink);
  if (!description) return std::nullopt;
  std::optional<Dataset> head = read_back(policies, policy_schema, request, schemas, sink);
  if (!head) return std::nullopt;
  std::vector<ReleaseFile> kept = small_schemas();
  std::ranges::copy(request.notes, std::back_inserter(kept));
  kept.push_back({kChangesSchema, compact_json_text(schemas.changes.value())});
  kept.push_back({kManifestSchema, compact_json_text(schemas.manifest.value())});
  kept.push_back({kLanguageSchemaName, compact_json_text(schemas.language.value())});
  kept.push_back({kEnvelopeSchema, compact_json_text(schemas.dataset.value())});
  kept.push_back({kCheckedSchemaName, checked_schema_text()});
  kept.push_back({kCheckedName, checked_text(request.checked)});
  auto content = derive(
      {std::move(*head), std::move(previous), request, std::move(*description), std::move(kept)},
      sink);
  if (!content || !conforms_to_own_schema(*content, schemas, sink)) return std::nullopt;
  return content;
}

std::optional<ReleaseContent> rederive_release(const StoredRelease& stored,
                                               Dataset head,
                                               std::optional<PreviousRelease> previous,
                                               DiagnosticSink& sink) {
  const Manifest& manifest = stored.manifest;
  const ReleaseRequest request{
      manifest.released, manifest.tool_version, parse_semver(manifest.version)};
  std::vector<ReleaseFile> kept;
  for (const auto& [name, bytes] : stored.files) {
    if (is_kept(name)) kept.push_back({name, bytes});
    const std::string path = stored.folder + '/' + name;
    if (is_notes(name) && !are_plain_notes(path, bytes, sink)) return std::nullopt;
    if (name == kCheckedName && !tells_of(path, bytes, head.catalog, sink)) return std::nullopt;
  }
  RenamingSink renaming(sink, "release-unreadable");
  auto envelope = part_of(stored, kEnvelopeSchema, kShippedSchemaLimits, renaming);
  const auto shipped = envelope ? Schema::load(std::move(*envelope), renaming) : std::nullopt;
  const auto dataset = part_of(stored, kDatasetName, kDatasetLimits, renaming);
  if (!shipped || !dataset) return std::nullopt;
  head.about = take_about(dataset->value);
  auto description = describe_dataset(*shipped, head.schema, renaming);
  if (!description) return std::nullopt;
  return derive(
      {std::move(head), std::move(previous), request, std::move(*description), std::move(kept)},
      sink);
}

bool needs_notes(const ReleaseContent& content) {
  if (!content.previous || !content.plan.next) return false;
  const std::optional<SemVer> before = parse_semver(content.previous->link.version);
  return before && before->major < content.plan.next->major;
}

std::string_view notes_of(const ReleaseContent& content, std::string_view language) {
  for (const std::string& name : {localized_name(kNotesName, language), std::string(kNotesName)}) {
    const auto notes = std::ranges::find(content.kept, name, &ReleaseFile::name);
    if (notes != content.kept.end()) return notes->bytes;
  }
  return {};
}

IndexEntry index_entry(const ReleaseContent& content, std::string manifest_sha256) {
  IndexEntry entry{content.version, content.released, std::move(manifest_sha256)};
  entry.schema_version = content.head.schema_version;
  if (!content.previous) return entry;
  entry.changes = summarize(content.differences);
  entry.policies = impacts_by_policy(content.differences);
  return entry;
}

std::vector<ReleaseFile> release_files(const ReleaseContent& content, const Renderers& renderers) {
  std::vector<ReleaseFile> files = content.kept;
  files.push_back({kDatasetName, content.dataset_text});
  files.push_back({kStatedName, stated_text(content.head.catalog)});
  files.push_back(
      {kDatasetSchemaName, compact_json_text(dataset_schema_of(content.description.told))});
  files.push_back({kPolicySchemaName, text_of(content.head.schema)});
  files.push_back({"changes.json", content.changes_text});
  for (const LanguageText& file : content.head.schema.language_files()) {
    files.push_back({language_file_name(file.tag), file.text});
  }
  for_each_index(files.size(), renderers.jobs, [&](std::size_t i, std::size_t) { seal(files[i]); });
  std::vector<Writer> waiting;
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
