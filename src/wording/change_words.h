#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diff/change.h"
#include "model/catalog.h"
#include "schema/schema.h"

namespace simrules {

/// What changes are put into words with: the names of policies and rules are in the catalogs.
struct ChangeContext {
  const Catalog& base;
  const Catalog& head;
  const PolicySchema& schema;
  std::string language = "en";
};

/// A change in words.
/// Shape: nothing is escaped, that is for the format to do; `rule` is empty for a field of the
/// policy itself and
///        `field` for a whole policy or rule; `before` is "–" where there is nothing; `cause` and
///        `since` are empty where the change has none; `since` is the day or month from which it
///        holds.
struct ChangeWords {
  std::string policy;
  std::string rule;
  std::string field;
  std::string before;
  std::string after;
  std::string cause;
  std::string effective;
  std::string since;
};

ChangeWords describe_change(const Change& change, const ChangeContext& context);

/// Changes of one topic, the worst impact first.
/// Shape: `topic` and `title` are empty for those of policies as such.
struct ChangeGroup {
  std::string topic;
  std::string title;
  std::vector<const Change*> changes;
};

/// Groups changes by topic in the schema's order, those of policies as such last.
/// Shape: a topic without a change is left out; `changes` must outlive the groups.
std::vector<ChangeGroup> group_by_topic(const std::vector<Change>& changes,
                                        const PolicySchema& schema,
                                        std::string_view language);

/// Returns the rule that a change is in, in the head or else in the base; nullptr if neither has it.
const Rule* rule_of(const Change& change, const ChangeContext& context);

/// Returns the policy that a change is about, in the head or else in the base; nullptr if neither
/// has it.
const Policy* find_policy(const Change& change, const ChangeContext& context);

}  // namespace simrules
