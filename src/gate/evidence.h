#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace simrules {

/// Returns the day on which the newest source of a rule's evidence was read; empty without evidence.
/// Shape: `cited` is a rule or another object with `evidence`; its sources are the policy's.
std::string newest_read(const nlohmann::json& cited, const nlohmann::json& policy);

/// Returns the day on which the newest source of a policy was read.
std::string newest_source(const nlohmann::json& policy);

/// Tells whether a source of the head's evidence was read since the base, or is new there.
bool was_read_again(const nlohmann::json& base_rule,
                    const nlohmann::json& base_policy,
                    const nlohmann::json& head_rule,
                    const nlohmann::json& head_policy);

}  // namespace simrules
