#pragma once

#include <cstddef>
#include <string_view>

#include "base/source.h"
#include "document/builder.h"
#include "document/reporter.h"

namespace simrules {

/// Says in plain words what an error of the YAML parser means.
/// Shape:  `last_quoted` is the quoted scalar read last: a missing quote shows only behind the next
/// one. Errors: `yaml-syntax`, or the check of the construct that the parser stumbled over.
Fault syntax_finding(std::string_view parser_text,
                     std::size_t at,
                     SourceSpan last_quoted,
                     const DocumentBuilder& builder,
                     const SourceFile& source);

/// Says that the quote at an offset never closes.
Fault unclosed_quote_finding(std::string_view text, std::size_t at);

/// Returns the place from an offset to the end of its line.
SourceSpan rest_of_line(std::string_view text, std::size_t at);

}  // namespace simrules
