#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "cli/sources/input_file.h"
#include "document/document.h"
#include "model/catalog.h"
#include "schema/schema.h"
#include "validate/translations.h"

namespace simrules {

/// Returns the policy and the language that the name of a file of translations is made of:
/// `jp/au.yaml` and `ja` for `jp/au.ja.po`; two empty texts for another file.
std::pair<std::string, std::string> translated_policy(const std::string& name);

/// Gives each policy the files of translations that lie beside it. A policy whose text is given keeps
/// those that it has.
/// Errors: `translation-orphan`.
void find_translations(std::vector<InputFile>& files, DiagnosticSink& sink);

/// Tells whether a policy has just these files of translations, byte for byte.
bool has_translations(const InputFile& policy, const std::vector<FileDigest>& digests);

/// Reads the translations of a policy and adds them to its texts.
/// Shape:  `digests` get the digest of each file.
/// Errors: the ids of reading, of `po_checks()` and of `translation_checks()`.
TranslatedPlaces read_translations(const InputFile& policy,
                                   const PolicySchema& schema,
                                   Document& document,
                                   std::vector<FileDigest>& digests,
                                   DiagnosticSink& sink);

}  // namespace simrules
