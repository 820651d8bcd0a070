#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "gate/judgement.h"

namespace simrules {

/// A rule on both sides, or another item that has a revision, such as a zone: its list stands for
/// the topic then.
/// Shape: `base` is empty for a new rule and `head` for one that is gone; `base_policy` is null if
///        the policy is new; `changes` are those of substance, the weightiest first, and `impact`
///        rolls them up; `is_affected` tells whether anything of substance changed that the rule
///        depends on, such as a zone that it names.
struct RuleCase {
  RuleName name;
  const Policy* base_policy = nullptr;
  const Policy* head_policy = nullptr;
  std::optional<Rule> base = {};
  std::optional<Rule> head = {};
  std::vector<const Change*> changes = {};
  Impact impact = Impact::kNeutral;
  bool is_affected = false;
};

/// Lists the rules of all policies that the head has, by policy as the head calls it, and the other
/// items that have revisions and are not gone.
std::vector<RuleCase> rule_cases(const GateInput& input);

/// Tells whether an impact asks for a note and for evidence as new as the base's.
bool needs_reason(Impact impact);

/// Returns the text at a pointer; empty where there is none.
std::string text_at(const nlohmann::json& value, const std::string& pointer);

}  // namespace simrules
