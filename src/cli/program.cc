#include "cli/program.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <memory>
#include <string_view>

#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/disk/descriptor.h"

extern char** environ;

namespace simrules {
namespace {

struct Pipe {
  FileDescriptor read_end;
  FileDescriptor write_end;
};

std::optional<Pipe> make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) return std::nullopt;
  return Pipe{FileDescriptor(ends[0]), FileDescriptor(ends[1])};
}

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

/// Puts a text into a nameless file, so that a program can read it while we read from the program.
File file_of(const std::string& text) {
  File file(std::tmpfile(), &std::fclose);
  if (file == nullptr) return file;
  const bool written = std::fwrite(text.data(), 1, text.size(), file.get()) == text.size() &&
                       std::fflush(file.get()) == 0 && std::fseek(file.get(), 0, SEEK_SET) == 0;
  if (!written) file.reset();
  return file;
}

/// Reads what there is; false at the end.
bool read_some(int fd, std::string& text) {
  std::array<char, 65536> buffer{};
  const ssize_t got = ::read(fd, buffer.data(), buffer.size());
  if (got > 0) text.append(buffer.data(), static_cast<std::size_t>(got));
  return got > 0 || (got < 0 && errno == EINTR);
}

/// Reads both outputs to their ends, whichever has something to read.
void read_both(int output, int errors, ProgramResult& result) {
  std::array<pollfd, 2> open{{{output, POLLIN, 0}, {errors, POLLIN, 0}}};
  while (open[0].fd >= 0 || open[1].fd >= 0) {
    if (::poll(open.data(), open.size(), -1) < 0 && errno != EINTR) return;
    if (open[0].revents != 0 && !read_some(open[0].fd, result.output)) open[0].fd = -1;
    if (open[1].revents != 0 && !read_some(open[1].fd, result.errors)) open[1].fd = -1;
  }
}

/// Waits for a program; nothing where it cannot be told how it ended.
std::optional<int> wait_for(pid_t child) {
  int status = 0;
  pid_t ended = 0;
  do {
    ended = ::waitpid(child, &status, 0);
  } while (ended < 0 && errno == EINTR);
  if (ended != child) return std::nullopt;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// Returns the variables of a program: some of its own, which count before ours, and ours but for those
/// that it does not get.
std::vector<char*> environment_of(const ProgramEnvironment& wanted) {
  std::vector<char*> all;
  for (const std::string& variable : wanted.set) {
    all.push_back(const_cast<char*>(variable.c_str()));
  }
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    const std::string_view name = text.substr(0, text.find('='));
    if (std::ranges::find(wanted.unset, name) == wanted.unset.end()) all.push_back(*entry);
  }
  all.push_back(nullptr);
  return all;
}

std::optional<pid_t> spawn(const std::vector<std::string>& arguments,
                           const ProgramEnvironment& environment,
                           int input,
                           const Pipe& output,
                           const Pipe& errors) {
  std::vector<char*> raw;
  for (const std::string& argument : arguments) raw.push_back(const_cast<char*>(argument.c_str()));
  raw.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, output.write_end.get(), STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, errors.write_end.get(), STDERR_FILENO);
  for (const Pipe* pipe : {&output, &errors}) {
    ::posix_spawn_file_actions_addclose(&actions, pipe->read_end.get());
    ::posix_spawn_file_actions_addclose(&actions, pipe->write_end.get());
  }
  std::vector<char*> variables = environment_of(environment);
  // Where a supervisor has us ignore the ends of children, nobody learns how they ended.
  std::signal(SIGCHLD, SIG_DFL);
  pid_t child = 0;
  const int error = ::posix_spawnp(&child, raw[0], &actions, nullptr, raw.data(), variables.data());
  ::posix_spawn_file_actions_destroy(&actions);
  return error == 0 ? std::optional(child) : std::nullopt;
}

}  // namespace

std::optional<ProgramResult> run_program(const std::vector<std::string>& arguments,
                                         const std::string& input,
                                         const ProgramEnvironment& environment) {
  const File file = file_of(input);
  auto output = make_pipe();
  auto errors = make_pipe();
  if (file == nullptr || !output || !errors) return std::nullopt;
  const auto child = spawn(arguments, environment, ::fileno(file.get()), *output, *errors);
  if (!child) return std::nullopt;
  output->write_end.close();
  errors->write_end.close();
  ProgramResult result;
  read_both(output->read_end.get(), errors->read_end.get(), result);
  const auto status = wait_for(*child);
  if (!status) return std::nullopt;
  result.status = *status;
  return result;
}

}  // namespace simrules
