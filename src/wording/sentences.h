#pragma once

#include <string>
#include <string_view>

#include "diff/change.h"
#include "model/catalog.h"
#include "schema/schema.h"
#include "wording/change_words.h"

namespace simrules {

/// Says in one sentence what changed, for whom and since when.
/// Shape: one line that ends with the full stop of the language; nothing is escaped, that is for
///        the format to do.
std::string change_sentence(const Change& change, const ChangeContext& context);

/// Says what changed without for whom, where a heading has said that.
/// Shape: as of a sentence, in small letters, and without why a pair has no order.
std::string change_clause(const Change& change, const ChangeContext& context);

/// Whether a rule is told as it stands now, or as it held on a day that was asked about: what is over
/// since then was not over then.
enum class Standpoint { kNow, kThen };

/// Says in one sentence what a rule allows to whom and on which terms.
/// Shape: as of a change's.
std::string rule_sentence(const Rule& rule,
                          const Policy& policy,
                          const PolicySchema& schema,
                          std::string_view language,
                          Standpoint standpoint = Standpoint::kNow);

/// Says why the data changed: "the carrier changed it", "we corrected our data"; empty where the
/// change has no cause.
std::string cause_phrase(const Change& change, const ChangeContext& context);

}  // namespace simrules
