#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "base/text.h"
#include "validate/checks.h"
#include "validate/report.h"

namespace simrules {
namespace {

using nlohmann::json;

/// Lists what a reference may name: the ids of all policies, or the keys of one list of the policy.
std::vector<std::string> targets(const CheckContext& context, const std::string& list) {
  std::vector<std::string> ids;
  if (list == "policies") return context.policy_ids;
  const FieldSpec* spec = context.schema.root().member(list);
  for (const json& item : context.policy.value->value(list, json::array())) {
    ids.push_back(item.value(spec->key, ""));
  }
  return ids;
}

void check_name(const CheckContext& context,
                const CheckInfo& info,
                const FieldVisit& field,
                const std::string& name,
                const std::string& pointer,
                DiagnosticSink& sink) {
  const std::vector<std::string> known = targets(context, field.spec.refers);
  if (std::find(known.begin(), known.end(), name) != known.end()) return;
  const auto twin = nearest(name, known);
  report(context,
         info,
         {pointer,
          fmt::format("`{}` has no entry {}", field.spec.refers, quoted(name)),
          twin            ? fmt::format("did you mean {}?", quoted(*twin))
          : known.empty() ? fmt::format("add an entry with this id to `{}`", field.spec.refers)
                          : fmt::format("name one of {}, or add an entry", quoted_list(known))},
         sink);
}

void run(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink) {
  for_each_field(context, [&](const FieldVisit& field) {
    if (field.spec.refers.empty()) return;
    if (field.value.is_array()) {
      for (std::size_t i = 0; i < field.value.size(); ++i) {
        check_name(context,
                   info,
                   field,
                   field.value[i].get<std::string>(),
                   pointer_join(field.pointer, i),
                   sink);
      }
    } else if (field.value.is_string() && field.value != field.spec.most) {
      check_name(context, info, field, field.value.get<std::string>(), field.pointer, sink);
    }
  });
}

}  // namespace

Check check_unknown_reference() {
  return {{"unknown-reference",
           Severity::kError,
           "A field names a plan, zone, source or policy that does not exist.",
           "A rule for a plan that is not there applies to nobody, and evidence without its source "
           "cannot be looked up.",
           "plans:\n  - {id: max, name: {en: Max}}\ntethering:\n  - plans: [maxx]\n",
           "plans:\n  - {id: max, name: {en: Max}}\ntethering:\n  - plans: [max]\n"},
          run};
}

}  // namespace simrules
