#pragma once

#include <cstddef>
#include <string_view>

#include <nlohmann/json.hpp>

#include "model/policy.h"
#include "schema/spec/field_spec.h"

namespace simrules {

/// Tells whether the items of a list have dates of their own, and whether they say what their terms were
/// before.
bool is_dated(const FieldSpec& list);
bool has_terms(const FieldSpec& list);

/// Writes the terms of a rule, plan or zone whole: an item of its own without what it says of other
/// times.
/// Shape: `at` is 0 for the terms of the body, else the place of the entry of `previously` plus one.
nlohmann::json whole_terms(const Item& item, const FieldSpec& spec, std::size_t at = 0);

/// Writes what is left of a thing where nothing is known of its terms: what it is, and that its verdict
/// is not known.
nlohmann::json bare_thing(const Item& item, const FieldSpec& spec);

/// Writes in what earlier terms of a thing differ from later ones, as an entry of `previously` says it.
/// Shape: both are whole terms; the entry has no dates, no wording and nothing that terms have of their
///        own, and is empty where both say the same. What an entry cannot say is left out.
nlohmann::json entry_of(const nlohmann::json& earlier,
                        const nlohmann::json& later,
                        const FieldSpec& spec);

/// Takes away what a place of `without` leads to: a member, an item of a list, or a member of one.
/// Returns whether it was there.
bool erase_place(nlohmann::json& terms, const FieldSpec& spec, std::string_view place);

}  // namespace simrules
