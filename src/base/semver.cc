#include "base/semver.h"

#include <charconv>
#include <system_error>

#include <fmt/format.h>

namespace simrules {
namespace {

/// Takes one number off the front; a leading zero, a sign and an overflow are no number.
std::optional<int> take_number(std::string_view& text) {
  const bool leading_zero = text.size() > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9';
  if (text.empty() || text[0] == '-' || leading_zero) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

bool take_dot(std::string_view& text) {
  if (!text.starts_with('.')) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

std::optional<SemVer> parse_semver(std::string_view text) {
  const std::optional<int> major = take_number(text);
  if (!major || !take_dot(text)) return std::nullopt;
  const std::optional<int> minor = take_number(text);
  if (!minor || !take_dot(text)) return std::nullopt;
  const std::optional<int> patch = take_number(text);
  if (!patch || !text.empty()) return std::nullopt;
  return SemVer{*major, *minor, *patch};
}

std::string to_string(const SemVer& version) {
  return fmt::format("{}.{}.{}", version.major, version.minor, version.patch);
}

}  // namespace simrules
