#include "diff/effects/past.h"

#include <algorithm>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/pointer.h"
#include "diff/compare/match.h"
#include "model/time/members.h"
#include "model/time/terms.h"
#include "schema/spec/find_field.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The tokens of a pointer to an entry of `previously`: list, item, member, last day.
enum Token : std::size_t { kList, kItem, kMember, kEntry, kTokens };

/// Returns the terms of a thing at one time, without when they held and what differs by itself.
json terms_at(const Item& item, const FieldSpec& spec, std::size_t at) {
  json terms = whole_terms(item, spec, at);
  for (const std::string_view name : member_name::kNeverInherited) terms.erase(std::string(name));
  terms.erase(member_name::kEffective);
  terms.erase(member_name::kUpcoming);
  return terms;
}

/// Tells whether an item says at some time what another says at one of its own.
bool says_at_any_time(const Item& item, const json& terms, const FieldSpec& spec) {
  if (!item) return false;
  const std::size_t count = item.previously().size() + 1;
  for (std::size_t at = 0; at < count; ++at) {
    const json own = terms_at(item, spec, at);
    if (same(spec, &own, &terms)) return true;
  }
  return false;
}

/// Tells whether an entry that came or went only keeps, or kept, what the other side says.
bool is_kept(const Change& change, const PolicyPair& pair, const FieldSpec& list) {
  const std::vector<std::string> tokens = pointer_split(change.pointer);
  if (tokens.size() < kTokens) return false;
  const bool came = change.kind == ChangeKind::kAdded;
  const Item own = find_item(came ? pair.head : pair.base, tokens[kList], tokens[kItem]);
  const Item other = find_item(came ? pair.base : pair.head, tokens[kList], tokens[kItem]);
  std::size_t at = 1;
  for (const EarlierTerms& entry : own.previously()) {
    if (entry.until_text() == tokens[kEntry])
      return says_at_any_time(other, terms_at(own, *list.items, at), *list.items);
    ++at;
  }
  return false;
}

}  // namespace

bool is_of_past(const Change& change, const FieldSpec& policy) {
  const FieldSpec* field = find_field(policy, change.pointer);
  return field != nullptr && field->area == Area::kPast;
}

std::vector<Effect> effects_on_past(const PolicyPair& pair, std::vector<Change>& changes) {
  std::vector<Effect> effects;
  for (Change& change : changes) {
    if (!is_of_past(change, pair.head_spec)) continue;
    const FieldSpec* list = pair.head_spec.member(pointer_split(change.pointer)[kList]);
    change.is_untold = is_kept(change, pair, *list);
    if (change.is_untold || change.cause == kCorrection) change.impact = Impact::kNeutral;
    if (change.is_untold) continue;
    effects.push_back(effect_of(change));
    effects.back().rule = change.rule;
    effects.back().is_past = true;
  }
  return effects;
}

}  // namespace simrules
