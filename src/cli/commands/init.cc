#include <filesystem>
#include <memory>
#include <string>

#include <fmt/format.h>

#include "base/disk/files.h"
#include "base/text.h"
#include "cli/commands/new_request.h"
#include "cli/commands/table.h"
#include "cli/init/files.h"
#include "cli/sources/loader.h"
#include "release/contents/about.h"
#include "schema/embedded_schemas.h"

namespace simrules {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSchema = "schemas/policy.schema.json";

struct InitOptions {
  NewOptions first;
  std::string name;
  std::string license = kNoLicence;
};

/// Puts a value into a gap, where it stands in double quotes.
void fill(std::string& text, const std::string& gap, const std::string& value) {
  std::string escaped;
  for (const char c : value)
    escaped += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  if (const std::size_t at = text.find(gap); at != std::string::npos)
    text.replace(at, gap.size(), escaped);
}

/// Writes a file that is not there yet, with its folders.
bool place(const fs::path& root,
           const std::string& path,
           const std::string& text,
           const Terminal& terminal,
           DiagnosticSink& sink) {
  std::error_code failed;
  if (fs::symlink_status(root / path, failed).type() != fs::file_type::not_found) {
    terminal.print(fmt::format("kept {}\n", path));
    return true;
  }
  fs::create_directories((root / path).parent_path(), failed);
  if (!create_file((root / path).string(), text, sink)) return false;
  terminal.print(fmt::format("wrote {}\n", path));
  return true;
}

/// Tells whether there is a policy already.
bool has_policies(const fs::path& root) {
  DiagnosticList ignored;
  std::vector<InputFile> files;
  const std::string folder = (root / "policies").string();
  std::error_code missing;
  return fs::exists(folder, missing) &&
         expand_path({folder, folder}, FileKind::kPolicy, Jobs().most_files, files, ignored);
}

ExitCode run_init(const CommonOptions& common, const InitOptions& options) {
  const Terminal terminal = make_terminal(common);
  std::error_code failed;
  const fs::path root = fs::absolute(common.root.empty() ? "." : common.root, failed);
  const fs::path folder = (root / "").lexically_normal().parent_path().filename();
  DiagnosticList findings;
  bool fine = true;
  for (const InitFile& file : init_files()) {
    std::string text = file.text;
    fill(text, "${name}", options.name.empty() ? folder.string() : options.name);
    fill(text, "${license}", options.license);
    fine = fine && place(root, file.path, text, terminal, findings);
  }
  // The first line of a policy leads editors to the schema, so it has to be where that says.
  fine = fine && place(root, kSchema, std::string(embedded_schema("policy")), terminal, findings);
  if (!fine) {
    print_findings(findings, terminal);
    return kExitUsage;
  }
  if (has_policies(root)) return kExitOk;
  CommonOptions here = common;
  here.root = root.string();
  return run_new(here, options.first);
}

}  // namespace

Command init_command() {
  const auto options = std::make_shared<InitOptions>();
  options->first.id = "jp/example";
  options->first.kind = "mvno";
  return {
      .name = "init",
      .summary =
          "Make a repository of policies here: settings, checks before a commit and in CI, and a "
          "first policy.",
      .formats = {"text"},
      .examples =
          {"simrules init",
           "simrules init kr/foo --kind mno --dataset \"Rules of Foo\" --license CC-BY-4.0"},
      .options = {{.name = "ID",
                   .help = "the first policy, as `simrules new` takes it (default: jp/example)",
                   .target = &options->first.id},
                  {.name = "--kind",
                   .value = "KIND",
                   .help = "what kind of brand it is (default: mvno)",
                   .target = &options->first.kind},
                  {.name = "--dataset",
                   .value = "NAME",
                   .help = "what the data is called (default: the name of the folder)",
                   .target = &options->name},
                  {.name = "--license",
                   .value = "SPDX",
                   .help = "the licence of the data, such as CC-BY-4.0 (default: none)",
                   .target = &options->license},
                  {.name = "--date",
                   .value = "DATE",
                   .help = "the day of the revisions (default: SOURCE_DATE_EPOCH, or today in UTC)",
                   .target = &options->first.date}},
      .run = [options](const CommonOptions& all) { return run_init(all, *options); },
  };
}

}  // namespace simrules
