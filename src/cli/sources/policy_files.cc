#include "cli/sources/policy_files.h"

#include <algorithm>
#include <filesystem>
#include <string>

#include "model/policy_id.h"

namespace simrules {
namespace {

/// Lists the ids that a reference may name, sorted: also those of policies that this run does not check.
std::vector<std::string> known_ids(const Repository& repository,
                                   const LoadedPolicies& loaded,
                                   const Jobs& jobs) {
  std::vector<std::string> ids;
  for (const Policy& policy : loaded.catalog.policies()) ids.push_back(policy.id);
  for (const CheckedPolicy& policy : loaded.unread) ids.push_back(id_of_path(policy.path));
  DiagnosticList ignored;
  std::vector<InputFile> files;
  if (repository.found()) {
    expand_path(
        {repository.path("policies"), ""}, FileKind::kPolicy, jobs.most_files, files, ignored);
  }
  for (const InputFile& file : files) {
    ids.push_back(std::filesystem::path(file.shown).replace_extension().generic_string());
  }
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

}  // namespace

ListedFiles listed_files(const std::vector<std::string>& paths,
                         FileKind kind,
                         const Repository& repository,
                         const Jobs& jobs,
                         DiagnosticSink& sink) {
  ListedFiles listed;
  std::vector<InputFile> inputs;
  inputs.reserve(paths.size());
  for (const std::string& path : paths) inputs.push_back({path, path});
  if (inputs.empty() && repository.found()) {
    inputs.push_back({repository.path("policies"), repository.shown("policies")});
  }
  for (const InputFile& input : inputs) {
    if (!expand_path(input, kind, jobs.most_files, listed.files, sink)) listed.complete = false;
  }
  drop_repeated(listed.files);
  return listed;
}

CheckedPolicies check_policy_files(const std::vector<InputFile>& files,
                                   const PolicySchema& schema,
                                   const Repository& repository,
                                   const Jobs& jobs,
                                   DiagnosticList& findings,
                                   const Occasion& occasion,
                                   const ReadBefore& before) {
  CheckedPolicies checked{load_policies(files, schema, jobs, findings, before), {}};
  checked.summary.files = checked.loaded.files;
  checked.summary.checks = checks().size();
  checked.summary.fields = schema.field_count();
  std::vector<const Policy*> policies;
  for (const Policy& policy : checked.loaded.catalog.policies()) {
    policies.push_back(&policy);
    checked.summary.rules += policy.rules.size();
  }
  for (const CheckedPolicy& policy : checked.loaded.unread) checked.summary.rules += policy.rules;
  validate(policies, known_ids(repository, checked.loaded, jobs), schema, findings, occasion, jobs);
  return checked;
}

}  // namespace simrules
