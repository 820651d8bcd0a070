#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "wording/phrases.h"

namespace simrules {

/// Puts an amount with its unit into words: "500 MB", "1か月".
std::string quantity_phrase(const Phrasing& phrasing,
                            const nlohmann::json& value,
                            const FieldSpec& spec);

/// Puts a word, number, truth, date or text into words; a number that needs a currency has it.
std::string scalar_phrase(const Phrasing& phrasing,
                          const nlohmann::json& value,
                          const FieldSpec& spec,
                          const PhraseScope* scope);

/// Writes a date at its own precision: "October 2024", "2024年10月".
std::string date_phrase(const Phrasing& phrasing, const std::string& date);

/// Tells whether an object has a member that is counted in its currency.
bool has_money(const nlohmann::json& object, const FieldSpec& spec);

}  // namespace simrules
