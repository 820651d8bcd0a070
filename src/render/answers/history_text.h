#pragma once

#include <string>
#include <string_view>

#include "history/records.h"

namespace simrules {

/// Writes a history for people at a terminal: what the carrier did by the dates of our data, what
/// our data said from release to release, and what is not released yet.
/// Shape: each part oldest first; names and words in `language`, English where it has none;
///        untrusted text is made printable.
std::string history_as_text(const History& history,
                            const DataStates& states,
                            std::string_view language,
                            bool color);

}  // namespace simrules
