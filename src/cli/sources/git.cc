#include "cli/sources/git.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/report_error.h"
#include "base/text.h"
#include "cli/program.h"

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

/// A repository as git sees it from a folder.
struct Git {
  const std::string& root;

  std::optional<std::string> run(std::vector<std::string> arguments,
                                 const std::string& input = "") const {
    arguments.insert(arguments.begin(), {"git", "-C", root});
    auto result = run_program(arguments, input);
    if (!result || result->status != 0) return std::nullopt;
    return std::move(result->output);
  }
};

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

/// Says how to get what a clone does not have.
std::string way_to_commit(const Git& git, const std::string& ref) {
  const auto shallow = git.run({"rev-parse", "--is-shallow-repository"});
  if (!shallow) return "install git, and run inside a git repository";
  // A server knows names, not ways to walk from them, and its own without the clone's name for it.
  constexpr std::string_view kRemote = "origin/";
  const std::string name = ref.starts_with(kRemote) ? ref.substr(kRemote.size()) : ref;
  const bool is_name = ref.find_first_of("~^@:") == std::string::npos;
  if (first_line(*shallow) == "true") {
    return is_name ? fmt::format(
                         "this clone is shallow: run `git fetch --depth=1 origin {}` and "
                         "compare with `git:FETCH_HEAD`",
                         printable(name))
                   : "this clone is shallow: run `git fetch --unshallow`";
  }
  return "name a branch, a tag or a commit; `git fetch origin` gets those of others";
}

std::optional<std::string> resolve(const Git& git, const std::string& ref, DiagnosticSink& sink) {
  // A tag that has a message means the commit that it names.
  const auto commit =
      git.run({"rev-parse", "--verify", "--quiet", "--end-of-options", ref + "^{commit}"});
  if (commit) return std::string(first_line(*commit));
  report_error(sink,
               "unknown-commit",
               "",
               fmt::format("git knows no commit {}", quoted(ref)),
               way_to_commit(git, ref));
  return std::nullopt;
}

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
  return entry.is_file() && entry.path.ends_with(".yaml");
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

WantedFiles wanted_files(std::string_view listing, DiagnosticSink& sink) {
  WantedFiles wanted;
  for (const TreeEntry& entry : entries_of(listing)) {
    const std::string shown(entry.path);
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
  for (const std::string& name : wanted.names) {
    auto bytes = take_object(batch);
    if (!bytes) return false;
    if (name.empty()) {
      content.schema = std::move(*bytes);
    } else if (name.starts_with(kLanguagesPath)) {
      content.languages.push_back(language_file(name, std::move(*bytes)));
    } else {
      content.policies.push_back({name, name, std::move(*bytes)});
    }
  }
  return true;
}

}  // namespace

std::optional<CommitContent> read_commit(const std::string& ref,
                                         const std::string& root,
                                         DiagnosticSink& sink) {
  const Git git{root};
  const auto commit = resolve(git, ref, sink);
  if (!commit) return std::nullopt;
  CommitContent content{*commit, {}, ""};
  const auto listing = git.run({"ls-tree",
                                "-r",
                                "-z",
                                *commit,
                                "--",
                                "policies/",
                                kSchemaPath,
                                std::string(kLanguagesPath)});
  const WantedFiles wanted = wanted_files(listing.value_or(""), sink);
  const auto batch = git.run({"cat-file", "--batch"}, wanted.objects);
  if (!take_files(batch.value_or(""), wanted, content)) {
    report_error(sink,
                 "unknown-commit",
                 "",
                 fmt::format("git does not have all files of {}", quoted(ref)),
                 "this clone is partial: run `git fetch --refetch origin`");
    return std::nullopt;
  }
  if (content.policies.empty()) {
    report_error(sink,
                 "nothing-to-check",
                 "",
                 fmt::format("{} has no policy file", quoted(ref)),
                 "name a commit that has `policies/`");
    return std::nullopt;
  }
  return wanted.fine ? std::optional(std::move(content)) : std::nullopt;
}

}  // namespace simrules
