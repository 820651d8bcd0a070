#include "wording/words.h"

#include <algorithm>

#include "wording/template.h"

namespace simrules {

std::string fill_text(std::string_view text, MessageParts parts) {
  return fill_template(text, [&](std::string_view name, std::string_view) {
    const auto* part = std::ranges::find(parts, name, [](const auto& row) { return row.first; });
    return part == parts.end() ? std::string() : std::string(part->second);
  });
}

std::string fill_message(const Language& words,
                         std::string_view section,
                         std::string_view use,
                         MessageParts parts) {
  return fill_text(words.message(section, use), parts);
}

std::string counted_message(const Language& words,
                            std::string_view section,
                            const std::string& use,
                            std::size_t count) {
  return fill_message(
      words, section, count == 1 ? use + "_one" : use, {{"count", std::to_string(count)}});
}

const std::string& confidence_word(Confidence confidence, const Language& words) {
  return words.message("confidences", to_string(confidence));
}

const std::string& impact_word(Impact impact, const Language& words) {
  return words.message("impacts", to_string(impact));
}

}  // namespace simrules
