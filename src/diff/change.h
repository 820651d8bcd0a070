#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "model/names.h"
#include "model/policy.h"

namespace simrules {

/// What a change means to the subscriber.
enum class Impact {
  kMoreRestrictive,
  kMixed,
  kObscured,
  kMorePermissive,
  kClarified,
  kNeutral,
  kEvidence,
  kEditorial
};

/// `recorded` is a field that the base's schema did not know.
enum class ChangeKind { kAdded, kRemoved, kChanged, kRecorded };

const char* to_string(Impact impact);
const char* to_string(ChangeKind kind);
std::optional<Impact> parse_impact(const std::string& word);

/// Lists the words of all impacts, the weightiest first.
std::vector<std::string> impact_words();

/// Where one side of a change stands.
/// Shape: line and column are 0 where the side is a dataset, which has none.
struct ChangePlace {
  std::string path;
  int line = 0;
  int column = 0;
};

/// One difference between base and head.
/// Shape: `pointer` names list items by their key (`/transfer/data-gift/recipients`); `topic` and
///        `rule` are empty for a field of the policy itself; `before` and `after` are null where
///        there is nothing on that side; `id` is made of topic, field and direction; `fingerprint`
///        is 12 hexadecimal digits over id, policy, pointer, before and after; `incomparable` names
///        the fields beside it that differ, too, where they are why a change is neutral; `is_untold`
///        is an entry of earlier terms that only keeps what the other side says, or bookkeeping, or
///        `is_translation`: a text of ours in another language, whose English has stayed; `moves` are
///        the rules that mean something else by a change of what they refer to.
/// Units: values as written; `unit` is the field's `x-unit`.
struct Change {
  std::string id;
  std::string fingerprint;
  std::string policy;
  std::string topic;
  std::string rule;
  std::string pointer;
  ChangeKind kind = ChangeKind::kChanged;
  Impact impact = Impact::kNeutral;
  std::string cause;
  nlohmann::json before;
  nlohmann::json after;
  std::string label;
  std::string unit;
  nlohmann::json effective;
  std::vector<std::string> evidence;
  std::vector<std::string> incomparable;
  bool is_untold = false;
  bool is_translation = false;
  std::vector<RuleName> moves = {};
  std::optional<ChangePlace> base;
  std::optional<ChangePlace> head;
};

/// Returns where a change is on one side.
Address address_of(const Change& change, DiffSide side);

/// Tells whether a change is about more than sources and wording.
bool is_substance(const Change& change);

/// Combines the impacts of several changes: both directions together are `mixed`, otherwise the
/// weightiest.
/// Shape: nothing at all is `neutral`.
Impact roll_up(const std::vector<Impact>& impacts);

/// Returns the digest of what a change says: 12 hexadecimal digits over id, policy, pointer, before
/// and after.
std::string fingerprint(const Change& change);

}  // namespace simrules
