#include "wording/evidence.h"

#include "wording/value.h"

namespace simrules {
namespace {

const FieldSpec* items_of(const FieldSpec* list) {
  return list == nullptr ? nullptr : list->items.get();
}

}  // namespace

std::vector<EvidenceLine> evidence_of(const Item& item,
                                      const PolicyView& policy,
                                      const PolicySchema& schema,
                                      std::string_view language) {
  const FieldSpec* sources = items_of(schema.root().member("sources"));
  const FieldSpec* alternatives = items_of(schema.root().member("alternatives"));
  const FieldSpec* list = alternatives == nullptr ? nullptr : alternatives->member("evidence");
  std::vector<EvidenceLine> lines;
  for (const Evidence& entry : item.evidence()) {
    const Source source = policy.find_source(entry.source());
    lines.push_back({.publisher = std::string(source.publisher()),
                     .title = std::string(source.title().in(language)),
                     .tier = field_word(source.raw(), "tier", sources, language),
                     .stance = field_word(entry.raw(), "stance", items_of(list), language),
                     .claim = std::string(entry.claim().in(language)),
                     .url = std::string(source.url()),
                     .accessed = std::string(source.accessed())});
  }
  return lines;
}

}  // namespace simrules
