#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace simrules {

/// Returns the word of a list that was typed, whatever its capitals; nothing if it is none of them.
std::optional<std::string> same_word(std::string_view typed, const std::vector<std::string>& words);

/// Says which words of a list were most likely meant: "did you mean `x`?"; empty if none is near.
std::string meant_words(std::string_view typed, const std::vector<std::string>& words);

/// Says which words of a list were most likely meant, else which there are.
/// Shape: `plural` is what the words are, such as `topics`.
std::string near_words(std::string_view typed,
                       const std::vector<std::string>& words,
                       std::string_view plural);

}  // namespace simrules
