#pragma once

#include <string>

#include "diff/change.h"
#include "wording/change_words.h"
#include "wording/phrases.h"

namespace simrules {

/// The pointer token of what the diff derives and no schema has a field for.
inline constexpr std::string_view kConfidenceField = "confidence";

/// How many tokens of a pointer name a rule: its topic and its id.
inline constexpr std::size_t kRuleTokens = 2;

/// Tells whether a change is one of a rule's derived confidence.
bool is_confidence(const Change& change);

/// Tells whether a whole rule came or went.
bool is_whole_rule(const Change& change);

/// Names the changed field inside its rule or policy, from the inside out: "price of the reissue
/// fee (store)", "再発行の料金（店舗）の価格".
/// Shape: items are named by what the head says of them, else the base.
std::string changed_field_phrase(const Change& change, const ChangeContext& context);

/// Puts one side of a changed field into words; null is what absence states.
std::string changed_value_phrase(const nlohmann::json& value,
                                 const Change& change,
                                 const Catalog& side,
                                 const ChangeContext& context);

/// Returns the object that a changed field is in, on the side of the phrasing.
/// Shape: without an object where that side has none.
PhraseScope scope_of(const Change& change, const ChangeContext& context, const Phrasing& phrasing);

/// Returns the policy of one side in a way that values of that side can refer to.
Phrasing phrasing_of(const Change& change, const ChangeContext& context, const Catalog& side);

}  // namespace simrules
