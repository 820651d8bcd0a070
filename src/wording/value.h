#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "schema/spec/field_spec.h"
#include "wording/phrasing.h"

namespace simrules {

/// Takes the full stop off a text of people: that of the sentence around it is enough.
std::string without_stop(std::string text);

/// Puts a value into words that fit a sentence: "550 JPY", "from 1 June 2018", "web and phone".
/// Shape: one line; an object is told by its templates, then whatever these leave out by label
///        and value; null is what absence states.
std::string value_phrase(const Phrasing& phrasing,
                         const nlohmann::json& value,
                         const FieldSpec& spec,
                         const PhraseScope* scope = nullptr);

/// Puts one member of an object into words as a template asks for it (`{name}`, `{name:form}`);
/// looked for around the object too, because what a price is counted in stands beside the whole
/// fee.
/// Shape: empty where it is nowhere.
std::string member_phrase(const Phrasing& phrasing,
                          const PhraseScope& scope,
                          std::string_view name,
                          std::string_view form);

/// Returns the name of a list item: its own, else the one that its terms make, else its key.
std::string item_phrase(const Phrasing& phrasing,
                        const nlohmann::json& item,
                        const FieldSpec& spec,
                        const std::string& key,
                        const PhraseScope* scope = nullptr);

/// Tells whether two items of a list have one name, so that only their keys tell them apart.
bool share_a_name(const Phrasing& phrasing,
                  const nlohmann::json& list,
                  const FieldSpec& items,
                  const PhraseScope* scope = nullptr);

/// Tells the members of an object by label and value, in the order of `x-order`.
/// Shape: without the members that `left_out` names and those of another area than the object.
std::vector<std::string> member_phrases(const Phrasing& phrasing,
                                        const nlohmann::json& object,
                                        const FieldSpec& spec,
                                        const std::vector<std::string>& left_out,
                                        const PhraseScope* around = nullptr);

/// Returns the label of the word that an object has in a field, as tables show it; empty where it has
/// none.
/// Shape: the word itself where `spec`, which is that of the object, does not know the field.
std::string field_word(const nlohmann::json& object,
                       std::string_view field,
                       const FieldSpec* spec,
                       std::string_view language);

}  // namespace simrules
