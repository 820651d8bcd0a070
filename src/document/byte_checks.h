#pragma once

#include <string>
#include <string_view>

#include "document/document.h"
#include "document/reporter.h"

namespace simrules {

/// What some editors write before UTF-8.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Checks the bytes of a YAML file, at most one finding a line; false when they cannot be parsed
/// safely.
/// Errors: `file-too-large`, `byte-order-mark`, `carriage-return`, `tab-indentation`,
///         `control-character`, `invalid-utf8`, `invisible-character`, `not-nfc`, `mixed-script`,
///         `line-too-long`, `directive`.
bool check_yaml_bytes(const DocumentLimits& limits, Reporter& reporter);

/// Checks the bytes of a JSON file; false when they cannot be parsed safely.
/// Errors: `file-too-large`, `byte-order-mark`, `invalid-utf8`, `line-too-long`.
bool check_json_bytes(const DocumentLimits& limits, Reporter& reporter);

enum class TextChecks { kCharacters, kCharactersAndWords };

/// Checks text that was written with a backslash: of what came out of escapes, or stands behind a
/// backslash that begins none, the bytes of the file do not show all.
/// Errors: `invalid-utf8`, `control-character`, `invisible-character`; with words also `not-nfc`,
///         `mixed-script`.
void check_decoded_text(std::string_view text,
                        SourceSpan span,
                        const std::string& pointer,
                        TextChecks checks,
                        Reporter& reporter);

}  // namespace simrules
