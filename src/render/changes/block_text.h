#pragma once

#include <cstddef>
#include <string>

#include "diff/change.h"
#include "render/changes/sections.h"
#include "render/text/terminal.h"

namespace simrules {

/// How the changes of a rule are laid out.
/// Shape: a sentence is cut beyond `sentence_bytes`; `has_witnesses` tells whether one of those whom a
///        change concerns is named below it.
struct RuleChangesLayout {
  std::size_t indent = 4;
  bool color = false;
  std::size_t sentence_bytes = 800;
  bool has_witnesses = false;
};

/// Writes the changes of a rule, each with its impact beside it, and below them why, since when and
/// on what evidence.
/// Shape: lines of at most 80 columns, but for a longer word; untrusted text is made printable.
std::string rule_changes_text(const RuleChanges& rule,
                              const ChangeContext& context,
                              const RuleChangesLayout& layout);

/// Returns the colour of an impact.
Ink impact_ink(Impact impact);

}  // namespace simrules
