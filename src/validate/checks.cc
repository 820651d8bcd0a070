#include "validate/checks.h"

namespace simrules {

const std::vector<Check>& checks() {
  static const std::vector<Check> kTable = {
      check_id_path(),
      check_duplicate_id(),
      check_unknown_reference(),
      check_unused_source(),
      check_example_address(),
      check_except_outside_plans(),
      check_date_order(),
      check_overlapping_rules(),
      check_missing_network(),
      check_foreign_plmn(),
      check_accessed_before_published(),
      check_reasons_without_refusal(),
      check_retired_rule(),
      check_former_id_in_use(),
      check_former_id_twice(),
      check_forwarding_to_nowhere(),
      check_terms_out_of_order(),
      check_terms_outside_effective(),
      check_undated_terms(),
      check_terms_unchanged(),
      check_contradictory_terms(),
      check_terms_before_plan(),
      check_impossible_terms(),
  };
  return kTable;
}

namespace {

PolicyIndex index_of(const std::vector<const Policy*>& policies) {
  PolicyIndex index;
  for (const Policy* policy : policies) {
    index.by_id.emplace(policy->id, policy);
    for (const std::string_view former : policy->formerly()) {
      index.by_former_id.emplace(former, policy);
    }
  }
  return index;
}

}  // namespace

void validate(const std::vector<const Policy*>& policies,
              const std::vector<std::string>& policy_ids,
              const PolicySchema& schema,
              DiagnosticSink& sink) {
  const PolicyIndex index = index_of(policies);
  std::optional<SchemaChecker> checker;
  for (const Policy* policy : policies) {
    const CheckContext context{*policy, policy_ids, index, schema, checker};
    for (const Check& check : checks()) check.run(context, check.info, sink);
  }
}

}  // namespace simrules
