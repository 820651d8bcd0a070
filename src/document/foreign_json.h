#pragma once

#include <optional>
#include <string>

#include "document/document.h"

namespace simrules {

/// Reads strict JSON that is not ours: it may hold every number and every text that JSON can, where
/// `read_json` keeps to integers that every reader holds exactly and to text that shows what it is.
/// Errors: those of `read_json` but for these.
std::optional<Document> read_foreign_json(std::string path,
                                          std::string text,
                                          const DocumentLimits& limits,
                                          DiagnosticSink& sink);

}  // namespace simrules
