#pragma once

#include <optional>
#include <string>

#include "document/document.h"

namespace simrules {

/// The limits of a published dataset, of a manifest and of a schema.
inline constexpr DocumentLimits kDatasetLimits{.file_bytes = 67'108'864,
                                               .line_bytes = 67'108'864,
                                               .scalar_bytes = 65'536,
                                               .key_bytes = 256,
                                               .depth = 32,
                                               .nodes = 16'000'000,
                                               .list_items = 1'000'000};
inline constexpr DocumentLimits kSchemaLimits{.file_bytes = 262'144,
                                              .line_bytes = 262'144,
                                              .scalar_bytes = 8192,
                                              .key_bytes = 256,
                                              .depth = 32,
                                              .nodes = 65'536,
                                              .list_items = 4096};

/// Reads strict JSON: any root, no duplicate key, no comment, valid UTF-8 and nothing after the
/// value.
/// Errors: `json-syntax`, `duplicate-key`, the limits and the byte checks of `document_checks()`;
///         nothing is returned then.
/// Source: RFC 8259.
std::optional<Document> read_json(std::string path,
                                  std::string text,
                                  const DocumentLimits& limits,
                                  DiagnosticSink& sink);

}  // namespace simrules
