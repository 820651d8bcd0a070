#pragma once

#include <map>
#include <string>

#include "document/document.h"
#include "document/po_reader.h"
#include "schema/schema.h"

namespace simrules {

/// Where each text stands that did not come from the policy's own file, by its pointer.
using TranslatedPlaces = std::map<std::string, Place>;

/// Adds the translations of a file to the texts of a policy that they are of.
/// Shape:  `document` conforms to the schema; an entry is for the text that stands at its context, by the
///         keys of lists: `/transfer/data-gift/evidence/page/claim`. One whose English has changed is
///         told and not shown.
/// Errors: `translation-language`; as warnings `translation-unplaced`, `translation-twice`,
///         `translation-stale`.
TranslatedPlaces add_translations(const PoFile& translations,
                                  const std::string& language,
                                  const PolicySchema& schema,
                                  Document& document,
                                  DiagnosticSink& sink);

/// Passes findings on about texts that are somewhere else than in the policy's own file.
class TranslatedSink final : public DiagnosticSink {
 public:
  TranslatedSink(const TranslatedPlaces& places, DiagnosticSink& sink)
      : places_(places), sink_(sink) {}

  void report(Diagnostic diagnostic) override;

 private:
  const TranslatedPlaces& places_;
  DiagnosticSink& sink_;
};

/// Returns the checks on translations.
const std::vector<CheckInfo>& translation_checks();

}  // namespace simrules
