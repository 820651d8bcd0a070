#include "cli/sources/commit.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/report_error.h"
#include "base/text.h"
#include "cli/sources/translations.h"
#include "wording/number.h"

namespace simrules {
namespace {

constexpr const char* kSchemaPath = "schemas/policy.schema.json";
constexpr std::string_view kLanguagesPath = "schemas/languages/";

/// A file of a commit, as `git ls-tree` lists it.
struct TreeEntry {
  std::string_view mode;
  std::string_view object;
  std::string_view path;

  bool is_file() const { return mode == "100644" || mode == "100755"; }
};

std::vector<TreeEntry> entries_of(std::string_view listing) {
  std::vector<TreeEntry> entries;
  while (!listing.empty()) {
    const std::string_view line = listing.substr(0, listing.find('\0'));
    // MODE SP TYPE SP OBJECT TAB PATH
    const std::size_t type = line.find(' ') + 1;
    const std::size_t object = line.find(' ', type) + 1;
    const std::size_t path = line.find('\t', object) + 1;
    entries.push_back(
        {line.substr(0, type - 1), line.substr(object, path - 1 - object), line.substr(path)});
    listing.remove_prefix(std::min(line.size() + 1, listing.size()));
  }
  return entries;
}

/// Takes the next object off what `git cat-file --batch` printed: OBJECT SP TYPE SP SIZE LF BYTES LF.
std::optional<std::string> take_object(std::string_view& batch) {
  const std::string_view header = first_line(batch);
  const std::string_view number = header.substr(header.rfind(' ') + 1);
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), size);
  const bool whole = error == std::errc() && end == number.data() + number.size() &&
                     batch.size() >= header.size() + size + 2;
  if (!whole) return std::nullopt;
  std::string bytes(batch.substr(header.size() + 1, size));
  batch.remove_prefix(header.size() + size + 2);
  return bytes;
}

bool is_translation(const TreeEntry& entry) {
  return !translated_policy(std::string(entry.path)).first.empty();
}

/// Tells whether a file belongs to a policy: it is one, or has translations of one.
bool is_policy(const TreeEntry& entry, const std::string& shown, DiagnosticSink& sink, bool& fine) {
  if (entry.path.substr(entry.path.rfind('/') + 1).starts_with('.')) return false;
  if (entry.mode == "120000" || entry.mode == "160000") {
    fine = report_error(sink,
                        "irregular-file",
                        shown,
                        fmt::format("{} is a link, only regular files are read", quoted(shown)),
                        "compare with a commit that has the file itself there");
    return false;
  }
  return entry.is_file() && (entry.path.ends_with(".yaml") || is_translation(entry));
}

/// Tells whether a file has the words of a language: `schemas/languages/ja.json`.
bool is_language(const TreeEntry& entry) {
  return entry.is_file() && entry.path.starts_with(kLanguagesPath) &&
         entry.path.ends_with(".json") &&
         !entry.path.substr(kLanguagesPath.size()).starts_with('.');
}

LanguageFile language_file(const std::string& path, std::string text) {
  const std::string name = path.substr(kLanguagesPath.size());
  return {name.substr(0, name.size() - std::string_view(".json").size()), path, std::move(text)};
}

/// What is wanted of a commit: the objects, and the name that each file is shown by; the schema has
/// none.
struct WantedFiles {
  std::string objects;
  std::vector<std::string> names;
  bool fine = true;
};

WantedFiles wanted_files(std::string_view listing,
                         const std::string& prefix,
                         DiagnosticSink& sink) {
  WantedFiles wanted;
  for (const TreeEntry& entry : entries_of(listing)) {
    const std::string shown = prefix + std::string(entry.path);
    const bool schema = entry.path == kSchemaPath && entry.is_file();
    const bool language = is_language(entry);
    if (!schema && !language && !is_policy(entry, shown, sink, wanted.fine)) continue;
    wanted.names.push_back(schema ? "" : shown);
    wanted.objects += std::string(entry.object) + "\n";
  }
  return wanted;
}

/// Shares out what `git cat-file` printed; false if it ends early.
bool take_files(std::string_view batch, const WantedFiles& wanted, CommitContent& content) {
  std::map<std::string, std::vector<TranslationFile>> translations;
  for (const std::string& name : wanted.names) {
    auto bytes = take_object(batch);
    const auto [policy, language] = translated_policy(name);
    if (!bytes) return false;
    if (name.empty()) {
      content.schema = std::move(*bytes);
    } else if (name.starts_with(kLanguagesPath)) {
      content.languages.push_back(language_file(name, std::move(*bytes)));
    } else if (!policy.empty()) {
      translations[policy].push_back({language, name, name, std::move(*bytes)});
    } else {
      content.policies.push_back({name, name, std::move(*bytes)});
    }
  }
  for (InputFile& file : content.policies) file.translations = std::move(translations[file.path]);
  return true;
}

/// Reads files of one commit of one repository; their names get `prefix`.
bool read_files(const PolicyTree& tree,
                const std::string& commit,
                const std::string& prefix,
                CommitContent& content,
                DiagnosticSink& sink) {
  std::vector<std::string> question = {"ls-tree", "-r", "-z", commit, "--", tree.name};
  if (tree.name != ".") {
    question.insert(question.end(), {kSchemaPath, std::string(kLanguagesPath)});
  }
  const auto listing = tree.git.run(std::move(question));
  const WantedFiles wanted = wanted_files(listing.value_or(""), prefix, sink);
  const auto batch = tree.git.ask({"cat-file", "--batch"}, wanted.objects);
  if (batch && take_files(batch->output, wanted, content)) return wanted.fine;
  const std::string_view said = batch ? first_line(batch->errors) : "";
  return report_error(sink,
                      "unknown-commit",
                      "",
                      fmt::format("git does not have all files of {}{}",
                                  quoted(content.commit.name),
                                  said.empty() ? "" : ": " + printable(said)),
                      "this clone is partial: run `git fetch --refetch origin`");
}

/// Returns the commit of a submodule that the policies are at a commit; nothing if they are none.
std::optional<std::string> submodule_of(const PolicyTree& tree, const std::string& commit) {
  const auto listing = tree.git.run({"ls-tree", "-z", commit, "--", tree.name});
  const std::vector<TreeEntry> entries = entries_of(listing ? std::string_view(*listing) : "");
  if (entries.size() != 1 || entries.front().mode != "160000") return std::nullopt;
  return std::string(entries.front().object);
}

/// Reads the policies of a submodule, as they are at the commit of it that the outer one names.
bool read_submodule(const PolicyTree& tree,
                    const std::string& commit,
                    CommitContent& content,
                    DiagnosticSink& sink) {
  const PolicyTree inner{{tree.folder()}, "."};
  if (inner.git.run({"cat-file", "-e", commit + "^{commit}"})) {
    return read_files(inner, commit, tree.name + "/", content, sink);
  }
  return report_error(sink,
                      "unknown-commit",
                      "",
                      fmt::format("{} is a submodule in {}, and its commit {} is not here",
                                  quoted(tree.name),
                                  quoted(content.commit.name),
                                  commit.substr(0, 12)),
                      "run `git submodule update --init`, and `git fetch` inside of it");
}

bool is_inside(const std::filesystem::path& path, const std::filesystem::path& folder) {
  const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end();
}

}  // namespace

PolicyTree PolicyTree::of(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  const fs::path here = fs::current_path(ignored);
  fs::path given = (here / path).lexically_normal();
  if (given.filename().empty()) given = given.parent_path();
  fs::path folder = given;
  while (folder.filename() != "policies" && folder.has_relative_path())
    folder = folder.parent_path();
  if (!folder.has_relative_path()) {
    folder = fs::is_directory(given, ignored) ? given : given.parent_path().parent_path();
  }
  // Who stands in a repository of its own means its commits, not those of the one around it.
  if (fs::exists(folder / ".git", ignored) && is_inside(here, folder)) {
    return {{folder.string()}, "."};
  }
  return {{folder.parent_path().string()}, folder.filename().string()};
}

std::string PolicyTree::folder() const {
  return name == "." ? git.folder : (std::filesystem::path(git.folder) / name).string();
}

std::optional<CommitContent> read_commit(const std::string& ref,
                                         bool from_fork,
                                         const PolicyTree& tree,
                                         DiagnosticSink& sink) {
  auto commit = find_commit(tree.git, ref, from_fork, sink);
  if (!commit) return std::nullopt;
  CommitContent content{std::move(*commit)};
  const std::string& id = content.commit.id;
  const auto submodule = submodule_of(tree, id);
  const std::string prefix = tree.name == "." ? "policies/" : "";
  const bool fine = submodule ? read_submodule(tree, *submodule, content, sink)
                              : read_files(tree, id, prefix, content, sink);
  if (!fine) return std::nullopt;
  if (!content.policies.empty()) return content;
  report_error(sink,
               "nothing-to-check",
               "",
               fmt::format("{} has no policy file in {}",
                           quoted(content.commit.name),
                           quoted(tree.name == "." ? "policies" : tree.name)),
               "name a commit that has `policies/`");
  return std::nullopt;
}

std::optional<std::map<std::string, std::string>> files_of_commit(
    const std::string& commit, const std::string& folder, const std::vector<std::string>& paths) {
  const Git git{folder};
  std::vector<std::string> arguments = {"ls-tree", "-z", commit, "--"};
  arguments.insert(arguments.end(), paths.begin(), paths.end());
  const auto listing = git.run(arguments);
  if (!listing) return std::nullopt;
  std::map<std::string, std::string> files;
  for (const TreeEntry& entry : entries_of(*listing)) {
    auto text = git.run({"cat-file", "blob", std::string(entry.object)});
    if (!text) return std::nullopt;
    files.emplace(entry.path, std::move(*text));
  }
  return files;
}

bool is_checked_out(const PolicyTree& tree, DiagnosticSink& sink) {
  const auto listed = tree.git.run({"ls-files", "-z", "-t", "--", tree.name});
  // An entry is a letter, a blank and the path: S is what a sparse checkout leaves out.
  std::vector<std::string> missing;
  for (std::string_view rest = listed ? std::string_view(*listed) : ""; !rest.empty();) {
    const std::string_view entry = rest.substr(0, rest.find('\0'));
    rest.remove_prefix(std::min(entry.size() + 1, rest.size()));
    std::error_code ignored;
    const std::string path(entry.substr(std::min<std::size_t>(2, entry.size())));
    if (!entry.starts_with("S ") || !path.ends_with(".yaml")) continue;
    if (!std::filesystem::exists(std::filesystem::path(tree.git.folder) / path, ignored))
      missing.push_back(path);
  }
  if (missing.empty()) return true;
  const auto prefix = tree.git.run({"rev-parse", "--show-prefix"});
  return report_error(
      sink,
      "sparse-checkout",
      "",
      fmt::format("the checkout is sparse: {} not in it, such as {}",
                  counted(missing.size(), "policy is", "policies are"),
                  quoted(missing.front())),
      fmt::format("run `git sparse-checkout add {}`",
                  printable(std::string(first_line(prefix.value_or(""))) + tree.name)));
}

bool report_no_policies(DiagnosticSink& sink) {
  const Git here{"."};
  const auto answer = here.run({"rev-parse", "--is-bare-repository"});
  const bool is_bare = answer && first_line(*answer) == "true";
  return report_error(sink,
                      "nothing-to-check",
                      "",
                      is_bare ? "this git repository is bare: no file of it is checked out"
                              : "there is no folder `policies` here, nor in a folder around",
                      is_bare
                          ? "check a branch out beside it: `git worktree add ../checkout main`"
                          : "run inside a repository that has one, or name a folder of policies");
}

}  // namespace simrules
