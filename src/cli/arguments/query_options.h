#pragma once

#include <string>
#include <vector>

#include "cli/sources/baseline.h"
#include "model/query.h"

namespace simrules {

/// A question as it is asked, and of what.
struct QuestionOptions {
  Query query;
  std::string from;
};

/// Lists the options that narrow a question, whatever it is about.
std::vector<Option> question_options(QuestionOptions& options);

/// Says what is wrong with the country, topic and policy of a question: "there is no policy ...";
/// empty if nothing is.
std::string objection(const Query& question, const Side& side);

}  // namespace simrules
