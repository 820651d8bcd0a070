#include "diff/compare/step_change.h"

#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "diff/change_ids.h"
#include "diff/compare/match.h"
#include "diff/order/direction.h"
#include "diff/order/rank_step.h"

namespace simrules {
namespace {

using nlohmann::json;

/// Tells whether a step is a text of another language whose English has stayed: somebody translated
/// what the data says, which is no evidence for anything.
bool is_translation(const Step& step) {
  const Step* text = step.parent;
  if (text == nullptr || text->base == nullptr || text->head == nullptr) return false;
  return text->spec().is_text() && step.token != kFallbackLanguage &&
         step.spec().area != Area::kSubstance &&
         member_of(*text->base, kFallbackLanguage) == member_of(*text->head, kFallbackLanguage);
}

json value_or_null(const json* value) { return value == nullptr ? json() : *value; }

}  // namespace

Change change_at(const Step& step, const Difference& difference, Order order) {
  const FieldSpec& spec = step.spec();
  Change change;
  change.topic = spec.topic;
  change.pointer = keyed_pointer(step);
  change.label = label_path(step);
  change.unit = spec.unit;
  const std::vector<const Step*> chain = chain_of(step);
  if (chain.size() > 1 && is_rule(*chain[1])) change.rule = chain[1]->token;
  change.kind = difference.kind;
  change.is_translation = is_translation(step);
  const bool is_editorial = is_policy_id(step) || change.is_translation;
  change.impact = is_editorial ? Impact::kEditorial : impact_of(spec, order);
  const bool is_unrecorded =
      step.base_spec != nullptr && step.head_spec == nullptr && step.head == nullptr;
  const Order movement = order == difference.order ? difference.movement : order;
  const json* worse = stated(spec, movement == Order::kWorse ? step.head : step.base);
  change.id = change_id(
      change.topic,
      field_name(step),
      direction_word(spec, {difference.kind, movement, difference.is_whole, is_unrecorded, worse}));
  change.incomparable = difference.incomparable;
  const bool went_along = step.head == nullptr && !words_excluding(step).empty();
  change.is_untold = spec.area == Area::kBookkeeping || change.is_translation || went_along;
  change.before = value_or_null(step.base);
  change.after = value_or_null(step.head);
  return change;
}

}  // namespace simrules
