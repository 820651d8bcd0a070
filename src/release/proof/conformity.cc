#include "release/proof/conformity.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "document/json_reader.h"
#include "release/contents/changes_json.h"
#include "release/contents/json_text.h"
#include "release/contents/parts/left_out.h"
#include "release/contents/parts/small_files.h"
#include "release/contents/stated.h"
#include "release/contents/words.h"
#include "release/reporting.h"
#include "schema/schema_check.h"

namespace simrules {
namespace {

/// A JSON file of a release and the name of the schema beside it.
struct Described {
  std::string file;
  std::string schema;
};

/// Lists the JSON files of a release with their schemas; the dataset and the files of single policies
/// are not among them.
std::vector<Described> described_files(const StoredRelease& stored) {
  std::vector<Described> all = {{kManifestName, "manifest.schema.json"}};
  if (!stored.manifest.leaves_out(kChangesName)) all.push_back({kChangesName, kChangesSchemaName});
  for (const auto& [name, bytes] : stored.files) {
    if (tells_changes(name) && name != kChangesName) all.push_back({name, kChangesSchemaName});
    if (language_tag_of(name)) all.push_back({name, kLanguageSchemaName});
  }
  for (const char* name : kSmallFiles) {
    if (stored.files.contains(name)) all.push_back({name, small_schema_name(name)});
  }
  if (stored.files.contains(kCheckedName)) all.push_back({kCheckedName, kCheckedSchemaName});
  return all;
}

std::optional<Schema> shipped_schema(const StoredRelease& stored,
                                     const std::string& name,
                                     DiagnosticSink& sink) {
  auto text = part_of(stored, name.c_str(), kShippedSchemaLimits, sink);
  return text ? Schema::load(std::move(*text), sink) : std::nullopt;
}

/// Reads the schema of the files of single policies, with what that of the dataset says of them.
std::optional<Schema> by_policy_schema(const StoredRelease& stored, DiagnosticSink& sink) {
  const auto text = part_of(stored, kByPolicySchemaName, kShippedSchemaLimits, sink);
  const auto dataset = part_of(stored, kDatasetSchemaName, kShippedSchemaLimits, sink);
  if (!text || !dataset) return std::nullopt;
  std::string whole;
  try {
    whole = compact_json_text(with_dataset_entry(text->value, dataset->value));
  } catch (const nlohmann::json::exception& error) {
    report_error(sink,
                 "release-unreadable",
                 text->source.path(),
                 fmt::format("the schema has another shape: {}", error.what()),
                 "restore the files of the release from where they were published");
    return std::nullopt;
  }
  auto document = read_json(text->source.path(), std::move(whole), kShippedSchemaLimits, sink);
  return document ? Schema::load(std::move(*document), sink) : std::nullopt;
}

/// A file that waits for its check, and where its findings go.
struct Waiting {
  std::string file;
  const Schema* schema;
  DiagnosticList* found;
};

/// Reads each schema once, and lists what is to be checked by those that can be read.
class Schedule {
 public:
  explicit Schedule(const StoredRelease& stored) : stored_(stored) {}

  void add(const Described& described, DiagnosticList& found) {
    const auto [schema, is_new] = schemas_.try_emplace(described.schema);
    if (is_new) schema->second = shipped_schema(stored_, described.schema, found);
    if (schema->second) waiting_.push_back({described.file, &*schema->second, &found});
  }

  void add_policies(DiagnosticList& found) {
    const auto is_one = [](const auto& file) { return is_by_policy(file.first); };
    if (std::ranges::none_of(stored_.files, is_one)) return;
    std::optional<Schema>& schema = schemas_[kByPolicySchemaName];
    schema = by_policy_schema(stored_, found);
    if (!schema) return;
    for (const auto& [name, bytes] : stored_.files)
      if (is_by_policy(name)) waiting_.push_back({name, &*schema, &found});
  }

  const std::vector<Waiting>& waiting() const { return waiting_; }

 private:
  const StoredRelease& stored_;
  std::map<std::string, std::optional<Schema>> schemas_;
  std::vector<Waiting> waiting_;
};

const DocumentLimits& limits_of(std::string_view file) {
  return file == kManifestName || file == kPoliciesName ? kListLimits : kDatasetLimits;
}

}  // namespace

bool Conformity::pass_on(const DiagnosticList& found, DiagnosticSink& sink) {
  RenamingSink renaming(sink, "release-unreadable");
  for (Diagnostic& finding : found.sorted()) renaming.report(std::move(finding));
  return found.empty();
}

Conformity conformity_of(const StoredRelease& stored, const Jobs& jobs) {
  Conformity conformity;
  Schedule schedule(stored);
  const Manifest& manifest = stored.manifest;
  if (manifest.schema_version >= kFirstStatedVersion && !manifest.leaves_out(kDatasetName))
    schedule.add({kDatasetName, kDatasetSchemaName}, conformity.dataset_);
  for (const Described& each : described_files(stored)) schedule.add(each, conformity.others_);
  schedule.add_policies(conformity.policies_);

  const std::vector<Waiting>& waiting = schedule.waiting();
  std::vector<std::map<const Schema*, SchemaChecker>> checkers(jobs.thread_count());
  std::vector<DiagnosticList> found(waiting.size());
  for_each_index(waiting.size(), jobs, "files checked", [&](std::size_t i, std::size_t thread) {
    const auto& [file, schema, all] = waiting[i];
    const auto document = part_of(stored, file.c_str(), limits_of(file), found[i]);
    if (document)
      checkers[thread].try_emplace(schema, *schema).first->second.check(*document, found[i]);
  });
  for (std::size_t i = 0; i < waiting.size(); ++i) waiting[i].found->absorb(found[i]);
  return conformity;
}

}  // namespace simrules
