#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "diff/change.h"
#include "model/catalog.h"
#include "schema/language/language.h"

namespace simrules {

/// What the placeholders of a message are filled with.
using MessageParts = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// Fills a text with what its placeholders name.
std::string fill_text(std::string_view text, MessageParts parts);

/// Fills a message of a language.
std::string fill_message(const Language& words,
                         std::string_view section,
                         std::string_view use,
                         MessageParts parts);

/// Fills a message of a language that has one form for one and another for several: "3 changes".
/// Shape: the form for one is called as the other with `_one` behind it.
std::string counted_message(const Language& words,
                            std::string_view section,
                            const std::string& use,
                            std::size_t count);

/// Counts things that people count: "3 changes", "1 day".
inline std::string counted(const Language& words, const std::string& what, std::size_t count) {
  return counted_message(words, "counts", what, count);
}

/// Returns how people call a confidence.
const std::string& confidence_word(Confidence confidence, const Language& words);

/// Returns how people call an impact.
const std::string& impact_word(Impact impact, const Language& words);

}  // namespace simrules
