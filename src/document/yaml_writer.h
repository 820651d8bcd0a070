#pragma once

#include <string>

#include "document/document.h"
#include "document/layout/flow.h"

namespace simrules {

// Edits that put values into a YAML document and leave every other byte alone: what they write is
// in the style of what stands around it, in blocks or in brackets.

/// Adds members at the end of an object that has some.
TextEdit add_members(const Document& document,
                     const std::string& pointer,
                     const WrittenValue& members);

/// Adds an item before the others of a list, or behind them.
TextEdit add_first_item(const Document& document,
                        const std::string& pointer,
                        const WrittenValue& item);
TextEdit add_last_item(const Document& document,
                       const std::string& pointer,
                       const WrittenValue& item);

}  // namespace simrules
