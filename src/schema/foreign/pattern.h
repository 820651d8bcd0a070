#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace simrules {

/// What became of a search for a pattern.
/// Shape: `kExhausted` when it took more steps than anybody waits for.
enum class PatternMatch { kFound, kMissing, kExhausted };

struct MatchNode;

/// A regular expression of a schema, matched by code points and within a budget of steps, so that no
/// pattern hangs a run.
/// Source: ECMA-262, section 21.2.1 (Patterns), without the flags; `\p{...}` knows general categories.
class Pattern {
 public:
  /// Reads a pattern; nothing if it is none.
  static std::optional<Pattern> parse(std::string_view text);

  /// Searches valid UTF-8 for the pattern.
  PatternMatch search(std::string_view text) const;

 private:
  std::shared_ptr<const MatchNode> root_;
  std::size_t groups_ = 0;
};

}  // namespace simrules
