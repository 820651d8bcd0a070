#include "validate/earlier_terms.h"

#include "base/member.h"
#include "base/pointer.h"
#include "model/time/members.h"
#include "model/time/terms.h"

namespace simrules {

std::string DatedItem::entry(std::size_t index) const {
  return pointer_join(pointer_join(pointer, member_name::kPreviously), index);
}

std::string DatedItem::entry(std::size_t index, std::string_view member) const {
  return pointer_join(entry(index), member);
}

std::vector<DatedItem> dated_items(const Policy& policy, const PolicySchema& schema) {
  std::vector<DatedItem> dated;
  for (const auto& [section, spec] : schema.root().properties) {
    if (!has_terms(*spec)) continue;
    const ListOf<Item> items(&member_of(policy.raw(), section));
    for (std::size_t i = 0; i < items.size(); ++i) {
      dated.push_back({section,
                       *spec->items,
                       items[i],
                       pointer_join(pointer_join("", section), i),
                       timeline_of(items[i], policy)});
    }
  }
  return dated;
}

void for_each_dated_item(const CheckContext& context,
                         const std::function<void(const DatedItem&)>& visit) {
  for (const DatedItem& dated : context.dated) visit(dated);
}

void for_each_entry(const CheckContext& context,
                    const std::function<void(const DatedItem&, std::size_t)>& visit) {
  for (const DatedItem& dated : context.dated) {
    for (std::size_t i = 0; i < dated.item.previously().size(); ++i) visit(dated, i);
  }
}

}  // namespace simrules
