#include "cli/sources/baseline.h"

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/report_error.h"
#include "base/semver.h"
#include "base/text.h"
#include "cli/sources/commit.h"
#include "cli/sources/loader.h"
#include "document/json_reader.h"
#include "release/contents/dataset.h"
#include "release/stored/index.h"
#include "release/stored/stored_release.h"
#include "schema/language/file.h"
#include "validate/validate.h"

namespace simrules {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRelease = "release";
constexpr char kChoice = ':';
constexpr std::string_view kGit = "git:";
constexpr const char* kSchemaReplaced = "schema-replaced";

bool are_told_apart(const Catalog& catalog, const PolicySchema& schema, DiagnosticSink& sink) {
  std::vector<const Policy*> policies;
  for (const Policy& policy : catalog.policies()) policies.push_back(&policy);
  return are_told_apart(policies, schema, sink);
}

std::string policies_of(const Repository& repository) {
  return repository.found() ? repository.path("policies") : "policies";
}

std::optional<Side> load_policies_side(const InputFile& input,
                                       const Repository& repository,
                                       const Jobs& jobs,
                                       DiagnosticList& findings,
                                       const ReadBefore& before) {
  auto schema = repository.policy_schema(findings);
  std::vector<InputFile> files;
  if (!schema || !expand_path(input, FileKind::kPolicy, jobs.most_files, files, findings))
    return std::nullopt;
  LoadedPolicies loaded = load_policies(files, *schema, jobs, findings, before);
  if (!loaded.complete || !are_told_apart(loaded.catalog, *schema, findings)) return std::nullopt;
  Origin origin{
      OriginKind::kFolder, input.shown, "", policies_digest(loaded.catalog, loaded.unread)};
  Side side{std::move(origin), std::move(loaded.catalog), std::move(*schema)};
  side.sound = std::move(loaded.sound);
  return side;
}

/// Reads the policy schema of a commit; one from before there was any is the present one.
std::optional<PolicySchema> schema_of(const CommitContent& content,
                                      const Repository& repository,
                                      DiagnosticSink& sink) {
  if (content.schema.empty()) return repository.policy_schema(sink);
  auto document = read_json("schemas/policy.schema.json", content.schema, kSchemaLimits, sink);
  auto schema = document ? Schema::load(std::move(*document), sink) : std::nullopt;
  const auto shape = repository.language_schema(sink);
  if (!schema || !shape) return std::nullopt;
  // A commit from before language files has the words in its schema.
  if (has_inline_words(schema->value())) return PolicySchema::from_checked(std::move(*schema));
  LanguagesPtr words = take_languages(content.languages, *shape, schema->value(), sink);
  if (words == nullptr) return std::nullopt;
  return PolicySchema::from_checked(std::move(*schema), std::move(words));
}

/// Passes on what was found in a commit, so that it cannot be taken for the files at hand.
void report_in_commit(const DiagnosticList& found,
                      const std::string& prefix,
                      DiagnosticSink& sink) {
  for (Diagnostic finding : found.sorted()) {
    if (!finding.place.path.empty()) finding.place.path.insert(0, prefix);
    sink.report(std::move(finding));
  }
}

/// Tells whether a path lies in the repository, or is the only hint at one.
bool is_below(const std::string& path, const Repository& repository) {
  if (path.empty() || !repository.found()) return !path.empty();
  std::error_code ignored;
  const fs::path from_root =
      (fs::current_path(ignored) / path).lexically_normal().lexically_relative(repository.root());
  return from_root.begin() == from_root.end() || *from_root.begin() != "..";
}

std::optional<Side> load_commit_side(const std::string& ref,
                                     const HeadPlace& head,
                                     const Repository& repository,
                                     const Jobs& jobs,
                                     DiagnosticList& findings) {
  DiagnosticList found;
  const PolicyTree tree =
      PolicyTree::of(is_below(head.path, repository) ? head.path : policies_of(repository));
  const auto content = read_commit(ref, head.from_fork, tree, found);
  DiagnosticList unreadable;
  auto schema = content ? schema_of(*content, repository, unreadable) : std::nullopt;
  const bool is_replaced = content && !schema;
  if (is_replaced) schema = replacement_of(unreadable, found);
  CheckedById unread;
  std::string damage;
  if (schema && head.reuse) {
    const ReuseRun run{*head.reuse, *schema, repository, jobs};
    unread = unread_of_commit(*content, tree.git.folder, run, damage);
  }
  LoadedPolicies loaded;
  ReadBefore before = head.read;
  before.unread = &unread;
  if (schema) loaded = load_policies(content->policies, *schema, jobs, found, before);
  const bool usable = schema && loaded.complete && are_told_apart(loaded.catalog, *schema, found);
  report_in_commit(found, content ? content->commit.prefix : ref + ":", findings);
  if (!usable) return std::nullopt;
  Origin origin{
      OriginKind::kGit, content->commit.id, "", policies_digest(loaded.catalog, loaded.unread)};
  Side side{std::move(origin), std::move(loaded.catalog), std::move(*schema)};
  side.name = std::string(kGit) + content->commit.name;
  side.prefix = content->commit.prefix;
  side.notes = {content->commit.note, std::move(damage)};
  side.unread = std::move(unread);
  side.is_schema_replaced = is_replaced;
  side.sound = std::move(loaded.sound);
  return side;
}

/// Where a dataset is loaded, and what is known of the other side.
struct DatasetRun {
  const Repository& repository;
  const HeadPlace& head;
  const Jobs& jobs;
};

std::optional<Side> load_dataset_side(const std::string& path,
                                      OriginKind kind,
                                      const std::string& name,
                                      const DatasetRun& run,
                                      DiagnosticList& findings) {
  const auto schemas = run.repository.contract_schemas(findings);
  if (!schemas) return std::nullopt;
  CheckedById unread;
  const LeaveOut leave_out = [&](const StoredRelease& release, const PolicySchema& schema) {
    std::set<std::string> paths;
    if (!run.head.reuse) return paths;
    unread = unread_of_release(release, {*run.head.reuse, schema, run.repository, run.jobs});
    for (const auto& [id, policy] : unread) paths.insert(policy.path);
    return paths;
  };
  auto dataset = load_dataset(path, *schemas, findings, leave_out);
  if (!dataset) return std::nullopt;
  Origin origin = origin_of(*dataset, kind, name);
  Side side{std::move(origin),
            std::move(dataset->catalog),
            std::move(dataset->schema),
            dataset->schema_version,
            dataset->released};
  side.unread = std::move(unread);
  return side;
}

/// Finds the version that `release` or `release:VERSION` means in the index.
std::optional<std::string> find_version(const std::string& form,
                                        const Repository& repository,
                                        DiagnosticList& findings) {
  const auto schemas = repository.contract_schemas(findings);
  if (!schemas) return std::nullopt;
  const auto index = read_index(repository.shown("reports"), schemas->index, findings);
  if (!index) return std::nullopt;
  const std::string wanted = form == kRelease ? "" : form.substr(kRelease.size() + 1);
  if (wanted.empty() && !index->releases.empty()) return index->releases.back().version;
  if (index->find(wanted) != nullptr) return wanted;
  std::vector<std::string> known;
  for (const IndexEntry& entry : index->releases) known.push_back(entry.version);
  findings.report(
      {.check = "unknown-release",
       .place = {.path = repository.shown("reports/index.json")},
       .message = wanted.empty() ? "there is no release yet"
                                 : fmt::format("there is no release {}", quoted(wanted)),
       .help = known.empty() ? "make the first one with `simrules release --initial`"
                             : fmt::format("the releases are {}", quoted_list(known, "and"))});
  return std::nullopt;
}

/// Says how what is no path is written: a branch or a version that was named as elsewhere.
std::string way_to_side(const std::string& form, const Repository& repository) {
  if (parse_semver(form)) return fmt::format("a release is written `release:{}`", printable(form));
  const std::string ref = form.substr(0, form.find(kChoice));
  const Git git = PolicyTree::of(policies_of(repository)).git;
  const std::vector<std::string> near = near_refs(git, ref);
  if (!near.empty()) {
    return fmt::format("a commit is written with `git:` before it: `git:{}`",
                       printable(near.front()));
  }
  return "name a file or a folder that is there, a commit as in `git:main`, or `release`";
}

}  // namespace

std::optional<PolicySchema> replacement_of(const DiagnosticList& unreadable, DiagnosticList& sink) {
  const std::vector<Diagnostic> reasons = unreadable.sorted();
  if (reasons.empty()) return std::nullopt;
  sink.report(
      {.check = kSchemaReplaced,
       .severity = Severity::kWarning,
       .place = reasons.front().place,
       .message = "the schema of the base cannot be read, so the one in simrules is taken: " +
                  reasons.front().message,
       .help = "mend the schema there, or use the version of simrules that it is for"});
  return Repository().policy_schema(sink);
}

std::optional<PartialDate> day_of(const Side& side) {
  std::string_view newest = side.released;
  if (newest.empty()) {
    for (const Policy& policy : side.catalog.policies()) {
      newest = std::max(newest, newest_revision(policy));
    }
  }
  return parse_date(newest);
}

std::optional<Side> load_side(const std::string& form,
                              const Repository& repository,
                              const Jobs& jobs,
                              DiagnosticList& findings,
                              const HeadPlace& head) {
  if (form.empty()) return load_repository_side(repository, jobs, findings, head.read);
  if (form == kRelease || form.starts_with(std::string(kRelease) + kChoice)) {
    const auto version = find_version(form, repository, findings);
    if (!version) return std::nullopt;
    return load_dataset_side(repository.shown("reports/" + *version + '/' + kDatasetName),
                             OriginKind::kRelease,
                             *version,
                             {repository, head, jobs},
                             findings);
  }
  if (form.starts_with(kGit)) {
    return load_commit_side(form.substr(kGit.size()), head, repository, jobs, findings);
  }
  std::error_code ignored;
  const fs::path path(form);
  if (holds_dataset(form)) {
    return load_dataset_side((path / kDatasetName).string(),
                             OriginKind::kDataset,
                             form,
                             {repository, head, jobs},
                             findings);
  }
  if (fs::symlink_status(path, ignored).type() == fs::file_type::not_found) {
    report_error(findings,
                 "unreadable-file",
                 form,
                 fmt::format("there is no file or folder {}", quoted(form)),
                 way_to_side(form, repository));
    return std::nullopt;
  }
  if (path.extension() == ".json") {
    return load_dataset_side(form, OriginKind::kDataset, form, {repository, head, jobs}, findings);
  }
  return load_policies_side({form, form}, repository, jobs, findings, head.read);
}

// Of the data alone: that its files would be others is known where a release is made.
VersionPlan plan_of(const Side& base, const Side& head, const std::vector<Change>& changes) {
  VersionRequest request;
  request.base = parse_semver(base.origin.version);
  request.shape = shape_level({base.schema_version, base.schema.root()},
                              {head.schema_version, head.schema.root()});
  // Only a version that somebody asks for can be refused.
  DiagnosticList nothing;
  return plan_version(changes, head.catalog, request, nothing).value_or(VersionPlan{});
}

std::vector<std::string> side_forms() {
  const std::string chosen = std::string(kRelease) + kChoice;
  std::vector<std::string> forms = {std::string(kRelease), chosen, std::string(kGit)};
  const Repository repository = Repository::find("");
  std::error_code ignored;
  if (!repository.found()) return forms;
  for (const fs::path& path : fs::directory_iterator(repository.path("reports"), ignored)) {
    const std::string name = path.filename().string();
    if (parse_semver(name)) forms.push_back(chosen + name);
  }
  std::ranges::sort(forms.begin() + 3, forms.end());
  return forms;
}

Option against_option(std::string& against) {
  return {
      .name = "--against",
      .value = "BASE",
      .help =
          "the base: `release`, `release:VERSION`, `git:REF`, `git:REF...` (where HEAD left it), "
          "a dataset.json, a release folder or a folder of policies",
      .target = &against,
      .kind = ValueKind::kPath,
      .suggestions = side_forms};
}

Option no_reuse_option(bool& no_reuse) {
  return {.name = "--no-reuse",
          .help =
              "read every policy, also those that stand as the newest release has checked them; "
              "what is said is the same",
          .target = &no_reuse};
}

std::optional<Side> load_repository_side(const Repository& repository,
                                         const Jobs& jobs,
                                         DiagnosticList& findings,
                                         const ReadBefore& before) {
  if (!repository.found()) {
    report_no_policies(findings);
    return std::nullopt;
  }
  const std::string policies = repository.path("policies");
  if (!is_checked_out(PolicyTree::of(policies), findings)) return std::nullopt;
  return load_policies_side({policies, "policies"}, repository, jobs, findings, before);
}

const std::vector<CheckInfo>& baseline_checks() {
  static const std::vector<CheckInfo> kTable = {
      {"unknown-commit",
       Severity::kError,
       "Git has not the commit that a comparison names.",
       "Comparing with nothing would look as if everything were new.",
       "simrules diff --against git:no-such-branch",
       "simrules diff --against git:origin/main",
       ExampleKind::kCommand},
      {"git-refuses",
       Severity::kError,
       "Git does not read the repository, or there is no git.",
       "Without the base nothing can be told of a change; git says itself what it needs.",
       "cd /tmp\nsimrules diff --against git:main policies",
       "simrules diff --against git:main",
       ExampleKind::kCommand},
      {"sparse-checkout",
       Severity::kError,
       "Git leaves policies out of the work tree, as a sparse checkout asks it to.",
       "A policy that is not checked out would look as if somebody had removed it.",
       "git sparse-checkout set src\nsimrules gate --against git:main",
       "git sparse-checkout add policies\nsimrules gate --against git:main",
       ExampleKind::kCommand},
      {"unknown-release",
       Severity::kError,
       "There is no release of the version that a comparison names.",
       "Comparing with nothing would look like no change.",
       "simrules diff --against release:9.9.9",
       "simrules diff --against release",
       ExampleKind::kCommand},
      {kSchemaReplaced,
       Severity::kWarning,
       "The commit that a comparison names has a policy schema that this version cannot read.",
       "A schema of another version must not keep data from being judged.",
       "sed -i 's/\"x-better\"/\"x-bettter\"/' schemas/policy.schema.json\n"
       "git commit -qam 'Misspell a keyword'\n"
       "simrules gate --against git:HEAD",
       "git reset -q --hard HEAD^\n"
       "simrules gate --against git:HEAD",
       ExampleKind::kCommand},
  };
  return kTable;
}

}  // namespace simrules
