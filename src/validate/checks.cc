#include "validate/checks.h"

#include <utility>

#include "validate/earlier_terms.h"
#include "validate/report.h"

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
      check_active_after_end(),
      check_date_to_come(),
      check_overlapping_rules(),
      check_missing_network(),
      check_foreign_plmn(),
      check_shared_plmn(),
      check_folder_outside_countries(),
      check_accessed_before_published(),
      check_reasons_without_refusal(),
      check_contradicting_values(),
      check_incomplete_terms(),
      check_above_its_maximum(),
      check_too_many_decimals(),
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
  for (const auto& [id, policy] : index.by_id) add_network_owners(*policy, index);
  return index;
}

/// What a run of checks is about.
struct CheckRun {
  const std::vector<const Policy*>& policies;
  const std::vector<std::string>& policy_ids;
  const PolicySchema& schema;
  const Occasion& occasion;
};

void run_rows(const CheckRun& run,
              const std::vector<Check>& rows,
              const Jobs& jobs,
              DiagnosticSink& sink) {
  const PolicyIndex index = index_of(run.policies);
  const Occasion& occasion = run.occasion;
  std::vector<std::optional<SchemaChecker>> checkers(jobs.thread_count());
  std::vector<WaitingDiagnostics> found(run.policies.size());
  for_each_index(found.size(), jobs, "policies judged", [&](std::size_t i, std::size_t thread) {
    const Policy& policy = *run.policies[i];
    const std::deque<FieldVisit> fields = visited_fields(policy, run.schema);
    const std::vector<DatedItem> dated = dated_items(policy, run.schema);
    const CheckContext context{policy,
                               run.policy_ids,
                               index,
                               run.schema,
                               fields,
                               dated,
                               checkers[thread],
                               occasion.day,
                               occasion.is_untouched && occasion.is_untouched(policy)};
    for (const Check& check : rows) check.run(context, check.info, found[i]);
  });
  for (WaitingDiagnostics& each : found) each.pass_on(sink);
}

}  // namespace

void validate(const std::vector<const Policy*>& policies,
              const std::vector<std::string>& policy_ids,
              const PolicySchema& schema,
              DiagnosticSink& sink,
              const Occasion& occasion,
              const Jobs& jobs) {
  run_rows({policies, policy_ids, schema, occasion}, checks(), jobs, sink);
}

bool are_told_apart(const std::vector<const Policy*>& policies,
                    const PolicySchema& schema,
                    DiagnosticSink& sink) {
  DiagnosticList found;
  run_rows({policies, {}, schema, {}}, {check_duplicate_id()}, {}, found);
  for (Diagnostic& finding : found.sorted()) sink.report(std::move(finding));
  return found.empty();
}

}  // namespace simrules
