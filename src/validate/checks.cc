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
  };
  return kTable;
}

void validate(const std::vector<const Policy*>& policies,
              const std::vector<std::string>& policy_ids,
              const PolicySchema& schema,
              DiagnosticSink& sink) {
  for (const Policy* policy : policies) {
    const CheckContext context{*policy, policy_ids, schema};
    for (const Check& check : checks()) check.run(context, check.info, sink);
  }
}

}  // namespace simrules
