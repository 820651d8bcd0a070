#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/policy.h"
#include "render/changes/comparison.h"

namespace simrules {

/// A source that a change rests on.
/// Shape: `url` and `copy`, the address of an archived copy, are empty where that is no page on https.
struct SourceLink {
  std::string id;
  std::string url;
  std::string copy;
};

/// The changes of one rule, or those of a policy as such that share since when and on what
/// evidence, or all that a new policy brings; what they share is told once.
/// Shape: `rule` is empty for a policy as such; `impact` is that of all together; the changes are
///        the worst first; `cause` is a word and `why` says it in full; texts are not escaped and
///        empty where there is nothing; `witnesses` say what changes do to one of those whom they
///        concern, for those whose sentence leaves it open.
struct RuleChanges {
  std::string policy;
  std::string rule;
  Impact impact = Impact::kNeutral;
  std::string cause;
  std::string why;
  std::string revised;
  std::string note;
  std::string effective;
  std::vector<SourceLink> sources;
  std::vector<const Change*> changes;
  std::map<const Change*, std::string> witnesses = {};
  bool is_new_brand = false;

  /// Returns what a change does to one whom it concerns; empty where its sentence says it.
  std::string witness_of(const Change& change) const;
};

/// A change and what its rule's changes have in common.
struct ToldChange {
  const Change* change;
  const RuleChanges* rule;
};

/// Says why the data of a rule changed: "the carrier changed it (2026-11-30): They say so."
/// Shape: empty where nothing is known.
std::string why_text(const RuleChanges& rule, const Language& words);

/// What is told of a comparison, by why it is news: something changed, a policy is new, or our data
/// was wrong. The differences must outlive it.
struct SortedChanges {
  std::vector<const Change*> changed;
  std::vector<const Change*> brought;
  std::vector<const Change*> corrected;
};

SortedChanges sorted_changes(const Differences& differences);

/// Says how many texts were translated into each language: "24 texts in 3 policies (Japanese)".
/// Shape: empty for none.
std::string translations_note(const Differences& differences, const ChangeContext& context);

/// Groups changes by rule, the rule with the worst impact first.
/// Shape: complete; the changes must outlive the groups.
std::vector<RuleChanges> changes_by_rule(const std::vector<const Change*>& changes,
                                         const ChangeContext& context);

/// Groups what new policies bring, one group a policy with each of its sources once; rules of which
/// nothing is known are left out.
/// Shape: complete; the changes must outlive the groups.
std::vector<RuleChanges> changes_by_brand(const std::vector<const Change*>& changes,
                                          const ChangeContext& context);

/// A part of a report: a topic, policies as such, new policies, what only corrects our own data, or
/// what is announced.
/// Shape: `note` is a sentence below the title; empty for most.
struct ChangeSection {
  std::string title;
  std::string note;
  std::vector<RuleChanges> rules;
};

/// Orders changes for a report: by topic, then what concerns policies as such, then new policies, then
/// corrections of our own data, then what is only announced; within each the rule with the worst
/// impact first. What was translated is counted in a section of its own, which has a note alone.
/// Shape: a section without a change is left out; the comparison must outlive the sections.
std::vector<ChangeSection> change_sections(const Comparison& comparison);

/// A change as it is shown below the name of its rule.
/// Shape: `before` and `after` are both empty where the sentence shows them already; `remark` says
///        what else is to know, such as why there is no order or which rules move with it.
struct ShownChange {
  std::string sentence;
  std::string before;
  std::string after;
  std::string remark;
};

ShownChange shown_change(const Change& change, const ChangeContext& context);

/// Returns what the head says of when and why the item of a change was revised, a rule or a plan;
/// of one that is gone, the policy's word of that; nothing where it says nothing.
Revision revision_of(const Change& change, const ChangeContext& context);

/// Tells whether a change only mends what we had written wrongly.
bool is_correction(const Change& change);

/// Returns where a source of a policy is, as the head has it, else the base.
SourceLink source_link(std::string_view policy_id,
                       std::string_view source,
                       const ChangeContext& context);

}  // namespace simrules
