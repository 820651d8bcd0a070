#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/diagnostic.h"
#include "document/document.h"

namespace simrules {

/// Words every violation of a schema by a document: one defect, one diagnostic, at the exact place.
/// Shape:  empty when the document conforms; the schema has been linted.
/// Errors: the document ids of `schema_checks()`, as the returned values.
std::vector<Diagnostic> explain(const nlohmann::json& schema, const Document& document);

}  // namespace simrules
