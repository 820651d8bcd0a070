#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "wording/words.h"

namespace simrules {

/// Writes text for a page as its template does.
std::string html_escaped(std::string_view text);

/// Fills a message of the page with parts that are HTML already.
std::string page_text(const Language& words, std::string_view use, MessageParts parts);

/// Returns the messages of the page that have nothing to fill in, as HTML by their use.
nlohmann::json page_words(const Language& words);

}  // namespace simrules
