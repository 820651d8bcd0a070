#pragma once

#include <string>

#include "schema/schema.h"
#include "schema/snippet.h"

namespace simrules {

/// Writes a document as YAML in which comments say what each field wants, from its title, description
/// and words in the schema, and what else may stand there.
/// Shape: what the schema says once is said once; values that are still the snippet's own end in
///        `# change this`; small objects and lists stand on one line.
std::string commented_yaml(const SnippetDocument& document, const PolicySchema& schema);

}  // namespace simrules
