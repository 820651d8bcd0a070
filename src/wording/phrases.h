#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "schema/schema.h"
#include "schema/spec/field_spec.h"

namespace simrules {

/// What values are put into sentences with.
/// Shape: `policy` holds the plans, zones and sources that values refer to, and may be nullptr.
struct Phrasing {
  const PolicySchema& schema;
  std::string language;
  const nlohmann::json* policy = nullptr;

  /// Returns a template of the schema's `x-sentences`; empty where it has none.
  std::string text(const std::string& section, const std::string& use) const;

  /// Returns a small phrase: a joiner, the form of a date or of money, a word for nothing.
  std::string phrase(const std::string& use) const { return text("phrases", use); }
};

/// The object that a value is in: the currency of a price stands beside it, or around it.
struct PhraseScope {
  const nlohmann::json* object = nullptr;
  const FieldSpec* spec = nullptr;
  const PhraseScope* around = nullptr;
};

/// Puts a value into words that fit a sentence: "550 JPY", "from 1 June 2018", "web and phone".
/// Shape: one line; an object is told by its `x-phrases`, then whatever these leave out by label
///        and value; null is what absence states.
std::string value_phrase(const Phrasing& phrasing,
                         const nlohmann::json& value,
                         const FieldSpec& spec,
                         const PhraseScope* scope = nullptr);

/// Puts one member of an object into words as a template asks for it (`{name}`, `{name:form}`);
/// looked for around the object too, because what a price is counted in stands beside the whole
/// fee. Shape: empty where it is nowhere.
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

/// Tells the members of an object by label and value, in the order of `x-order`.
/// Shape: without the members that `left_out` names and those of another area than the object.
std::vector<std::string> member_phrases(const Phrasing& phrasing,
                                        const nlohmann::json& object,
                                        const FieldSpec& spec,
                                        const std::vector<std::string>& left_out,
                                        const PhraseScope* around = nullptr);

/// Lists parts as the language does: "a, b and c".
std::string join_phrases(const Phrasing& phrasing, const std::vector<std::string>& parts);

/// Returns what a field is called in the middle of a sentence: its own noun, else its label, in
/// which abbreviations keep their letters.
std::string inner_label(const FieldSpec& spec, std::string_view language);

}  // namespace simrules
