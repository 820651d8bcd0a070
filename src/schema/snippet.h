#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "schema/schema.h"

namespace simrules {

/// What is filled into a snippet.
/// Shape: `fields` are by their pointer in the body, `variables` by the name that editors give them,
///        such as CURRENT_YEAR.
struct SnippetInput {
  std::map<std::string, std::string> fields;
  std::map<std::string, std::string> variables;
};

/// The document that a snippet makes.
/// Shape: members in the order of the snippet; `defaults` are the pointers of the values that stayed
///        as the snippet proposes them.
struct SnippetDocument {
  nlohmann::ordered_json value;
  std::set<std::string> defaults;
};

/// Fills in a snippet that the policy schema offers editors for a whole policy, so that what a
/// program writes and what an editor inserts stand in one place.
/// Shape:  a tab stop that `fields` replaces has that value wherever it stands.
/// Errors: nothing for a label that the schema does not offer.
/// Source: the placeholders `${1:text}`, `${1|word,word|}` and `${NAME:text}` of editor snippets.
std::optional<SnippetDocument> expand_snippet(const PolicySchema& schema,
                                              std::string_view label,
                                              const SnippetInput& input);

}  // namespace simrules
