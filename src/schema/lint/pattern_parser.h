#pragma once

#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace simrules {

/// Why a pattern is refused: `what` completes "pattern `...` ".
struct PatternProblem {
  std::string what;
  std::string help;
};

inline constexpr int kUnbounded = -1;

/// A regular expression as a tree.
/// Shape: a set has no parts; a sequence and a choice have any number; a repetition has one.
struct PatternNode {
  enum class Kind { kSet, kSequence, kChoice, kRepetition };

  Kind kind = Kind::kSequence;
  std::bitset<256> set;
  std::vector<PatternNode> parts;
  int least = 1;
  int most = 1;
};

/// What reading a pattern gave: a tree, or a problem.
struct ParsedPattern {
  PatternNode body;
  std::optional<PatternProblem> problem;
};

/// Reads the part of ECMAScript's regular expressions that schemas may use: `^...$` around sets,
/// groups, choices and greedy quantifiers, in ASCII.
/// Source: ECMA-262, 21.2.1.
ParsedPattern parse_pattern(std::string_view pattern);

}  // namespace simrules
