#include "validate/earlier_terms.h"

#include "base/member.h"
#include "base/pointer.h"
#include "model/time/terms.h"

namespace simrules {
namespace {

constexpr const char* kPreviously = "previously";

}  // namespace

std::string DatedItem::entry(std::size_t index) const {
  return pointer_join(pointer_join(pointer, kPreviously), index);
}

std::string DatedItem::entry(std::size_t index, std::string_view member) const {
  return pointer_join(entry(index), member);
}

void for_each_dated_item(const CheckContext& context,
                         const std::function<void(const DatedItem&)>& visit) {
  for (const auto& [section, spec] : context.schema.root().properties) {
    if (!has_terms(*spec)) continue;
    const ListOf<Item> items(&member_of(context.policy.raw(), section));
    for (std::size_t i = 0; i < items.size(); ++i) {
      const std::string pointer = pointer_join(pointer_join("", section), i);
      visit({section, *spec->items, items[i], pointer, timeline_of(items[i], context.policy)});
    }
  }
}

void for_each_entry(const CheckContext& context,
                    const std::function<void(const DatedItem&, std::size_t)>& visit) {
  for_each_dated_item(context, [&](const DatedItem& dated) {
    for (std::size_t i = 0; i < dated.item.previously().size(); ++i) visit(dated, i);
  });
}

}  // namespace simrules
