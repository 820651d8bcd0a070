#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "model/catalog.h"

namespace simrules {

/// What a question asks for; an empty member asks for everything.
struct Query {
  std::string country;
  std::string topic;
  std::string policy;
  std::string mechanism;
  std::optional<PartialDate> as_of;
};

/// How a rule stands on a day: it holds, or it is made known and begins to hold later.
enum class Standing { kInForce, kAnnounced };

/// Returns `in_force` or `announced`.
const char* to_string(Standing standing);

/// One rule that answers a question.
struct Answer {
  const Policy* policy = nullptr;
  const Rule* rule = nullptr;
  Standing standing = Standing::kInForce;
};

/// Lists the rules that answer a question, by policy id and in the order of the file.
/// Shape: with `as_of`, rules whose effective dates leave that day out are left out, but for those
///        that were announced by then; a rule without dates holds.
std::vector<Answer> query(const Catalog& catalog, const Query& question);

}  // namespace simrules
