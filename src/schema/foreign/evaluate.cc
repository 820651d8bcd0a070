#include "schema/foreign/evaluate.h"

namespace simrules {

ForeignEvaluator::ForeignEvaluator(const nlohmann::json& root) : root_(root), schema_(root) {}

std::vector<ForeignFault> ForeignEvaluator::faults(const nlohmann::json& value) {
  std::vector<ForeignFault> found;
  ForeignWalk walk(schema_, &found);
  const bool fine = walk.walk(root_, value, "");
  steps_ = walk.steps();
  if (!fine && found.empty())
    found.push_back({"no-branch-matches", "", "the document is not what the schema allows", ""});
  return found;
}

}  // namespace simrules
