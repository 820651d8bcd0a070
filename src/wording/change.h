#pragma once

#include <string>

#include "diff/change.h"
#include "wording/place.h"

namespace simrules {

/// Whether a sentence stands alone, or below a heading that says for whom and since when.
enum class Setting { kAlone, kBelowHeading };

/// Says in one sentence what changed, and where it stands alone for whom and since when.
/// Shape: one line that ends with the full stop of the language; nothing is escaped, that is for
///        the format to do; below a heading in small letters, and without why a pair has no order.
std::string change_sentence(const Change& change,
                            const ChangeContext& context,
                            Setting setting = Setting::kAlone);

/// Says what changed without naming the rule and without a full stop, to stand among others.
std::string change_statement(const Change& change,
                             const ChangeContext& context,
                             Setting setting = Setting::kAlone);

/// Names the rule that a change is about, or the policy: "au · Data Gift".
std::string change_subject(const Change& change, const ChangeContext& context);

/// Both sides of a change as the columns of a table show them.
/// Shape: "–" where there is nothing.
struct ChangeSides {
  std::string before;
  std::string after;
};

ChangeSides change_sides(const Change& change, const ChangeContext& context);

/// Names the policy that a change is about, and the rule, each with its id; the rule is empty for a
/// field of the policy itself.
std::string changed_policy_name(const Change& change, const ChangeContext& context);
std::string changed_rule_name(const Change& change, const ChangeContext& context);

/// Says why the data changed in the word of the schema: "correction"; empty where the change has no
/// cause.
std::string cause_word(const Change& change, const ChangeContext& context);

/// Says it in full: "we corrected our data".
std::string cause_phrase(const Change& change, const ChangeContext& context);

/// Says since when a change holds; empty where no date is known.
std::string effective_phrase(const Change& change, const ChangeContext& context);

}  // namespace simrules
