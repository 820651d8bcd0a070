#pragma once

#include "document/layout/flow.h"
#include "schema/schema.h"

namespace simrules {

/// The order in which a schema lists the members of objects.
class MemberOrder {
 public:
  explicit MemberOrder(const Schema& schema)
      : root_(WrittenValue::parse(schema.document().source.text())) {}

  /// Returns the value of a document with its members in this order; those that the schema does not know
  /// come last, as they were written.
  WrittenValue ordered(const Document& document) const;

 private:
  WrittenValue root_;
};

}  // namespace simrules
