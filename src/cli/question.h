#pragma once

#include <string>

#include "cli/baseline.h"
#include "model/query.h"

namespace simrules {

/// Says what is wrong with the country, topic and policy of a question: "there is no policy ...";
/// empty if nothing is.
std::string objection(const Query& question, const Side& side);

}  // namespace simrules
