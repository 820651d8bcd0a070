#pragma once

#include <string>
#include <vector>

#include "cli/baseline.h"
#include "model/query.h"

namespace simrules {

/// Says what is wrong with the country, topic and policy of a question: "there is no policy ...";
/// empty if nothing is.
std::string objection(const Query& question, const Side& side);

/// Lists the topics of the schema in the binary, to be offered on the command line.
std::vector<std::string> known_topics();

}  // namespace simrules
