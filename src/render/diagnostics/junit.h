#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "render/diagnostics/summary.h"

namespace simrules {

/// Writes diagnostics as a JUnit report, the part of it that all readers share.
/// Shape: one suite a file; in it one test case a check that found something, or one named `valid`.
///        A case fails if a finding of it makes the run fail, else it has its findings as output;
///        findings without a file are in the suite `simrules`. Nothing is timed, so that equal runs
///        have equal reports.
/// Source: the schema of Jenkins' xUnit plugin, `junit-10.xsd`; XML 1.0, sections 2.2 and 2.4.
std::string diagnostics_as_junit(const std::vector<Diagnostic>& diagnostics,
                                 const RunSummary& summary);

}  // namespace simrules
