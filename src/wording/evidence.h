#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/policy.h"
#include "schema/schema.h"

namespace simrules {

/// One source that speaks for or against something.
/// Shape: `url` is empty for a source without a page; `accessed` is the day on which it was read.
struct EvidenceLine {
  std::string publisher;
  std::string title;
  std::string tier;
  std::string stance;
  std::string claim;
  std::string url;
  std::string accessed;

  /// Returns what the source is called: the title of one without a page, else who published it.
  const std::string& shown_name() const {
    return url.empty() && !title.empty() ? title : publisher;
  }
};

/// Lists the evidence of a rule, a reason or an alternative, in the order of the file.
std::vector<EvidenceLine> evidence_of(const Item& item,
                                      const PolicyView& policy,
                                      const PolicySchema& schema,
                                      std::string_view language);

}  // namespace simrules
