#include "diff/compare/item_facts.h"

#include <set>

namespace simrules {
namespace {

/// Tells whether the head speaks of this very change: its revision moved, or it is new.
bool is_revised(const Item& base, const Item& head) {
  if (!base) return true;
  const Revision revision = head.revision();
  if (!revision) return !base.effective().says_same(head.effective());
  return !base.revision().says_same(revision);
}

std::vector<std::string> sources_of(const Item& item) {
  std::set<std::string> sources;
  for (const Evidence& each : item.evidence()) sources.emplace(each.source());
  return {sources.begin(), sources.end()};
}

}  // namespace

ItemFacts facts_of(const Item& base, const Item& head, bool between_days) {
  ItemFacts facts;
  const Item& item = head ? head : base;
  facts.evidence = sources_of(item);
  const Dates dates = item.effective();
  if (between_days && dates) return {kCarrierChange, dates.raw(), std::move(facts.evidence)};
  if (!head || !is_revised(base, head)) return facts;
  facts.cause = head.revision().cause();
  facts.effective = dates.raw();
  return facts;
}

}  // namespace simrules
