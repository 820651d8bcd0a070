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
constexpr const char* kManifestSchema = "manifest.schema.json";

constexpr const char* kEntries = "policies";

/// What a dataset has around and beside its policies, which its schema is made of.
constexpr const char* kEnvelopeSchema = "envelope.schema.json";

/// What both ways to a release, making and re-deriving it, start from.
/// Shape: `left_out` is what a release that is made again leaves out.
struct Sources {
  Dataset head;
  std::optional<PreviousRelease> previous;
  ReleaseRequest request;
  DatasetDescription description;
  std::vector<ReleaseFile> kept;
  std::optional<std::vector<std::string>> left_out = {};
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

/// Tells whether a release can follow the one before: an older derivation would, and never verify.
bool can_be_followed(const PreviousRelease& previous, DiagnosticSink& sink) {
  if (previous.derivation <= kDerivation) return true;
  return report_error(sink,
                      "release-newer",
                      "",
                      fmt::format("{}, the release before, is of derivation {}, this tool makes {}",
                                  previous.link.version,
                                  previous.derivation,
                                  kDerivation),
                      "use a newer version of simrules");
}

/// Decides what another derivation than that of the release before does to the version: the data may
/// be the same, and its files are others.
VersionLevel derivation_level(int before) {
  if (before == kDerivation) return {};
  return {Level::kPatch,
          {fmt::format("PATCH: the files are made by derivation {}, not {}", kDerivation, before)}};
}

VersionRequest version_request(const Sources& sources) {
  VersionRequest request;
  request.requested = sources.request.requested;
  request.is_first = !sources.previous;
  if (!sources.previous) return request;
  request.base = parse_semver(sources.previous->dataset.version);
  const Dataset& base = sources.previous->dataset;
  request.shape = weightier(shape_level({base.schema_version, base.schema.root()},
                                        {sources.head.schema_version, sources.head.schema.root()}),
                            derivation_level(sources.previous->derivation));
  return request;
}

SemVer version_of(const VersionPlan& plan, const VersionRequest& request) {
  if (plan.next) return *plan.next;
  return next_version(request.base.value_or(SemVer{}), Level::kPatch);
}

/// Gives the data of a release its version and its digest, and decides whether it has a dataset file.
void set_identity(ReleaseContent& content) {
  const std::string text = lines_text(content.dataset);
  content.has_dataset_file = !content.sizes.leaves_out(kDatasetName, text.size());
  content.head.version = content.version;
  content.head.released = content.released;
  content.head.sha256 =
      sha256_hex(content.has_dataset_file ? text : stated_text(content.head.catalog));
}

std::optional<ReleaseContent> derive(Sources sources, const Jobs& jobs, DiagnosticSink& sink) {
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
                         .kept = std::move(sources.kept),
                         .sizes = {sources.request.most_json_bytes, std::move(sources.left_out)}};
  const Dataset& head = content.head;
  content.current =
      current_on(head.catalog, head.schema, parse_date(content.released).value_or(PartialDate{}));
  content.dataset = make_dataset({head.catalog, content.current, head.schema, content.description},
                                 content.version,
                                 content.released,
                                 head.about,
                                 jobs);
  set_identity(content);
  content.head_origin = origin_of(content.head, OriginKind::kRelease, content.version);
  if (content.previous) {
    const Dataset& base = content.previous->dataset;
    content.base_origin = origin_of(base, OriginKind::kRelease, base.version);
  }
  return content;
}

/// Returns what the dataset of a stored release states of itself.
std::optional<DatasetAbout> about_of(const StoredRelease& stored, DiagnosticSink& sink) {
  if (stored.manifest.leaves_out(kDatasetName)) return stored.manifest.about;
  const auto dataset = part_of(stored, kDatasetName, kDatasetLimits, sink);
  return dataset ? std::optional(take_about(dataset->value)) : std::nullopt;
}

bool is_kept(std::string_view name) {
  return name == kChangesSchemaName || name == kManifestSchema || name == kLanguageSchemaName ||
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

/// Writes what the authors wrote and reads it back with the schemas that ship: what cannot be read is
/// not published. What was read of their files is freed on the way.
std::optional<Dataset> read_back(Catalog policies,
                                 const PolicySchema& policy_schema,
                                 const ReleaseRequest& request,
                                 const ContractSchemas& schemas,
                                 const Jobs& jobs,
                                 DiagnosticSink& sink) {
  std::string text(policy_schema.text());
  auto document = read_json(kPolicySchemaName, text, kShippedSchemaLimits, sink);
  if (!document) return std::nullopt;
  std::vector<LanguageFile> languages;
  for (const LanguageText& file : policy_schema.language_files()) {
    languages.push_back({file.tag, language_file_name(file.tag), whole_language(file)});
  }
  auto schema = shipped_policy_schema(std::move(*document), languages, nullptr, schemas, sink);
  if (!schema) return std::nullopt;
  const std::string stated = stated_text(policies);
  policies = Catalog();
  auto catalog = read_stated(kStatedName, stated, *schema, sink, {}, jobs);
  if (!catalog) return std::nullopt;
  return Dataset{.version = {},
                 .released = request.released,
                 .sha256 = {},
                 .catalog = std::move(*catalog),
                 .schema = std::move(*schema),
                 .schema_text = std::move(text),
                 .about = request.about};
}

/// What a dataset of one policy conforms to, for one thread.
struct DatasetCheckers {
  SchemaChecker envelope;
  SchemaChecker whole;
};

/// Tells whether a dataset conforms to the schema that ships beside it: one of each policy does, for
/// nothing there is asked of several together.
bool conforms_to_own_schema(const ReleaseContent& content,
                            const ContractSchemas& schemas,
                            const Jobs& jobs,
                            DiagnosticSink& sink) {
  auto shape = read_json(kDatasetSchemaName,
                         compact_json_text(dataset_schema_of(content.description.told)),
                         kShippedSchemaLimits,
                         sink);
  const auto schema = shape ? Schema::load(std::move(*shape), sink) : std::nullopt;
  if (!schema) return false;
  const json& policies = content.dataset.at(kEntries);
  json around = json::object();
  for (const auto& [name, member] : content.dataset.items())
    if (name != kEntries) around[name] = member;
  std::vector<DatasetCheckers> checkers;
  for (std::size_t i = 0; i < jobs.thread_count(); ++i)
    checkers.push_back({SchemaChecker(schemas.dataset), SchemaChecker(*schema)});
  std::vector<DiagnosticList> found(policies.size());
  for_each_index(policies.size(), jobs, "policies checked", [&](std::size_t i, std::size_t thread) {
    json one = around;
    one[kEntries] = json::array({policies[i]});
    const auto document = read_json(kDatasetName, compact_json_text(one), kDatasetLimits, found[i]);
    if (!document || !checkers[thread].envelope.check(*document, found[i])) return;
    checkers[thread].whole.check(*document, found[i]);
  });
  const bool conforms = std::ranges::all_of(found, &DiagnosticList::empty);
  for (const DiagnosticList& each : found)
    for (Diagnostic& finding : each.sorted()) sink.report(std::move(finding));
  return conforms;
}

}  // namespace

ChangeContext ReleaseContent::change_context() const {
  static const Catalog kNothing;
  return {previous ? previous->dataset.catalog : kNothing, head.catalog, head.schema};
}

std::string ReleaseContent::dataset_file() const {
  return has_dataset_file ? kDatasetName : kPoliciesName;
}

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

std::optional<ReleaseContent> prepare_release(Catalog policies,
                                              const PolicySchema& policy_schema,
                                              std::optional<PreviousRelease> previous,
                                              const ReleaseRequest& request,
                                              const ContractSchemas& schemas,
                                              DiagnosticSink& sink,
                                              const Jobs& jobs) {
  if (policies.policies().empty()) {
    report_error(sink,
                 "nothing-to-check",
                 "",
                 "there is no policy to release",
                 "check that this is the folder that is meant");
    return std::nullopt;
  }
  if (previous && !can_be_followed(*previous, sink)) return std::nullopt;
  auto description = describe_dataset(schemas.dataset, policy_schema, sink);
  if (!description) return std::nullopt;
  std::optional<Dataset> head =
      read_back(std::move(policies), policy_schema, request, schemas, jobs, sink);
  if (!head) return std::nullopt;
  std::vector<ReleaseFile> kept = small_schemas();
  std::ranges::copy(request.notes, std::back_inserter(kept));
  kept.push_back({kChangesSchemaName, compact_json_text(schemas.changes.value())});
  kept.push_back({kManifestSchema, compact_json_text(schemas.manifest.value())});
  kept.push_back({kLanguageSchemaName, compact_json_text(schemas.language.value())});
  kept.push_back({kEnvelopeSchema, compact_json_text(schemas.dataset.value())});
  kept.push_back({kCheckedSchemaName, checked_schema_text()});
  kept.push_back({kCheckedName, checked_text(request.checked)});
  auto content = derive(
      {std::move(*head), std::move(previous), request, std::move(*description), std::move(kept)},
      jobs,
      sink);
  if (!content || !conforms_to_own_schema(*content, schemas, jobs, sink)) return std::nullopt;
  return content;
}

std::optional<ReleaseContent> rederive_release(const StoredRelease& stored,
                                               Dataset head,
                                               std::optional<PreviousRelease> previous,
                                               DiagnosticSink& sink,
                                               const Jobs& jobs) {
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
  auto about = about_of(stored, renaming);
  if (!shipped || !about) return std::nullopt;
  head.about = std::move(*about);
  auto description = describe_dataset(*shipped, head.schema, renaming);
  if (!description) return std::nullopt;
  return derive({std::move(head),
                 std::move(previous),
                 request,
                 std::move(*description),
                 std::move(kept),
                 manifest.left_out},
                jobs,
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
  entry.dataset = content.dataset_file();
  if (!content.previous) return entry;
  entry.changes = summarize(content.differences);
  entry.policies = impacts_by_policy(content.differences);
  return entry;
}

}  // namespace simrules
