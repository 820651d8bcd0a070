#include "model/new_policy.h"

#include <cstddef>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "model/network_role.h"
#include "model/policy_id.h"
#include "schema/commented_yaml.h"
#include "schema/snippet.h"

namespace simrules {
namespace {

constexpr const char* kSnippet = "policy";

// A policy stands two folders below the root, so the way to the schema is always the same.
constexpr const char* kHead =
    "# yaml-language-server: $schema=../../schemas/policy.schema.json\n"
    "# A new policy. Whatever no source says stays `unknown`; what ends in `# change this` is made "
    "up.\n"
    "# How to write it, with a whole example: policies/README.md. What is wrong: `simrules "
    "validate`;\n"
    "# why, and how to mend it: `simrules explain CHECK`. These comments may go once they are "
    "read.\n";

/// The parts of a date under the names that editors give those of today.
std::map<std::string, std::string> variables_of(const NewPolicy& policy) {
  const std::string& date = policy.date;
  std::map<std::string, std::string> variables = {{"CURRENT_YEAR", date.substr(0, 4)},
                                                  {"CURRENT_MONTH", date.substr(5, 2)},
                                                  {"CURRENT_DATE", date.substr(8, 2)}};
  if (const auto parts = parse_policy_id(policy.id)) variables["TM_FILENAME_BASE"] = parts->brand;
  return variables;
}

SnippetInput input_of(const NewPolicy& policy) {
  const std::string role = needed_network_role(policy.kind);
  return {{{"/id", policy.id},
           {"/name/en", policy.names.at("en")},
           {"/kind", policy.kind},
           {"/countries/0", policy.countries.front()},
           {"/currency", policy.currency},
           {"/networks/0/role", role.empty() ? "unknown" : role}},
          variables_of(policy)};
}

}  // namespace

std::optional<std::string> new_policy_text(const NewPolicy& policy, const PolicySchema& schema) {
  auto document = expand_snippet(schema, kSnippet, input_of(policy));
  if (!document) return std::nullopt;
  for (const auto& [language, name] : policy.names) document->value["name"][language] = name;
  for (std::size_t i = 1; i < policy.countries.size(); ++i) {
    document->value["countries"].push_back(policy.countries[i]);
  }
  return kHead + commented_yaml(*document, schema);
}

}  // namespace simrules
