#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/source.h"
#include "document/document.h"

namespace simrules {

/// One text of a PO file and its translation.
/// Shape: `context` is where the text stands (`msgctxt`), `original` what it said when it was translated;
///        the spans are those of the strings; an entry that a translator has marked as doubtful
///        (`#, fuzzy`) or left empty has no `text`.
struct PoEntry {
  std::string context;
  std::string original;
  std::string text;
  SourceSpan context_span;
  SourceSpan text_span;
};

/// A file of translations, as gettext and the editors of translators write it.
/// Shape: `language` is what its header says; `entries` are in the order of the file, without obsolete
///        ones.
struct PoFile {
  SourceFile source;
  std::string language;
  std::vector<PoEntry> entries;
};

/// What a file of translations may hold at most: a line for each text of a policy in two languages.
inline constexpr DocumentLimits kPoLimits{
    .file_bytes = 262'144, .line_bytes = 8192, .scalar_bytes = 4096};

/// Reads a PO file of one form for each text.
/// Source: GNU gettext manual, "The Format of PO Files".
/// Errors: `translation-syntax` and the byte checks of `document_checks()`; nothing is returned then.
std::optional<PoFile> read_po(std::string path, std::string text, DiagnosticSink& sink);

/// Returns the checks of this reader.
const std::vector<CheckInfo>& po_checks();

}  // namespace simrules
