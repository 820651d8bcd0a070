#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "document/builder.h"
#include "document/reporter.h"

namespace simrules {

/// Says what is wrong where the parser found null: a word for it, or nothing at all.
/// Shape: `at` is the first token of the value; of what follows it, if nobody wrote a value.
///        Nothing when the key before it has an empty place, which says that this defect is
///        reported. What is `told` is so if anything was reported of its place.
/// Errors: `null-value`, `empty-list-item`, `non-string-key`, `yaml-syntax`.
std::optional<Fault> null_finding(std::string_view text,
                                  const DocumentBuilder& builder,
                                  std::size_t at);

}  // namespace simrules
