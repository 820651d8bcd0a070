#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/query.h"
#include "schema/schema.h"

namespace simrules {

/// What the answers are shown with.
struct QueryTextOptions {
  bool evidence = false;
  bool color = false;
};

/// Writes the day, then the answers as a table for people and each as a sentence, and in one line what
/// nobody knows; with evidence, what each answer and each alternative rests on; what else is possible,
/// what is only announced and what is over stand apart.
/// Shape: empty without an answer; names and words in `language`, English where it has none; a column that no answer fills is
///        left out.
std::string query_as_text(const Answers& answers,
                          const PolicySchema& schema,
                          std::string_view language,
                          const QueryTextOptions& options);

}  // namespace simrules
