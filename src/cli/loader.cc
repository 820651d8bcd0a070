#include "cli/loader.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/files.h"
#include "base/report_error.h"
#include "base/text.h"
#include "document/json_reader.h"
#include "document/yaml_reader.h"
#include "schema/schema_check.h"

namespace simrules {
namespace {

constexpr DocumentLimits kPolicyLimits{};
constexpr std::size_t kTotalBytes = 256 * 1024 * 1024;

bool ends_with(const std::string& text, std::string_view end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

/// What became of one file: its findings, and the document if it conforms.
struct Slot {
  DiagnosticList findings;
  std::optional<Document> document;
  std::string sha256;
};

bool is_json(const InputFile& file) { return ends_with(file.shown, ".json"); }

const DocumentLimits& limits_of(const InputFile& file) {
  return is_json(file) ? kDatasetLimits : kPolicyLimits;
}

void process(const InputFile& file, SchemaChecker& checker, Slot& slot) {
  const DocumentLimits& limits = limits_of(file);
  auto text = read_input(file, slot.findings);
  if (!text) return;
  slot.sha256 = sha256_hex(*text);
  auto document = is_json(file) ? read_json(file.shown, std::move(*text), limits, slot.findings)
                                : read_yaml(file.shown, std::move(*text), limits, slot.findings);
  if (document && checker.check(*document, slot.findings)) slot.document = std::move(document);
}

/// Runs `process` over all files. Checkers are made before any thread starts: the first regular
/// expression that two threads compile at once is a data race inside the standard library.
std::vector<Slot> process_all(const std::vector<InputFile>& files,
                              const Schema& schema,
                              std::size_t jobs) {
  std::vector<Slot> slots(files.size());
  const std::size_t workers =
      std::clamp<std::size_t>(jobs, 1, std::max<std::size_t>(files.size(), 1));
  std::vector<SchemaChecker> checkers;
  for (std::size_t i = 0; i < workers; ++i) checkers.emplace_back(schema);
  std::exception_ptr failure;
  std::mutex failure_lock;
  const auto work = [&](std::size_t first) {
    try {
      for (std::size_t i = first; i < files.size(); i += workers) {
        process(files[i], checkers[first], slots[i]);
      }
    } catch (...) {
      const std::lock_guard<std::mutex> hold(failure_lock);
      failure = std::current_exception();
    }
  };
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < workers; ++i) threads.emplace_back(work, i);
  work(0);
  for (std::thread& thread : threads) thread.join();
  if (failure) std::rethrow_exception(failure);
  return slots;
}

/// Tells whether the files may be read together; asked before any of them is.
bool fits_one_run(const std::vector<InputFile>& files, DiagnosticSink& sink) {
  std::uintmax_t total = 0;
  for (const InputFile& file : files) {
    std::error_code unreadable;
    const std::uintmax_t size = std::filesystem::file_size(file.path, unreadable);
    if (!unreadable) total += size;
  }
  if (total <= kTotalBytes) return true;
  report_error(
      sink,
      "too-much-input",
      "-",
      fmt::format(
          "the files hold {} bytes together, more than the {} of one run", total, kTotalBytes),
      "check fewer files at once");
  return false;
}

}  // namespace

std::optional<std::string> read_input(const InputFile& file, DiagnosticSink& sink) {
  const std::size_t limit = limits_of(file).file_bytes;
  if (file.text) return file.text;
  return file.path == "-" ? read_stdin(file.shown, limit, sink)
                          : read_file(file.path, file.shown, limit, sink);
}

bool expand_path(const InputFile& input, std::vector<InputFile>& files, DiagnosticSink& sink) {
  std::error_code ignored;
  if (input.path == "-" || !std::filesystem::is_directory(input.path, ignored)) {
    files.push_back(input);
    return true;
  }
  const auto found = list_files(input.path, input.shown, {".yaml", ".yml"}, {}, sink);
  if (!found) return false;
  bool fine = true;
  for (const std::string& name : *found) {
    const auto join = [&](const std::string& folder) {
      return (std::filesystem::path(folder) / name).lexically_normal().string();
    };
    if (ends_with(name, ".yml")) {
      report_error(sink,
                   "wrong-file-name",
                   join(input.shown),
                   "a policy file ends in `.yaml`, so this one would be left out",
                   "rename it to end in `.yaml`");
      fine = false;
      continue;
    }
    files.push_back({join(input.path), join(input.shown)});
  }
  if (found->empty()) {
    report_error(sink,
                 "nothing-to-check",
                 input.shown,
                 "there is no policy file in this folder",
                 "name a `.yaml` file or a folder that has some");
    return false;
  }
  return fine;
}

LoadedPolicies load_policies(const std::vector<InputFile>& files,
                             const PolicySchema& schema,
                             std::size_t jobs,
                             DiagnosticList& findings) {
  LoadedPolicies loaded;
  loaded.complete = fits_one_run(files, findings);
  if (!loaded.complete) return loaded;
  std::vector<Slot> slots = process_all(files, schema.schema(), jobs);
  loaded.files = files.size();
  std::vector<Policy> policies;
  for (Slot& slot : slots) {
    findings.absorb(slot.findings);
    if (slot.document) {
      policies.push_back(make_policy(std::move(*slot.document), std::move(slot.sha256), schema));
    } else {
      loaded.complete = false;
    }
  }
  loaded.catalog = Catalog(std::move(policies));
  return loaded;
}

bool check_documents(const std::vector<InputFile>& files,
                     const Schema& schema,
                     std::size_t jobs,
                     DiagnosticList& findings) {
  bool all = fits_one_run(files, findings);
  if (!all) return false;
  for (const Slot& slot : process_all(files, schema, jobs)) {
    findings.absorb(slot.findings);
    all = all && slot.document.has_value();
  }
  return all;
}

const std::vector<CheckInfo>& loader_checks() {
  static const std::vector<CheckInfo> table = {
      {"nothing-to-check",
       Severity::kError,
       "A run checks at least one file.",
       "A gate that checked nothing must not be green.",
       "simrules validate empty-folder/",
       "simrules validate policies/"},
      {"wrong-file-name",
       Severity::kError,
       "Policy files end in `.yaml`.",
       "A file with another ending would silently be left out of every release.",
       "policies/jp/au.yml",
       "policies/jp/au.yaml"},
      {"too-much-input",
       Severity::kError,
       "One run reads at most 256 MiB.",
       "A limit keeps a slip, such as a wrong folder, from using all memory.",
       "simrules validate /",
       "simrules validate policies/"},
  };
  return table;
}

}  // namespace simrules
