#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diff/change.h"
#include "model/catalog.h"

namespace simrules {

/// The words of reports that no policy field has.
enum class Ui { kListComma, kColon, kYes, kNo, kNothing, kBrand, kRule, kConfidence, kReadOn };

/// Lists the languages that reports are written in, English first.
std::vector<std::string> languages();

/// Returns a word of a report; English is the fallback of every language.
std::string_view ui_word(Ui word, std::string_view language);

/// Returns how people call a confidence.
std::string_view confidence_word(Confidence confidence, std::string_view language);

/// Returns how people call an impact.
std::string_view impact_word(Impact impact, std::string_view language);

}  // namespace simrules
