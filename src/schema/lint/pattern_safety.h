#pragma once

#include <optional>
#include <string>

#include "schema/lint/pattern_parser.h"

namespace simrules {

/// Finds out why a pattern must not be run on text that others wrote: too long, not anchored, not
/// portable, or able to take very long. Nothing for a safe pattern.
///
/// Editors and readers of releases run the patterns of our schemas with matchers that backtrack, so
/// that one of ours that does not would not end the need for this. A backtracking matcher is slow
/// only where it must guess. The pattern is unrolled into its positions; where two positions that
/// may follow the same one accept the same character, it guesses. Guessing inside a repetition is
/// refused (`(a+)+`, `(a|ab)*`); other guesses are multiplied and must stay few.
/// Source: Brueggemann-Klein and Wood, "One-unambiguous regular languages", 1998.
std::optional<PatternProblem> find_pattern_problem(const std::string& pattern);

}  // namespace simrules
