#include "cli/git/git.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/report_error.h"
#include "base/text.h"

namespace simrules {
namespace {

/// What leads git to another repository than the one of the folder, as hooks and wrappers set it.
/// Source: `git rev-parse --local-env-vars`; what configures git stays.
const std::vector<std::string>& other_repository() {
  static const std::vector<std::string> kNames = {"GIT_DIR",
                                                  "GIT_WORK_TREE",
                                                  "GIT_INDEX_FILE",
                                                  "GIT_COMMON_DIR",
                                                  "GIT_OBJECT_DIRECTORY",
                                                  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
                                                  "GIT_NAMESPACE",
                                                  "GIT_PREFIX",
                                                  "GIT_GRAFT_FILE",
                                                  "GIT_SHALLOW_FILE",
                                                  "GIT_IMPLICIT_WORK_TREE"};
  return kNames;
}

constexpr std::string_view kFork = "...";

/// Takes the first words of git's complaint for the message, and the rest for the way out.
void report_refusal(const ProgramResult& failed, DiagnosticSink& sink) {
  std::string_view said = failed.errors;
  constexpr std::string_view kFatal = "fatal: ";
  if (said.starts_with(kFatal)) said.remove_prefix(kFatal.size());
  const std::string_view first = first_line(said);
  std::string rest;
  for (std::string_view left = said.substr(first.size()); !left.empty();) {
    left.remove_prefix(1);
    const std::string_view line = first_line(left);
    const std::size_t begin = line.find_first_not_of(" \t");
    if (begin != line.npos) rest += (rest.empty() ? "" : " ") + printable(line.substr(begin));
    left.remove_prefix(line.size());
  }
  if (!rest.empty()) rest.front() = to_lower(rest.front());
  report_error(sink,
               "git-refuses",
               "",
               fmt::format("git says: {}", printable(first)),
               rest.empty() ? "run it inside a git repository" : rest);
}

/// Tells whether git reads the repository at all, which is asked first: every refusal looks alike.
bool is_readable(const Git& git, DiagnosticSink& sink) {
  const auto asked = git.ask({"rev-parse", "--git-dir"});
  if (!asked) {
    return report_error(sink,
                        "git-refuses",
                        "",
                        "there is no program `git`",
                        "install git, or compare with a release or a folder");
  }
  if (asked->status != 0) report_refusal(*asked, sink);
  return asked->status == 0;
}

std::optional<std::string> commit_of(const Git& git, const std::string& ref) {
  // A tag that has a message means the commit that it names.
  const auto commit =
      git.run({"rev-parse", "--verify", "--quiet", "--end-of-options", ref + "^{commit}"});
  if (!commit) return std::nullopt;
  return std::string(first_line(*commit));
}

bool is_shallow(const Git& git) {
  return first_line(git.run({"rev-parse", "--is-shallow-repository"}).value_or("")) == "true";
}

std::string last_part(const std::string& name) { return name.substr(name.rfind('/') + 1); }

/// Says how to get what a clone does not have.
std::string way_to_commit(const Git& git, const std::string& ref) {
  const auto any = git.run({"rev-list", "--max-count=1", "--all"});
  if (!any || any->empty()) return "there is no commit yet: make the first one with `git commit`";
  if (const std::size_t dots = ref.find(".."); dots != ref.npos) {
    return fmt::format("a range is no commit: `git:{}...` is where this branch left it",
                       printable(ref.substr(0, dots)));
  }
  const std::size_t walk = std::min(ref.find_first_of("~^@:"), ref.size());
  const bool is_name = walk == ref.size();
  const std::vector<std::string> near = near_refs(git, ref.substr(0, walk));
  if (!near.empty() && (is_name || !commit_of(git, ref.substr(0, walk)))) {
    std::vector<std::string> forms;
    forms.reserve(near.size());
    for (const std::string& name : near) forms.push_back("git:" + name);
    return fmt::format("did you mean {}?", quoted_list(forms));
  }
  // A server knows names, not ways to walk from them, and its own without the clone's name for it.
  constexpr std::string_view kRemote = "origin/";
  const std::string name = ref.starts_with(kRemote) ? ref.substr(kRemote.size()) : ref;
  if (is_shallow(git)) {
    return is_name ? fmt::format(
                         "this clone is shallow: run `git fetch --depth=1 origin {}` and "
                         "compare with `git:FETCH_HEAD`",
                         printable(name))
                   : "this clone is shallow: run `git fetch --unshallow`";
  }
  return "name a branch, a tag or a commit; `git fetch origin` gets those of others";
}

std::optional<std::string> resolve(const Git& git, const std::string& ref, DiagnosticSink& sink) {
  auto commit = commit_of(git, ref);
  if (!commit) {
    report_error(sink,
                 "unknown-commit",
                 "",
                 fmt::format("git knows no commit {}", quoted(ref)),
                 way_to_commit(git, ref));
  }
  return commit;
}

/// Tells whether a name is that of a branch, here or of a remote; HEAD is none, whatever it is at.
bool is_branch(const Git& git, const std::string& ref) {
  if (ref == "HEAD" || ref == "@") return false;
  const std::string full =
      git.run({"rev-parse", "--symbolic-full-name", "--verify", "--quiet", "--end-of-options", ref})
          .value_or("");
  return full.starts_with("refs/heads/") || full.starts_with("refs/remotes/");
}

/// Says how far a branch has gone on since another one left it.
std::string note_of_fork(const Git& git, const std::string& ref, const FoundCommit& fork) {
  const std::string range = fork.id + ".." + ref;
  const std::string count(
      first_line(git.run({"rev-list", "--count", "--end-of-options", range}).value_or("")));
  return fmt::format(
      "{} has gone on by {} since this branch left it; compared with {}, where it did",
      quoted(ref),
      count == "1" ? "1 commit" : printable(count) + " commits",
      fork.id.substr(0, 12));
}

/// Finds where two commits parted. A merge that is about to be committed counts as part of HEAD.
std::optional<FoundCommit> find_fork(const Git& git,
                                     const std::string& ref,
                                     const std::string& head,
                                     DiagnosticSink& sink) {
  const auto tip = resolve(git, ref, sink);
  const auto from = tip ? resolve(git, head, sink) : std::nullopt;
  if (!from) return std::nullopt;
  std::vector<std::string> question = {"merge-base", *tip, *from};
  if (head == "HEAD") {
    if (auto merged = commit_of(git, "MERGE_HEAD")) question.push_back(std::move(*merged));
  }
  const auto base = git.run(std::move(question));
  if (!base) {
    report_error(
        sink,
        "unknown-commit",
        "",
        fmt::format("git knows no commit that {} and {} both come from", quoted(ref), quoted(head)),
        is_shallow(git) ? "this clone is shallow: run `git fetch --unshallow`"
                        : fmt::format("name the commit to compare with, as in `git:{}^{{commit}}`",
                                      printable(ref)));
    return std::nullopt;
  }
  FoundCommit fork{std::string(first_line(*base)), ref, ref + ":"};
  if (fork.id == *tip) return fork;
  fork.name = ref + std::string(kFork);
  fork.prefix = fork.id.substr(0, 12) + ":";
  fork.note = note_of_fork(git, ref, fork);
  return fork;
}

/// Weighs how likely a name is meant by another: the same branch elsewhere, then its usual rival.
int distance(const std::string& name, const std::string& wanted) {
  if (name == wanted) return 0;
  if (last_part(name) == last_part(wanted)) return 1;
  const auto is_usual = [](const std::string& branch) {
    return branch == "main" || branch == "master" || branch == "trunk";
  };
  if (is_usual(last_part(name)) && is_usual(last_part(wanted))) return 2;
  return nearest(wanted, {name}) ? 3 : 4;
}

}  // namespace

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

std::optional<ProgramResult> Git::ask(std::vector<std::string> arguments,
                                      const std::string& input) const {
  // The commits as they were made, and nothing run that the repository has for git to run.
  arguments.insert(arguments.begin(),
                   {"git",
                    "--no-replace-objects",
                    "--no-optional-locks",
                    "-c",
                    "core.hooksPath=/dev/null",
                    "-c",
                    "core.fsmonitor=false",
                    "-C",
                    folder});
  return run_program(arguments, input, {{"GIT_GRAFT_FILE=/dev/null"}, other_repository()});
}

std::optional<std::string> Git::run(std::vector<std::string> arguments,
                                    const std::string& input) const {
  auto result = ask(std::move(arguments), input);
  if (!result || result->status != 0) return std::nullopt;
  return std::move(result->output);
}

std::optional<FoundCommit> find_commit(const Git& git,
                                       const std::string& ref,
                                       bool from_fork,
                                       DiagnosticSink& sink) {
  if (!is_readable(git, sink)) return std::nullopt;
  if (const std::size_t dots = ref.find(kFork); dots != std::string::npos) {
    const std::string head = ref.substr(dots + kFork.size());
    return find_fork(git, ref.substr(0, dots), head.empty() ? "HEAD" : head, sink);
  }
  if (from_fork && is_branch(git, ref)) return find_fork(git, ref, "HEAD", sink);
  const auto id = resolve(git, ref, sink);
  return id ? std::optional(FoundCommit{*id, ref, ref + ":"}) : std::nullopt;
}

std::vector<std::string> near_refs(const Git& git, const std::string& ref) {
  constexpr std::size_t kMost = 3;
  constexpr int kFar = 4;
  const auto listed = git.run(
      {"for-each-ref", "--format=%(refname:short)", "refs/heads/", "refs/remotes/", "refs/tags/"});
  std::vector<std::string> names;
  for (std::string_view rest = listed ? std::string_view(*listed) : ""; !rest.empty();) {
    const std::string name(first_line(rest));
    rest.remove_prefix(std::min(name.size() + 1, rest.size()));
    if (distance(name, ref) < kFar) names.push_back(name);
  }
  std::ranges::stable_sort(
      names, [&](const auto& a, const auto& b) { return distance(a, ref) < distance(b, ref); });
  if (names.size() > kMost) names.resize(kMost);
  return names;
}

std::optional<std::int64_t> committed_at(const std::string& path) {
  std::error_code ignored;
  const bool is_folder = std::filesystem::is_directory(path, ignored);
  const std::filesystem::path file(path);
  const std::string folder = is_folder ? path : (file.parent_path() / ".").string();
  const Git git{folder};
  const auto edits = git.run({"status",
                              "--porcelain",
                              "--ignored",
                              "--",
                              is_folder ? "." : ":(literal)" + file.filename().string()});
  if (!edits || !edits->empty()) return std::nullopt;
  const auto time = git.run({"log", "-1", "--format=%ct"});
  if (!time) return std::nullopt;
  std::int64_t seconds = 0;
  const auto read = std::from_chars(time->data(), time->data() + time->size(), seconds);
  return read.ec == std::errc() ? std::optional(seconds) : std::nullopt;
}

}  // namespace simrules
