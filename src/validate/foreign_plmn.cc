#include <algorithm>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "base/text.h"
#include "validate/checks.h"
#include "validate/mcc_countries.h"
#include "validate/report.h"

namespace simrules {
namespace {

using nlohmann::json;

bool is_home(const json& policy, std::string_view countries) {
  return std::any_of(policy["countries"].begin(), policy["countries"].end(), [&](const json& home) {
    return countries.find(home.get<std::string>()) != std::string_view::npos;
  });
}

void run(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink) {
  for_each_field(context, [&](const FieldVisit& field) {
    if (field.spec.name != "plmn" || !field.value.is_array()) return;
    for (std::size_t i = 0; i < field.value.size(); ++i) {
      const std::string plmn = field.value[i].get<std::string>();
      const std::string_view countries = countries_of_mcc(plmn.substr(0, 3));
      if (countries.empty() || is_home(*context.policy.value, countries)) continue;
      report(context,
             info,
             {pointer_join(field.pointer, i),
              fmt::format("the country code of {} belongs to {}", quoted(plmn), countries),
              "check the number, or add the country to `countries`"},
             sink);
    }
  });
}

}  // namespace

Check check_foreign_plmn() {
  return {
      {"foreign-plmn",
       Severity::kWarning,
       "The country code of a network belongs to no home country of the policy.",
       "A code of another country is nearly always a slip; some codes serve several countries, so "
       "this is a warning.",
       "countries: [JP]\nnetworks:\n  - {id: main, role: own, plmn: [\"450-05\"]}\n",
       "countries: [JP]\nnetworks:\n  - {id: main, role: own, plmn: [\"440-10\"]}\n"},
      run};
}

}  // namespace simrules
