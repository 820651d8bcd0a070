#pragma once

#include "validate/validate.h"

namespace simrules {

// Each a row of the table in checks.cc, in the file of what it looks at.
Check check_id_path();
Check check_duplicate_id();
Check check_unknown_reference();
Check check_unused_source();
Check check_example_address();
Check check_except_outside_plans();
Check check_date_order();
Check check_active_after_end();
Check check_date_to_come();
Check check_overlapping_rules();
Check check_missing_network();
Check check_foreign_plmn();
Check check_shared_plmn();
Check check_folder_outside_countries();
Check check_accessed_before_published();
Check check_reasons_without_refusal();
Check check_contradicting_values();
Check check_incomplete_terms();
Check check_above_its_maximum();
Check check_too_many_decimals();
Check check_retired_rule();
Check check_former_id_in_use();
Check check_former_id_twice();
Check check_forwarding_to_nowhere();
Check check_terms_out_of_order();
Check check_terms_outside_effective();
Check check_undated_terms();
Check check_terms_unchanged();
Check check_contradictory_terms();
Check check_terms_before_plan();
Check check_impossible_terms();

/// Adds the network codes that an operator has as its own to those of the operators before it.
void add_network_owners(const Policy& policy, PolicyIndex& index);

}  // namespace simrules
