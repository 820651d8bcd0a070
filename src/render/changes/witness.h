#pragma once

#include <string>

#include "diff/effects/effect.h"
#include "wording/place.h"

namespace simrules {

/// Says what a change does to one of those whom it concerns, where its own sentence leaves that open:
/// "For Pay-Toku: the monthly limit was added: up to 30 GB per month."
/// Shape: empty where the sentence says as much; the weightiest effect of the change's rule, or of
///        those that a plan or zone moves, and few of its terms.
std::string witness_sentence(const Change& change,
                             const Differences& differences,
                             const ChangeContext& context);

}  // namespace simrules
