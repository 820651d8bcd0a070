#include "wording/phrasing.h"

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/pointer.h"
#include "base/text.h"

namespace simrules {
namespace {

/// Finds an item of a list of an object, with its specification; nothing where it is not there.
ReferredItem find_item(const PhraseScope& in, const std::string& list, const nlohmann::json& id) {
  const FieldSpec* spec = in.spec->member(list);
  if (spec == nullptr || !spec->is_keyed_list()) return {};
  for (const nlohmann::json& item : member_of(*in.object, list)) {
    if (member_of(item, spec->key) == id) return {spec->items.get(), &item};
  }
  return {};
}

}  // namespace

std::string Phrasing::text(const std::string& section, const std::string& use) const {
  return schema.language(language).sentence(section, use);
}

std::string join_phrases(const Phrasing& phrasing, const std::vector<std::string>& parts) {
  if (parts.empty()) return {};
  std::string out = parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const bool is_last = i + 1 == parts.size();
    const char* joiner = is_last ? (parts.size() == 2 ? "pair" : "last") : "comma";
    out += phrasing.phrase(joiner) + parts[i];
  }
  return out;
}

std::string inner_label(const FieldSpec& spec, std::string_view language) {
  std::string label = spec.phrase("noun", language);
  if (!label.empty()) return label;
  return inside_sentence(spec.label(language));
}

std::string word_phrase(const Phrasing& phrasing, const std::string& word, const FieldSpec& spec) {
  const std::string own = spec.phrase_word(word, phrasing.language);
  return own.empty() ? spec.word_label(word, phrasing.language) : own;
}

ReferredItem referred(const Phrasing& phrasing,
                      const FieldSpec& spec,
                      const nlohmann::json& id,
                      const PhraseScope* scope) {
  if (!spec.refers_around()) {
    if (phrasing.policy == nullptr) return {};
    return find_item({phrasing.policy, &phrasing.schema.root()}, spec.refers, id);
  }
  ReferredItem found;
  for (; scope != nullptr && found.second == nullptr; scope = scope->around)
    found = find_item(*scope, pointer_leaf(spec.refers), id);
  return found;
}

}  // namespace simrules
