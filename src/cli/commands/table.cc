#include "cli/commands/table.h"

#include <algorithm>
#include <string>
#include <thread>

namespace simrules {

// Each is defined in the file of its name: validate.cc and so on.
Command validate_command();
Command fmt_command();
Command diff_command();
Command gate_command();
Command release_command();
Command verify_command();
Command query_command();
Command page_command();
Command history_command();
Command stale_command();
Command explain_command();
Command new_command();
Command init_command();
Command schema_command();
Command completion_command();
Command man_command();

std::vector<Command> all_commands() {
  return {
      validate_command(),
      fmt_command(),
      diff_command(),
      gate_command(),
      release_command(),
      verify_command(),
      query_command(),
      page_command(),
      history_command(),
      stale_command(),
      explain_command(),
      init_command(),
      new_command(),
      schema_command(),
      completion_command(),
      man_command(),
  };
}

Terminal make_terminal(const CommonOptions& common) {
  return Terminal(color_mode(common.color), common.quiet);
}

std::vector<OutputRequest> output_requests(const CommonOptions& common) {
  std::vector<OutputRequest> requests;
  for (const std::string& output : common.outputs) {
    const std::size_t equals = output.find('=');
    requests.push_back({output.substr(0, equals), output.substr(equals + 1)});
  }
  // A run that writes reports to files still shows the result, unless a format was chosen for
  // standard output.
  requests.push_back({common.format.empty() ? "text" : common.format, ""});
  return requests;
}

void leave_standard_output(std::vector<OutputRequest>& requests) {
  std::erase_if(requests, [](const OutputRequest& each) { return each.file.empty(); });
}

Jobs job_count(const CommonOptions& common) {
  Jobs jobs{
      .threads = common.jobs != 0 ? common.jobs : std::max(1U, std::thread::hardware_concurrency()),
      .progress = common.progress};
  if (common.max_files != 0) jobs.most_files = common.max_files;
  if (common.max_size != 0) jobs.most_bytes = std::uintmax_t{common.max_size} << 20;
  return jobs;
}

}  // namespace simrules
