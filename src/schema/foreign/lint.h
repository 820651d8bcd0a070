#pragma once

#include <cstddef>
#include <set>
#include <string>

#include "base/diagnostic.h"
#include "document/document.h"

namespace simrules {

/// What a schema of others is made of.
/// Shape: `formats` are those that it names.
struct ForeignLint {
  bool ok = true;
  std::size_t constraints = 0;
  std::set<std::string> formats;
};

/// Checks that a document is a schema of draft-07: each keyword has a value that it can have, each
/// reference leads somewhere in it, and no word of another draft or slip stands where something was
/// meant to be checked.
/// Errors: `schema-...`.
ForeignLint lint_foreign(const Document& document, DiagnosticSink& sink);

}  // namespace simrules
