#pragma once

#include <string>

#include "release/release.h"

namespace simrules {

/// Writes rules.csv: the table of rules for spreadsheets and databases.
/// Shape:  UTF-8 without a byte order mark; a header line; every cell in quotes; empty where nothing
///         is stated, `[]` where the policy states that there are none. A cell that starts like a
///         formula, or with an apostrophe, has an apostrophe before it: whoever takes one leading
///         apostrophe away has the value.
/// Source: RFC 4180, whose lines end with CR LF: the only line end that it and every reader of CSV
///         agree on.
std::string rules_csv(const ReleaseContent& content);

}  // namespace simrules
