#include <algorithm>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "model/network_role.h"
#include "validate/checks.h"
#include "validate/report.h"

namespace simrules {
namespace {

using nlohmann::json;

void run(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink) {
  const std::string kind = context.policy.value->value("kind", "");
  const std::string needed = needed_network_role(kind);
  if (needed.empty()) return;
  const json networks = context.policy.value->value("networks", json::array());
  if (std::any_of(networks.begin(), networks.end(), [&](const json& network) {
        return network.value("role", "") == needed;
      })) {
    return;
  }
  report(context,
         info,
         {"/networks",
          fmt::format("the kind is {} but no network has the role `{}`", quoted(kind), needed),
          fmt::format("add a network with `role: {}`, or correct `kind`", needed),
          {note_at(context, "/kind", "the kind is set here")},
          true},
         sink);
}

}  // namespace

Check check_missing_network() {
  return {
      {"missing-network",
       Severity::kError,
       "An operator has no network of its own, or a virtual operator no host.",
       "The kind of a brand and its networks contradict each other; public lists often get this "
       "wrong.",
       "kind: mvno\nnetworks:\n  - {id: main, role: own}\n",
       "kind: mvno\nnetworks:\n  - {id: docomo, role: host, operator: NTT DOCOMO}\n"},
      run};
}

}  // namespace simrules
