#pragma once

#include <string>
#include <string_view>

namespace simrules {

/// Where Markdown text stands: a table's cell ends at a bar, even inside a code span.
enum class MarkdownPlace { kLine, kCell };

/// Returns untrusted text as a Markdown code span, in which nothing acts: no markup, mention,
/// reference or pipe.
/// Shape: printable, on one line, with a fence longer than any run of backticks inside; empty text
///        stays empty.
/// Source: GitHub Flavored Markdown 0.29, sections 6.3 and 4.10.
std::string markdown_code(std::string_view text, MarkdownPlace place, std::size_t max_bytes = 200);

/// Returns lines that are printable already as a fenced code block.
/// Shape: the text ends with a line break or is empty.
std::string markdown_block(std::string_view text);

/// Returns a name as plain text where none of its characters can act in Markdown, else as a code
/// span.
std::string markdown_name(std::string_view text, MarkdownPlace place);

/// Returns a sentence as plain text in which words that could act in Markdown are code spans.
/// Shape: as of `markdown_code`; not for the start of a line, where a number would begin a list.
std::string markdown_text(std::string_view text, MarkdownPlace place, std::size_t max_bytes = 1000);

/// Returns a link to a page; only the text where the address is not plainly an https one.
std::string markdown_link(std::string_view text,
                          std::string_view url,
                          MarkdownPlace place = MarkdownPlace::kLine);

}  // namespace simrules
