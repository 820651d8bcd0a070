#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/source.h"
#include "document/builder.h"
#include "document/reporter.h"

namespace simrules {

/// Says in plain words what an error of the YAML parser means, at the place that is to be mended.
/// Errors: `yaml-syntax`, or the check of the construct that the parser stumbled over.
Fault syntax_finding(std::string_view parser_text,
                     std::size_t at,
                     const DocumentBuilder& builder,
                     const SourceFile& source);

/// Says why no second value can start at an offset, behind the root that was read.
Fault second_root_finding(std::string_view text, const DocumentBuilder& builder, std::size_t at);

/// Says that unquoted text is made of lines like `key:value`, if it is: of two at least.
std::optional<Fault> folded_keys_finding(std::string_view text, SourceSpan span);

/// Says that the quote at an offset never closes.
Fault unclosed_quote_finding(std::string_view text, std::size_t at);

/// Returns the place from an offset to the end of its line.
SourceSpan rest_of_line(std::string_view text, std::size_t at);

}  // namespace simrules
