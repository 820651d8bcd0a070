#pragma once

#include <string>
#include <string_view>

namespace simrules {

/// Returns the SHA-256 of bytes as 64 lower-case hexadecimal digits.
/// Source: FIPS 180-4.
std::string sha256_hex(std::string_view bytes);

/// Returns the SHA-256 of bytes in Base64, as web pages name what may run in them.
/// Source: RFC 4648, section 4.
std::string sha256_base64(std::string_view bytes);

}  // namespace simrules
