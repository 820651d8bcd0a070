#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "model/policy.h"
#include "wording/words.h"

namespace simrules {

/// Writes text for a page: what it says stays text.
std::string html_escaped(std::string_view text);

/// Writes text that is in some language for a page in another, with the language marked.
std::string html_run(std::string_view text, std::string_view tag, const Language& page);

/// Writes what people wrote in several languages for a page: in its language, else in English and
/// marked as that.
std::string html_of(const Text& text, const Language& page);

/// Writes a phrase of ours for a page. Names that have no translation stand in it in English: on a page
/// in another script they are marked.
std::string html_phrase(std::string_view text, const Language& page);

/// Fills a message of the page with parts that are HTML already.
std::string page_text(const Language& words, std::string_view use, MessageParts parts);

/// Returns the messages of the page that have nothing to fill in, as HTML by their use.
nlohmann::json page_words(const Language& words);

/// Returns the SHA-256 of a text as the Content Security Policy names it: `sha256-…`.
/// Source: CSP Level 3, section 2.3.1.
std::string csp_digest(std::string_view text);

}  // namespace simrules
