#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/member.h"
#include "schema/foreign/text.h"
#include "schema/foreign/walk.h"

namespace simrules {

using nlohmann::json;

bool ForeignWalk::no_branch(const json& branches, const json& value, const std::string& at) {
  if (faults_ == nullptr) return false;
  Faults best;
  std::pair<std::size_t, std::size_t> best_rank{SIZE_MAX, 0};
  for (const json& branch : branches) {
    Faults found;
    Faults* const outer = std::exchange(faults_, &found);
    walk(branch, value, at);
    faults_ = outer;
    const bool is_other = std::ranges::any_of(found, [&](const ForeignFault& fault) {
      return fault.pointer == at && std::string_view(fault.check) == "wrong-type";
    });
    const std::pair rank{found.size() + (is_other ? 1000 : 0), std::size_t{0}};
    if (rank >= best_rank) continue;
    best_rank = rank;
    best = std::move(found);
  }
  if (branches.size() > 1 && best_rank.first >= 1000) {
    return fail("no-branch-matches",
                at,
                fmt::format("{} is none of the {} things that the schema allows here",
                            name_at(at),
                            branches.size()));
  }
  for (ForeignFault& fault : best) faults_->push_back(std::move(fault));
  return false;
}

bool ForeignWalk::choices(const json& schema, const json& value, const std::string& at) {
  bool fine = true;
  if (const json* all = find_member(schema, "allOf")) {
    for (const json& part : *all) fine = walk(part, value, at) && fine;
  }
  const auto matching = [&](const json& branches) {
    return std::count_if(branches.begin(), branches.end(), [&](const json& branch) {
      return conforms(branch, value);
    });
  };
  if (const json* any = find_member(schema, "anyOf"); any != nullptr && matching(*any) == 0)
    fine = no_branch(*any, value, at);
  if (const json* one = find_member(schema, "oneOf")) {
    const auto found = matching(*one);
    if (found == 0) fine = no_branch(*one, value, at);
    if (found > 1) {
      fine =
          fail("several-branches-match",
               at,
               fmt::format(
                   "{} is {} things at once of which the schema allows one", name_at(at), found));
    }
  }
  const json* excluded = find_member(schema, "not");
  if (excluded != nullptr && conforms(*excluded, value)) {
    fine = fail("not-allowed-here",
                at,
                fmt::format("{} is what `not` of the schema excludes", name_at(at)));
  }
  const json* condition = find_member(schema, "if");
  if (condition == nullptr) return fine;
  const json* asked = find_member(schema, conforms(*condition, value) ? "then" : "else");
  return (asked == nullptr || walk(*asked, value, at)) && fine;
}

}  // namespace simrules
