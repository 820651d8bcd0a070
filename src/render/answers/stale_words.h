#pragma once

#include <string>
#include <vector>

#include "model/freshness.h"
#include "release/contents/changes_json.h"
#include "schema/language/language.h"

namespace simrules {

/// How old the evidence of some rules is, where they were read, and the words to tell it with.
struct StaleReport {
  const FreshnessReport& rules;
  const Origin& origin;
  const Language& words;
};

/// Says how many rules are past due, what that means and when the next one is due: whole sentences,
/// in which nothing comes from the data.
std::string stale_sentences(const StaleReport& report);

/// Says how many rules have no evidence that could be old.
std::string unverified_sentence(const StaleReport& report);

/// Names the columns of the list of rules that are past due.
std::vector<std::string> stale_titles(const StaleReport& report);

/// Names a rule within its policy: `transfer/data-gift`.
std::string rule_of(const Answer& answer);

/// Returns a word of a rule, such as its verdict; empty where it has none.
std::string rule_word(const Answer& answer, const char* field);

}  // namespace simrules
