#pragma once

#include <nlohmann/json.hpp>

namespace simrules {

/// Tells whether valijson means by a schema what draft-07 does, so that its verdict is asked for
/// beside ours; by any other our evaluator decides alone.
/// Shape: the schema has passed the lint.
bool is_right_in_valijson(const nlohmann::json& root);

/// Tells whether a schema has patterns, which valijson matches by bytes.
bool has_patterns(const nlohmann::json& schema);

}  // namespace simrules
