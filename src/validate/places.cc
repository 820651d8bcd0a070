#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "model/policy_id.h"
#include "schema/codes.h"
#include "validate/checks.h"
#include "validate/report.h"

namespace simrules {
namespace {

void run_folder_outside(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink) {
  const auto parts = parse_policy_id(context.policy.id);
  if (!parts || parts->country == kGlobal || context.policy.countries().empty()) return;
  const std::string country = meant_country(parts->country);
  if (country.empty() || context.policy.countries().contains(country)) return;
  report_at_key(
      context,
      info,
      {.pointer = "/countries",
       .message = fmt::format("the home countries do not have {}, which the id {} is filed under",
                              quoted(country),
                              quoted(context.policy.id)),
       .help =
           fmt::format("add {}, or file the policy under a country that it has", quoted(country)),
       .notes = {note_at(context, "/id", "the id is set here")}},
      sink);
}

}  // namespace

Check check_folder_outside_countries() {
  return {{"folder-outside-countries",
           Severity::kError,
           "A policy is filed under a country that is none of its home countries.",
           "Whoever looks for the brands of a country goes by the folder, and by `countries`, and "
           "would find "
           "two different lists.",
           "# policies/jp/au.yaml\ncountries: [KR]\nnetworks:\n  - {id: main, role: own, plmn: "
           "[\"450-05\"]}\n",
           "# policies/jp/au.yaml\ncountries: [JP, KR]\nnetworks:\n  - {id: main, role: own, plmn: "
           "[\"450-05\"]}\n"},
          run_folder_outside};
}

}  // namespace simrules
