#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "schema/spec/field_spec.h"

namespace simrules {

/// Puts a value into words: "500 MB", "1,000 JPY", "family group, same account", "–" for nothing.
/// Shape: one line if the value has none within; text is not escaped, that is for the format to do.
std::string value_text(const nlohmann::json& value,
                       const FieldSpec& spec,
                       std::string_view language);

/// Puts a number into words, with commas between thousands where it is a count and no name.
std::string number_text(const nlohmann::json& number, const FieldSpec& spec);

/// Tells whether a value is a number: a whole one, or a decimal fraction kept as text to be exact.
bool is_number_value(const nlohmann::json& value);

/// Writes a number with commas between thousands.
std::string grouped_number(const nlohmann::json& number);

/// Returns a unit beside a number: an English word has a plural, a symbol none.
std::string unit_in_words(std::string unit, bool is_one);

/// Returns the text of a map of languages: that of the language, else the English one.
std::string local_text(const nlohmann::json& texts, std::string_view language);

/// Returns the specification of the field at a change's pointer, which names list items by their
/// key; nothing for a field that the schema does not know.
const FieldSpec* find_field(const FieldSpec& root, std::string_view pointer);

/// Returns the value at such a pointer, or nullptr.
const nlohmann::json* value_at(const nlohmann::json& policy,
                               const FieldSpec& root,
                               std::string_view pointer);

/// Names a field by the labels on the way to it: "Fees › shop › Price".
/// Shape: the first `skip` tokens of the pointer are left out.
std::string field_path_text(const FieldSpec& root,
                            std::string_view pointer,
                            std::size_t skip,
                            std::string_view language);

/// Returns the price with its currency if the field is one: a number whose order needs a sibling
/// currency. Shape: `object` holds the value and its siblings, and may be nullptr.
std::string money_text(const nlohmann::json& value,
                       const FieldSpec& spec,
                       const nlohmann::json* object,
                       std::string_view language);

/// Counts things in English: "1 policy", "14 policies".
std::string counted(std::size_t count, const char* one, const char* several);

}  // namespace simrules
