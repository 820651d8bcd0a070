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

/// Lists the options that take words of a question, each of which may be repeated.
std::vector<Option> filter_options(Query& query);

/// Puts the id of the policy that is meant in the place of what it is called; says what is wrong, with
/// the nearest there is.
/// Shape: the first catalog that knows the name decides.
std::string settle_policy(std::string& asked, const std::vector<const Catalog*>& catalogs);

/// Puts the ids, codes and words of a catalog in the place of what was typed; says what is wrong with
/// one, with the nearest there is: "there is no policy ..."; empty if nothing is.
std::string settle(Query& question, const Side& side);

/// Says what it is that a question without an answer finds nothing of.
std::string nothing_found(const Query& question, const Side& side);

}  // namespace simrules
