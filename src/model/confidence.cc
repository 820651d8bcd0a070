#include <algorithm>
#include <array>
#include <string_view>

#include "model/catalog.h"

namespace simrules {
namespace {

/// The tiers whose support alone confirms a rule; every other tier can only claim.
constexpr std::array<std::string_view, 2> kConfirmingTiers = {"official", "regulator"};

bool confirms(const Source& source) {
  return std::find(kConfirmingTiers.begin(), kConfirmingTiers.end(), source.tier()) !=
         kConfirmingTiers.end();
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

Confidence derive_confidence(const ListOf<Evidence>& evidence,
                             const PolicyView& policy,
                             const PolicyView& tiers) {
  if (evidence.empty()) return Confidence::kUnverified;
  bool confirmed = false;
  for (const Evidence& each : evidence) {
    if (each.contradicts()) return Confidence::kDisputed;
    const Source rated = tiers.find_source(each.source());
    confirmed = confirmed || confirms(rated ? rated : policy.find_source(each.source()));
  }
  return confirmed ? Confidence::kConfirmed : Confidence::kClaimed;
}

bool is_upheld(const ListOf<Evidence>& evidence, const PolicyView& policy) {
  bool is_supported = false;
  for (const Evidence& each : evidence) {
    if (!confirms(policy.find_source(each.source()))) continue;
    if (each.contradicts()) return false;
    is_supported = true;
  }
  return is_supported;
}

}  // namespace simrules
