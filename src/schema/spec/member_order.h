#pragma once

#include "document/layout/flow.h"
#include "schema/schema.h"

namespace simrules {

/// Returns the value of a document with the members of each object in the order in which the schema
/// lists them; those that it does not know come last, as they were written.
WrittenValue in_schema_order(const Document& document, const Schema& schema);

}  // namespace simrules
