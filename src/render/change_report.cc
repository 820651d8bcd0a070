#include "render/change_report.h"

#include <fmt/format.h>

#include "base/text.h"

namespace simrules {
namespace {

/// Enough of a digest to tell two sides apart; the whole one is in the JSON.
constexpr std::size_t kShownDigits = 12;

}  // namespace

std::string origin_text(const Origin& origin) {
  if (origin.kind == OriginKind::kNone) return "nothing";
  std::string out = fmt::format("{} {}", to_string(origin.kind), printable(origin.name));
  const bool has_other_version = !origin.version.empty() && origin.version != origin.name;
  if (has_other_version) out += fmt::format(", version {}", printable(origin.version));
  if (!origin.sha256.empty()) {
    out += fmt::format(" (sha256 {})", printable(origin.sha256.substr(0, kShownDigits)));
  }
  return out;
}

}  // namespace simrules
