#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace simrules {

enum class ScalarKind { kString, kInteger, kBoolean, kFraction, kTooLarge, kAmbiguous };

/// What a plain scalar means.
/// Shape: `other_reading` says what some readers take an ambiguous scalar for; `plain_form` is what
///        all of them take for that, where it is surely meant.
struct Scalar {
  ScalarKind kind = ScalarKind::kString;
  std::int64_t integer = 0;
  bool boolean = false;
  const char* other_reading = "";
  const char* plain_form = "";
};

/// The words for null.
/// Source: YAML 1.2.2, section 10.3.
inline constexpr std::array<std::string_view, 4> kNullWords = {"~", "null", "Null", "NULL"};

/// The largest integer that every consumer of JSON keeps exact.
/// Source: RFC 8259, section 6.
inline constexpr std::int64_t kMaxInteger = 9'007'199'254'740'991;

/// Resolves a plain scalar by the core schema, with decimal integers only; what YAML 1.1 and 1.2
/// readers read differently is ambiguous, and a calendar date is a string.
/// Source: YAML 1.2.2, section 10.3; YAML 1.1 type repository for what the older readers do.
Scalar resolve_plain(std::string_view text);

}  // namespace simrules
