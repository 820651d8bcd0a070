#include "render/text/verdict_mark.h"

#include <algorithm>
#include <array>

namespace simrules {
namespace {

/// The last row is for verdicts that have no row of their own.
constexpr std::array<VerdictMark, 5> kVerdictMarks = {
    {{"allowed", "+", Ink::kGood, "●", "allowed"},
     {"conditional", "~", Ink::kCaution, "◐", "conditional"},
     {"not_allowed", "x", Ink::kBad, "✕", "not-allowed"},
     {"not_offered", "-", Ink::kFaint, "○", "not-offered"},
     {"unknown", "?", Ink::kPlain, "?", "unknown"}}};

}  // namespace

const VerdictMark& verdict_mark(std::string_view verdict) {
  const auto found = std::ranges::find(kVerdictMarks, verdict, &VerdictMark::verdict);
  return found == kVerdictMarks.end() ? kVerdictMarks.back() : *found;
}

}  // namespace simrules
