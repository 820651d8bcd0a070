#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "model/catalog.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The tiers whose support alone confirms a rule; every other tier can only claim.
constexpr std::array<std::string_view, 2> kConfirmingTiers = {"official", "regulator"};

std::string tier_of(const json& policy, const std::string& source_id) {
  const auto sources = policy.find("sources");
  if (sources == policy.end()) return {};
  for (const json& source : *sources) {
    if (source.value("id", "") == source_id) return source.value("tier", "");
  }
  return {};
}

}  // namespace

const char* to_string(Confidence confidence) {
  switch (confidence) {
    case Confidence::kUnverified:
      return "unverified";
    case Confidence::kClaimed:
      return "claimed";
    case Confidence::kDisputed:
      return "disputed";
    case Confidence::kConfirmed:
      return "confirmed";
  }
  return "unverified";
}

Confidence derive_confidence(const json& rule, const json& policy) {
  const auto evidence = rule.find("evidence");
  if (evidence == rule.end() || evidence->empty()) return Confidence::kUnverified;
  bool confirmed = false;
  for (const json& item : *evidence) {
    if (item.value("stance", "") == "contradicts") return Confidence::kDisputed;
    const std::string tier = tier_of(policy, item.value("source", ""));
    confirmed = confirmed || std::find(kConfirmingTiers.begin(), kConfirmingTiers.end(), tier) !=
                                 kConfirmingTiers.end();
  }
  return confirmed ? Confidence::kConfirmed : Confidence::kClaimed;
}

}  // namespace simrules
