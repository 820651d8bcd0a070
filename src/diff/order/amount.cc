#include "diff/order/amount.h"

#include <algorithm>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "diff/compare/related.h"
#include "diff/order/bound.h"
#include "model/amounts/quantity.h"

namespace simrules {
namespace {

using nlohmann::json;

bool has(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Interval product(const Interval& a, const Interval& b) {
  return {multiply(a.least, b.least), multiply(a.most, b.most)};
}

/// Tells whether one side is nothing: on nothing no tax comes, whatever its basis.
bool has_nothing(const Measured& values) {
  return values.base.most.digits.empty() || values.head.most.digits.empty();
}

/// Says how a price on one basis stands to the same number on another one.
Bound on_top(const FieldSpec& spec, const json* base, const json* head) {
  if (base == nullptr || head == nullptr) return {};
  const auto comes = [&](const json& word) { return has(spec.on_top, text_or_empty(&word)); };
  const bool base_may = comes(*base) || spec.is_unknown(*base);
  const bool head_may = comes(*head) || spec.is_unknown(*head);
  return {.never_more = !base_may || comes(*head),
          .never_less = !head_may || comes(*base),
          .is_strict = (comes(*base) && !head_may) || (comes(*head) && !base_may)};
}

/// Takes in what a price or a maximum is for; nothing where the two spans cannot be measured.
std::optional<Bound> per_unit(const Measured& values, const Related& span) {
  if (span.base == nullptr || span.head == nullptr) return std::nullopt;
  const bool are_amounts = span.base->is_object() && span.head->is_object();
  const auto spans = are_amounts ? measure(*span.spec, *span.base, *span.head) : std::nullopt;
  if (!spans) return std::nullopt;
  const Bound of_one =
      Bound::of(compare(product(values.base, spans->head), product(values.head, spans->base)));
  if (are_divisible(*span.spec, *span.base, *span.head)) return of_one;
  return join(of_one, Bound::of(compare(values.base, values.head)));
}

}  // namespace

std::optional<Compared> compare_amounts(const Step& step) {
  if (step.base == nullptr || step.head == nullptr) return std::nullopt;
  const FieldSpec& spec = step.spec();
  const std::optional<Measured> values = measure(spec, *step.base, *step.head);
  if (!values) return std::nullopt;
  Compared compared{.values = compare(values->base, values->head)};
  Bound bound = Bound::of(compared.values);
  if (const Related span = find_related(step, spec.per); !spec.per.empty() && !span.is_same()) {
    compared.context.push_back(spec.per);
    bound = per_unit(*values, span).value_or(Bound{});
  }
  for (const std::string& path : spec.within) {
    const Related beside = find_related(step, path);
    if (beside.is_same()) continue;
    compared.context.push_back(path);
    const bool is_basis = !beside.spec->on_top.empty();
    if (is_basis && has_nothing(*values)) continue;
    bound = join(bound, is_basis ? on_top(*beside.spec, beside.base, beside.head) : Bound{});
  }
  compared.order = bound.order();
  return compared;
}

}  // namespace simrules
