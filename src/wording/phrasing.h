#pragma once

#include <string>
#include <string_view>
#include <utility>
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

  /// Returns a template for whole sentences; empty where the language has none.
  std::string text(const std::string& section, const std::string& use) const;

  /// Returns a small phrase: a joiner, the form of a date or of money, a word for nothing.
  std::string phrase(const std::string& use) const { return text("phrases", use); }
};

/// Lists parts as the language does: "a, b and c".
std::string join_phrases(const Phrasing& phrasing, const std::vector<std::string>& parts);

/// Returns what a field is called in the middle of a sentence: its own noun, else its label, in
/// which abbreviations keep their letters.
std::string inner_label(const FieldSpec& spec, std::string_view language);

/// Returns what a word of a field is called in a sentence, else in a report.
std::string word_phrase(const Phrasing& phrasing, const std::string& word, const FieldSpec& spec);

/// The object that a value is in: the currency of a price stands beside it, or around it.
/// Shape: `told` collects the members that templates name, and may be nullptr.
struct PhraseScope {
  const nlohmann::json* object = nullptr;
  const FieldSpec* spec = nullptr;
  const PhraseScope* around = nullptr;
  std::vector<std::string>* told = nullptr;
};

/// An item that a value refers to by its id, with its specification.
/// Shape: null pointers where there is none.
using ReferredItem = std::pair<const FieldSpec*, const nlohmann::json*>;

/// Finds what a value refers to by its id, in the policy or in what the value is in.
ReferredItem referred(const Phrasing& phrasing,
                      const FieldSpec& spec,
                      const nlohmann::json& id,
                      const PhraseScope* scope);

}  // namespace simrules
