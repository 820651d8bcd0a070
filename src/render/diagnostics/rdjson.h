#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "render/diagnostics/summary.h"

namespace simrules {

/// Writes diagnostics for reviewdog, which posts them with their fixes as suggestions.
/// Shape: one suggestion a fix. Where several edits make up a fix it spans them all, because
///        reviewdog offers each suggestion by itself.
/// Units: 1-based, the end exclusive, columns count bytes of UTF-8. A range that ends on a line which
///        cannot be read has no end.
/// Source: proto/rdf/reviewdog.proto of reviewdog, message DiagnosticResult.
std::string diagnostics_as_rdjson(const std::vector<Diagnostic>& diagnostics,
                                  const TextOfFile& text_of);

}  // namespace simrules
