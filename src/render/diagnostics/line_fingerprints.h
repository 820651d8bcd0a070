#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace simrules {

/// Fingerprints every line of a file by what follows from its start, so that a finding is known
/// again when lines above it come and go. This is what GitHub names `primaryLocationLineHash`.
///
/// The text is taken as UTF-16 without blanks and tabs, each line break as one line feed, with 0xFFFF
/// for its end and zeros from there on. The fingerprint of a line is that of the 100 units from its
/// start: the sum of each unit times 37 to the power of the units after it, modulo 2 to the 64, in
/// hexadecimal, then a colon and how many lines so far had the same.
/// Shape: the first is line 1; what follows the last line break is a line, even if it is empty.
/// Source: github/codeql-action and Microsoft's SARIF Multitool compute the same.
std::vector<std::string> line_fingerprints(std::string_view text);

}  // namespace simrules
