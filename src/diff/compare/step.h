#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "model/policy.h"
#include "schema/spec/field_spec.h"

namespace simrules {

/// Where a walk through base and head at once stands; strings are made only where something
/// differs.
/// Shape: `token` is a member's name or an item's key; an absent value is null, and so is the
///        specification of a field that one schema does not know; the indexes are those of an item
///        in its lists.
struct Step {
  const Step* parent = nullptr;
  std::string_view token;
  bool is_item = false;
  const FieldSpec* base_spec = nullptr;
  const FieldSpec* head_spec = nullptr;
  const nlohmann::json* base = nullptr;
  const nlohmann::json* head = nullptr;
  std::size_t base_index = 0;
  std::size_t head_index = 0;

  /// Returns what the head's schema says of the field, else the base's.
  const FieldSpec& spec() const;
};

/// Lists the steps from the policy's member down to this one.
std::vector<const Step*> chain_of(const Step& step);

/// Returns the pointer that names list items by their key.
std::string keyed_pointer(const Step& step);

/// Returns the pointer by list index in one side; that of the nearest ancestor that the side has.
std::string side_pointer(const Step& step, DiffSide side);

/// Tells whether the step is a rule: an item of a section whose name is its topic.
bool is_rule(const Step& step);

/// Returns the field's name in a change's id; what is not substance is named by where its area
/// begins.
std::string field_name(const Step& step);

/// Tells whether the step is the policy's own id, which differs only when `formerly` says so.
bool is_policy_id(const Step& step);

/// Returns the English name of a policy, a rule or a plan; the fallback for what has none.
std::string display_name(const Text& name, std::string_view fallback);

/// Returns the English words that lead to the field: `Data Gift: limit daily, maximum`.
std::string label_path(const Step& step);

}  // namespace simrules
