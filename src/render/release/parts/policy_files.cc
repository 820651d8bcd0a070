#include "render/release/parts/policy_files.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "release/contents/derived_name.h"
#include "release/contents/json_text.h"
#include "release/contents/parts/small_files.h"
#include "render/release/parts/head.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kPoliciesKey = "policies";
constexpr const char* kWorldwide = "worldwide";
constexpr const char* kCountries = "countries";

/// The schema of a file of one policy, from the folder that it lies in.
std::string schema_path() { return std::string("../../") + kByPolicySchemaName; }

json codes_json(const WordList& countries) {
  json codes = json::array();
  for (const std::string_view code : countries) codes.push_back(code);
  return codes;
}

/// Says where the plans of a policy are meant to be used.
json serves_json(const PolicyView& policy) {
  const Served served = policy.served();
  return {{kWorldwide, served.worldwide}, {kCountries, codes_json(served.countries)}};
}

/// Shortens the answers of an entry of the dataset to what a list of brands shows.
json answers_json(const json& entry) {
  json answers = json::object();
  for (const auto& [question, answer] : member_of(entry, derived_name::kAnswers).items()) {
    answers[question] = {{derived_name::kAnswer, answer.at(derived_name::kAnswer)},
                         {derived_name::kConfidence, answer.at(derived_name::kConfidence)}};
  }
  return answers;
}

FileEntry file_of(const Policy& policy, const std::vector<ReleaseFile>& files) {
  const auto file = std::ranges::find(files, by_policy_name(policy.id), &ReleaseFile::name);
  if (file == files.end()) throw std::logic_error("a policy has no file of its own");
  return entry_of(*file);
}

}  // namespace

std::vector<ReleaseFile> by_policy_files(const ReleaseContent& content,
                                         const std::vector<ReleaseFile>&) {
  std::vector<ReleaseFile> files;
  for (const json& entry : content.dataset.at(kPoliciesKey)) {
    const json file = {{"$schema", schema_path()},
                       {"schema_version", content.dataset.at("schema_version")},
                       {"version", content.version},
                       {"released", content.released},
                       {"license", content.dataset.at("license")},
                       {"policy", entry}};
    files.push_back({by_policy_name(entry.at("id").get<std::string>()), compact_json_text(file)});
  }
  return files;
}

std::string policies_file(const ReleaseContent& content, const std::vector<ReleaseFile>& files) {
  json policies = json::array();
  for (const json& entry : content.dataset.at(kPoliciesKey)) {
    const Policy& policy = *content.current.whole.find(entry.at("id").get<std::string>());
    const FileEntry file = file_of(policy, files);
    policies.push_back({{"id", policy.id},
                        {"name", policy.name().raw()},
                        {"kind", policy.kind()},
                        {"lifecycle", entry.at("lifecycle")},
                        {"home", codes_json(policy.countries())},
                        {"serves", serves_json(policy)},
                        {derived_name::kAnswers, answers_json(entry)},
                        {"path", file.path},
                        {"bytes", file.bytes},
                        {"sha256", file.sha256}});
  }
  json text = small_file_head(kPoliciesName, content);
  text[kPoliciesKey] = std::move(policies);
  return compact_json_text(text);
}

}  // namespace simrules
