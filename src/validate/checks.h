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
Check check_overlapping_rules();
Check check_missing_network();
Check check_foreign_plmn();
Check check_accessed_before_published();
Check check_reasons_without_refusal();
Check check_retired_rule();

}  // namespace simrules
