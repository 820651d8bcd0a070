#include "cli/sources/loader.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/disk/files.h"
#include "base/report_error.h"
#include "base/text.h"
#include "base/threads/parallel.h"
#include "cli/sources/translations.h"
#include "document/foreign_json.h"
#include "document/json_reader.h"
#include "document/yaml_reader.h"
#include "model/policy_id.h"
#include "schema/schema_check.h"

namespace simrules {
namespace {

constexpr DocumentLimits kPolicyLimits{};

/// What became of one file: its findings, and the document if it conforms; `before` is set instead
/// where it was read before.
struct Slot {
  DiagnosticList findings;
  std::optional<Document> document;
  const Policy* before = nullptr;
  bool was_read = false;
  std::vector<FileDigest> translations;
};

bool is_json(const InputFile& file) { return file.shown.ends_with(".json"); }

const DocumentLimits& limits_of(const InputFile& file) {
  return is_json(file) ? kDatasetLimits : kPolicyLimits;
}

/// Reports what a schema does not allow in a document; true if nothing is wrong.
using CheckDocument = std::function<bool(const Document& document, DiagnosticSink& sink)>;

/// Adds the translations of a policy to it; true if nothing is wrong with them.
bool translate(const InputFile& file,
               const PolicySchema& schema,
               const CheckDocument& check,
               Slot& slot) {
  const std::size_t before = slot.findings.count(Severity::kError);
  const TranslatedPlaces places =
      read_translations(file, schema, *slot.document, slot.translations, slot.findings);
  const bool is_fine = slot.findings.count(Severity::kError) == before;
  TranslatedSink sink(places, slot.findings);
  return (places.empty() || check(*slot.document, sink)) && is_fine;
}

/// The sound policies of another run by the names of their files.
using KnownFiles = std::map<std::string_view, const Policy*>;

KnownFiles known_files(const ReadBefore& before, const PolicySchema& schema) {
  KnownFiles known;
  if (before.catalog == nullptr) return known;
  if (before.schema->text() != schema.text()) return known;
  for (const Policy& policy : before.catalog->policies()) {
    if (before.sound->contains(policy.path)) known.emplace(policy.path, &policy);
  }
  return known;
}

/// What every file of a run is processed with.
/// Shape: `policy_schema` is null for documents that are no policies.
struct Run {
  const PolicySchema* policy_schema = nullptr;
  KnownFiles known = {};
};

/// Returns the policy that was read before from the same bytes; nullptr where none was.
const Policy* find_before(const InputFile& file, const std::string& text, const Run& run) {
  const auto known = run.known.find(file.shown);
  const bool is_same = known != run.known.end() && known->second->document->source.text() == text;
  return is_same && has_translations(file, known->second->translations) ? known->second : nullptr;
}

void process(const InputFile& file, const CheckDocument& check, const Run& run, Slot& slot) {
  const DocumentLimits& limits = limits_of(file);
  auto text = read_input(file, slot.findings);
  if (!text) return;
  slot.was_read = true;
  slot.before = find_before(file, *text, run);
  if (slot.before != nullptr) return;
  auto document = is_json(file)
                      ? read_foreign_json(file.shown, std::move(*text), limits, slot.findings)
                      : read_doubtful_yaml(file.shown, std::move(*text), limits, slot.findings);
  if (!document) return;
  const bool conforms = check(*document, slot.findings);
  if (!conforms || !document->sound) return;
  slot.document = std::move(document);
  const bool is_translated = run.policy_schema != nullptr && !file.translations.empty();
  if (is_translated && !translate(file, *run.policy_schema, check, slot)) slot.document.reset();
}

/// Tells whether a shell left a pattern as it was because no file matches it.
bool is_unmatched_pattern(const InputFile& input) {
  std::error_code ignored;
  return input.path.find_first_of("*?[") != std::string::npos &&
         !std::filesystem::exists(std::filesystem::symlink_status(input.path, ignored));
}

bool report_unmatched(const InputFile& input, DiagnosticSink& sink) {
  return report_error(sink,
                      "nothing-to-check",
                      input.shown,
                      "no file matches this pattern",
                      "name a file or a folder that is there");
}

/// Runs `process` over all files; those of policies get their translations. A checker is for one
/// thread: it compiles patterns when texts meet them, which `Schema::from_checked` makes safe.
std::vector<Slot> process_all(const std::vector<InputFile>& files,
                              const std::function<CheckDocument()>& make_checker,
                              const Jobs& jobs,
                              const Run& run = {}) {
  std::vector<Slot> slots(files.size());
  const std::size_t workers = std::min(jobs.thread_count(), std::max<std::size_t>(files.size(), 1));
  std::vector<CheckDocument> checkers;
  for (std::size_t i = 0; i < workers; ++i) checkers.push_back(make_checker());
  for_each_index(files.size(), jobs, "files checked", [&](std::size_t file, std::size_t thread) {
    process(files[file], checkers[thread], run, slots[file]);
  });
  return slots;
}

/// Makes checkers of a schema, each for one thread.
template <typename Checker, typename SchemaType>
std::function<CheckDocument()> checkers_of(const SchemaType& schema) {
  return [&schema]() -> CheckDocument {
    const auto checker = std::make_shared<Checker>(schema);
    return [checker](const Document& document, DiagnosticSink& sink) {
      return checker->check(document, sink);
    };
  };
}

/// Takes the files out that need not be read.
std::vector<CheckedPolicy> take_unread(std::vector<InputFile>& files, const ReadBefore& before) {
  std::vector<CheckedPolicy> unread;
  if (before.unread == nullptr) return unread;
  std::erase_if(files, [&](const InputFile& file) {
    const auto known = before.unread->find(file_id(file));
    if (known == before.unread->end()) return false;
    CheckedPolicy policy = known->second;
    policy.path = file.shown;
    for (std::size_t i = 0; i < policy.translations.size(); ++i)
      policy.translations[i].path = file.translations[i].shown;
    unread.push_back(std::move(policy));
    return true;
  });
  return unread;
}

/// Units: bytes; 0 for a file that cannot be looked at, which reading it reports.
std::uintmax_t size_of(const InputFile& file) {
  if (file.text) return file.text->size();
  std::error_code unreadable;
  const std::uintmax_t size = std::filesystem::file_size(file.path, unreadable);
  return unreadable ? 0 : size;
}

/// Tells whether the files may be read together; asked before any of them is.
bool fits_one_run(const std::vector<InputFile>& files, const Jobs& jobs, DiagnosticSink& sink) {
  if (files.size() > jobs.most_files) {
    return report_error(
        sink,
        "too-much-input",
        "",
        fmt::format(
            "there are {} files, more than the {} of one run", files.size(), jobs.most_files),
        "check fewer files at once; `--max-files` takes more");
  }
  std::uintmax_t total = 0;
  for (const InputFile& file : files) total += size_of(file);
  if (total <= jobs.most_bytes) return true;
  return report_error(
      sink,
      "too-much-input",
      "",
      fmt::format(
          "the files hold {} bytes together, more than the {} of one run", total, jobs.most_bytes),
      "check fewer files at once; `--max-size` takes more");
}

/// Returns what stands before the names of the files of a folder, in its shortest form.
std::string prefix_of(const std::string& folder) {
  std::string shortest = std::filesystem::path(folder).lexically_normal().string();
  if (shortest.empty() || shortest == ".") return "";
  if (!shortest.ends_with('/')) shortest += '/';
  return shortest;
}

/// Returns where a path leads, links followed; the path itself where nobody can tell.
std::filesystem::path real_path(const std::filesystem::path& path) {
  std::error_code unknown;
  const std::filesystem::path real = std::filesystem::weakly_canonical(path, unknown);
  return unknown ? path : real;
}

}  // namespace

std::string file_id(const InputFile& file) {
  if (file.path == "-") return "";
  const std::filesystem::path path = std::filesystem::path(file.path).lexically_normal();
  const std::filesystem::path folder = path.parent_path().filename();
  if (!folder.empty() && folder != "..") return id_of_path(path);
  std::error_code unknown;
  return id_of_path((std::filesystem::current_path(unknown) / path).lexically_normal());
}

std::optional<std::string> read_input(const InputFile& file, DiagnosticSink& sink) {
  const std::size_t limit = limits_of(file).file_bytes;
  if (file.text) return file.text;
  return file.path == "-" ? read_descriptor(0, file.shown, limit, sink)
                          : read_file(file.path, file.shown, limit, sink);
}

bool expand_path(const InputFile& input,
                 FileKind kind,
                 std::size_t most_files,
                 std::vector<InputFile>& files,
                 DiagnosticSink& sink) {
  std::error_code ignored;
  if (input.path == "-") {
    files.push_back(input);
    return true;
  }
  if (!std::filesystem::is_directory(input.path, ignored)) {
    if (is_unmatched_pattern(input)) return report_unmatched(input, sink);
    const std::string policy = translated_policy(input.shown).first;
    if (kind == FileKind::kPolicy && !policy.empty()) {
      return report_error(
          sink,
          "wrong-file-name",
          input.shown,
          "this file translates a policy, and is none",
          fmt::format("name {}: what translates it is checked with it", quoted(policy)));
    }
    files.push_back(input);
    return true;
  }
  const FileListing found =
      list_files(input.path, input.shown, {".yaml", ".yml", ".json"}, {.files = most_files}, sink);
  bool fine = found.complete;
  const std::string real = prefix_of(input.path);
  const std::string shown = prefix_of(input.shown);
  for (const std::string& name : found.files) {
    if (kind == FileKind::kPolicy && !name.ends_with(".yaml")) {
      fine = report_error(sink,
                          "wrong-file-name",
                          shown + name,
                          "a policy file ends in `.yaml`, so this one would be left out",
                          "rename it to end in `.yaml`");
      continue;
    }
    files.push_back({real + name, shown + name});
  }
  if (!found.files.empty() || !found.complete) return fine;
  return report_error(sink,
                      "nothing-to-check",
                      input.shown,
                      "there is no policy file in this folder",
                      "name a `.yaml` file or a folder that has some");
}

void drop_repeated(std::vector<InputFile>& files) {
  // A folder has many files, and where it lies is asked of the disk, name by name.
  std::map<std::string, std::filesystem::path> folders;
  std::set<std::string> seen;
  std::erase_if(files, [&](const InputFile& file) {
    if (file.path == "-") return !seen.insert(file.path).second;
    std::error_code unknown;
    const std::filesystem::path path(file.path);
    if (std::filesystem::is_symlink(path, unknown)) return !seen.insert(real_path(path)).second;
    const auto [folder, is_new] = folders.try_emplace(path.parent_path());
    if (is_new) folder->second = real_path(path.has_parent_path() ? path.parent_path() : ".");
    return !seen.insert(folder->second / path.filename()).second;
  });
}

LoadedPolicies load_policies(std::vector<InputFile> files,
                             const PolicySchema& schema,
                             const Jobs& jobs,
                             DiagnosticList& findings,
                             const ReadBefore& before) {
  LoadedPolicies loaded;
  loaded.complete = fits_one_run(files, jobs, findings);
  if (!loaded.complete) return loaded;
  find_translations(files, findings);
  loaded.unread = take_unread(files, before);
  loaded.files = loaded.unread.size();
  std::vector<Slot> slots = process_all(files,
                                        checkers_of<SchemaChecker>(schema.schema()),
                                        jobs,
                                        {&schema, known_files(before, schema)});
  std::vector<Policy> policies;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    Slot& slot = slots[i];
    const InputFile& file = files[i];
    const bool is_sound = slot.findings.empty();
    findings.absorb(slot.findings);
    loaded.files += slot.was_read ? 1 : 0;
    if (slot.before != nullptr) {
      policies.push_back(*slot.before);
    } else if (slot.document) {
      policies.push_back(make_policy(std::move(*slot.document), schema));
      policies.back().translations = std::move(slot.translations);
    } else {
      loaded.complete = false;
      continue;
    }
    policies.back().filed_as = file_id(file);
    if (is_sound) loaded.sound.insert(file.shown);
  }
  loaded.catalog = Catalog(std::move(policies));
  return loaded;
}

std::size_t check_documents(const std::vector<InputFile>& files,
                            const ForeignSchema& schema,
                            const Jobs& jobs,
                            DiagnosticList& findings) {
  if (!fits_one_run(files, jobs, findings)) return 0;
  std::size_t read = 0;
  for (const Slot& slot : process_all(files, checkers_of<ForeignChecker>(schema), jobs)) {
    findings.absorb(slot.findings);
    read += slot.was_read ? 1 : 0;
  }
  return read;
}

const std::vector<CheckInfo>& loader_checks() {
  static const std::vector<CheckInfo> kTable = {
      {"nothing-to-check",
       Severity::kError,
       "There is no file to check.",
       "A gate that checked nothing must not be green.",
       "mkdir empty\nsimrules validate empty",
       "simrules validate policies",
       ExampleKind::kCommand},
      {"wrong-file-name",
       Severity::kError,
       "A policy file does not end in `.yaml`.",
       "A file with another ending would silently be left out of every release.",
       "mv policies/jp/au.yaml policies/jp/au.yml\nsimrules validate",
       "mv policies/jp/au.yml policies/jp/au.yaml\nsimrules validate",
       ExampleKind::kCommand},
      {"too-much-input",
       Severity::kError,
       "The files of one run are more than 200,000, or hold more than 2 GiB.",
       "A limit keeps a slip, such as a wrong folder, from using all memory.",
       "truncate --size 2M policies/jp/au.yaml\nsimrules validate --max-size 1",
       "git restore policies/jp/au.yaml\nsimrules validate",
       ExampleKind::kCommand},
  };
  return kTable;
}

}  // namespace simrules
