#include "base/fix.h"

#include <algorithm>

namespace simrules {
namespace {

bool begins_before(const TextEdit* a, const TextEdit* b) { return a->span.begin < b->span.begin; }

/// Tells whether an edit shares a byte with another, or inserts where another one edits.
bool collide(const SourceSpan& a, const SourceSpan& b) {
  const bool same = a.begin == b.begin && a.end == b.end;
  return same || (a.begin < b.end && b.begin < a.end);
}

bool fits(const Fix& fix, const std::vector<const TextEdit*>& chosen) {
  return std::none_of(fix.edits.begin(), fix.edits.end(), [&](const TextEdit& edit) {
    return std::any_of(chosen.begin(), chosen.end(), [&](const TextEdit* other) {
      return collide(edit.span, other->span);
    });
  });
}

}  // namespace

FixedText apply_safe_fixes(std::string_view text, const std::vector<const Diagnostic*>& findings) {
  FixedText fixed;
  std::vector<const TextEdit*> chosen;
  for (const Diagnostic* finding : findings) {
    if (!finding->fix || !finding->fix->safe || !fits(*finding->fix, chosen)) continue;
    for (const TextEdit& edit : finding->fix->edits) chosen.push_back(&edit);
    ++fixed.fixes;
  }
  std::stable_sort(chosen.begin(), chosen.end(), begins_before);
  std::size_t done = 0;
  for (const TextEdit* edit : chosen) {
    fixed.text += text.substr(done, edit->span.begin - done);
    fixed.text += edit->text;
    done = edit->span.end;
  }
  fixed.text += text.substr(done);
  return fixed;
}

}  // namespace simrules
