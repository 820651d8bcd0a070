#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diff/order/direction.h"
#include "schema/schema.h"

namespace simrules {

/// An id that a change can have, as the schema declares its parts.
/// Shape: `mirror` is the id of the same change with base and head swapped; `topic` is empty for what belongs to a policy as such; `fields` are all that the id can
///        stand for, by the names on the way to them (`fees/price`); `fields` is empty for a policy,
///        a rule or a confidence as a whole.
struct ChangeId {
  std::string id;
  std::string mirror;
  std::string topic;
  DirectionWord direction;
  std::vector<std::pair<std::string, const FieldSpec*>> fields;
};

/// The pointer token of a rule's derived confidence in a change.
inline constexpr std::string_view kConfidence = "confidence";

/// The direction of an item that has another id.
inline constexpr const char* kRenamed = "renamed";

inline constexpr const char* kPolicyIntroduced = "policy-introduced";
inline constexpr const char* kPolicyRemoved = "policy-removed";

/// Composes the id of a change: `transfer-recipients-narrowed`, `policy-name-reworded`.
std::string change_id(const std::string& topic,
                      const std::string& field,
                      const std::string& direction);

/// Lists every id that changes can have, sorted; the schema must outlive the list.
std::vector<ChangeId> change_ids(const PolicySchema& schema);

}  // namespace simrules
