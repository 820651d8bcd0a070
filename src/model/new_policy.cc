#include "model/new_policy.h"

#include <algorithm>

#include <fmt/format.h>

#include "document/layout/flow.h"
#include "model/network_role.h"
#include "new_policy_template.h"

namespace simrules {
namespace {

std::map<std::string_view, std::string> gaps_of(const NewPolicy& policy) {
  std::vector<std::string> names;
  for (const auto& [language, name] : policy.names) {
    names.push_back(fmt::format("{}: {}", language, flow_text(name)));
  }
  std::vector<std::string> countries;
  for (const std::string& country : policy.countries) countries.push_back(flow_text(country));
  const std::string role = needed_network_role(policy.kind);
  return {{"id", policy.id},
          {"names", fmt::format("{{{}}}", fmt::join(names, ", "))},
          {"kind", policy.kind},
          {"countries", fmt::format("[{}]", fmt::join(countries, ", "))},
          {"currency", policy.currency},
          {"role", role.empty() ? "unknown" : role},
          {"language", policy.language},
          {"schema", policy.schema},
          {"publisher", flow_text(policy.names.at("en"))},
          {"date", policy.date}};
}

}  // namespace

std::string_view new_policy_template() { return kNewPolicyTemplate; }

std::optional<std::string> new_policy_text(const NewPolicy& policy, std::string_view text) {
  constexpr std::string_view kBegin = "${";
  const auto gaps = gaps_of(policy);
  std::string filled;
  for (std::size_t at = text.find(kBegin); at != text.npos; at = text.find(kBegin)) {
    filled += text.substr(0, at);
    text.remove_prefix(at + kBegin.size());
    const std::size_t end = std::min(text.find('}'), text.size());
    const auto gap = gaps.find(text.substr(0, end));
    if (gap == gaps.end() || end == text.size()) return std::nullopt;
    filled += gap->second;
    text.remove_prefix(end + 1);
  }
  return filled.append(text);
}

}  // namespace simrules
