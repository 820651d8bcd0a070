#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.h"

namespace simrules {

/// Reads one YAML document, refusing what two readers could understand differently.
/// Shape: scalars by the YAML 1.2 core schema with decimal integers only: strings, integers,
///        booleans; never null or a fraction.
/// Errors: every id of `document_checks()`; nothing is returned when the value cannot be trusted.
/// Source: YAML 1.2.2, section 10.3.
std::optional<Document> read_yaml(std::string path,
                                  std::string text,
                                  const DocumentLimits& limits,
                                  DiagnosticSink& sink);

/// Reads a YAML document and returns it also when it is not sound, if all of it could be read: so
/// that the rest of its mistakes can be told in the same run.
/// Errors: as of `read_yaml`; nothing is returned when the text cannot be parsed, or is too large.
std::optional<Document> read_doubtful_yaml(std::string path,
                                           std::string text,
                                           const DocumentLimits& limits,
                                           DiagnosticSink& sink);

/// Returns the checks that reading a document can report, YAML and JSON alike.
const std::vector<CheckInfo>& document_checks();

}  // namespace simrules
