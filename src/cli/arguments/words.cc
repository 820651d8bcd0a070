#include "cli/arguments/words.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"

namespace simrules {
namespace {

/// Of more words nobody reads a list.
constexpr std::size_t kMostListed = 30;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::optional<std::string> same_word(std::string_view typed,
                                     const std::vector<std::string>& words) {
  if (std::ranges::find(words, typed) != words.end()) return std::string(typed);
  const auto found = std::ranges::find_if(words, [&](const std::string& word) {
    return std::ranges::equal(word, typed, {}, lower, lower);
  });
  return found == words.end() ? std::nullopt : std::optional(*found);
}

std::string meant_words(std::string_view typed, const std::vector<std::string>& words) {
  if (const auto twin = nearest(typed, words))
    return fmt::format("did you mean {}?", quoted(*twin));
  std::vector<std::string> longer;
  constexpr std::size_t kLeast = 3;
  for (const std::string& word : words) {
    if (typed.size() >= kLeast && word.find(typed) != std::string::npos) longer.push_back(word);
  }
  return longer.empty() ? "" : fmt::format("did you mean {}?", quoted_list(longer));
}

std::string near_words(std::string_view typed,
                       const std::vector<std::string>& words,
                       std::string_view plural) {
  if (std::string meant = meant_words(typed, words); !meant.empty()) return meant;
  if (words.empty() || words.size() > kMostListed) return "";
  return fmt::format("the {} are {}", plural, quoted_list(words, "and"));
}

}  // namespace simrules
