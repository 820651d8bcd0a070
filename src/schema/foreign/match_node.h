#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace simrules {

/// A part of a pattern.
/// Shape: `kSet` takes one code point that `accepts` accepts; `kRepeat` has one child, from `least` to
///        `most` times; `kGroup` captures as `group`, `kBack` is what that captured; a negative
///        `kLook` must not match, a backward one ends where it stands.
struct MatchNode {
  enum class Kind {
    kSet,
    kSequence,
    kChoice,
    kRepeat,
    kGroup,
    kBack,
    kStart,
    kEnd,
    kBorder,
    kLook
  };

  Kind kind = Kind::kSequence;
  std::function<bool(char32_t)> accepts = nullptr;
  std::vector<std::shared_ptr<const MatchNode>> children = {};
  std::size_t least = 0;
  std::size_t most = 0;
  bool lazy = false;
  bool negative = false;
  bool backward = false;
  std::size_t group = 0;
};

/// A pattern that was read.
struct ReadPattern {
  std::shared_ptr<const MatchNode> root;
  std::size_t groups = 0;
};

/// Reads a pattern; an empty root if it is none.
ReadPattern read_pattern(const std::u32string& text);

}  // namespace simrules
