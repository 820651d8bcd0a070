#pragma once

#include <cstddef>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "schema/spec/field_spec.h"
#include "wording/phrasing.h"

namespace simrules {

/// Tells whether a value is a number: a whole one, or a decimal fraction kept as text to be exact.
bool is_number_value(const nlohmann::json& value);

/// Writes a number with commas between thousands.
std::string grouped_number(const nlohmann::json& number);

/// Puts a number into words, with commas between thousands where it is a count and no name.
std::string number_phrase(const nlohmann::json& number, const FieldSpec& spec);

/// Puts an amount of a currency into words: "1,000 JPY", "1,000円"; a code that the language has no
/// word for stays apart from the number.
std::string money_phrase(const Phrasing& phrasing,
                         const nlohmann::json& amount,
                         const std::string& code);

/// Puts an amount with its unit into words: "500 MB", "1か月"; the unit can be a currency.
std::string quantity_phrase(const Phrasing& phrasing,
                            const nlohmann::json& value,
                            const FieldSpec& spec);

/// Counts things in English: "1 policy", "14 policies".
std::string counted(std::size_t count, const char* one, const char* several);

}  // namespace simrules
