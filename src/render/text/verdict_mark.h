#pragma once

#include <string_view>

#include "render/text/terminal.h"

namespace simrules {

/// How a verdict is shown beside its word, so that colour is never all there is.
/// Shape: `sign` is one ASCII character for terminals, in `ink`; `shape` a geometric one, `css_class`
///        a class of the page.
struct VerdictMark {
  std::string_view verdict;
  std::string_view sign;
  Ink ink;
  std::string_view shape;
  std::string_view css_class;
};

/// Returns the mark of a verdict; a verdict that has none is marked as unknown.
const VerdictMark& verdict_mark(std::string_view verdict);

}  // namespace simrules
