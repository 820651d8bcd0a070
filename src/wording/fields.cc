#include "wording/fields.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "wording/wording.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The last row is for verdicts that have no row of their own.
constexpr std::array<VerdictMark, 5> kVerdictMarks = {{{"allowed", "+", "●", "allowed"},
                                                       {"conditional", "~", "◐", "conditional"},
                                                       {"not_allowed", "x", "✕", "not-allowed"},
                                                       {"not_offered", "-", "○", "not-offered"},
                                                       {"unknown", "?", "?", "unknown"}}};

const json& find_source(const json& policy, const std::string& id) {
  for (const json& source : member_of(policy, "sources")) {
    if (member_of(source, "id") == id) return source;
  }
  return member_of(json(), "");
}

std::string text_member(const json& object, std::string_view name) {
  const json& value = member_of(object, name);
  return value.is_string() ? value.get<std::string>() : std::string();
}

/// Puts a member of a listed item of the schema into words.
std::string item_word(const FieldSpec* item,
                      const json& object,
                      std::string_view name,
                      std::string_view language) {
  const FieldSpec* spec = item == nullptr ? nullptr : item->member(name);
  const std::string word = text_member(object, name);
  return spec == nullptr || word.empty() ? word : spec->word_label(word, language);
}

const FieldSpec* items_of(const FieldSpec* list) {
  return list == nullptr ? nullptr : list->items.get();
}

}  // namespace

const VerdictMark& verdict_mark(std::string_view verdict) {
  const auto* found = std::find_if(kVerdictMarks.begin(),
                                   kVerdictMarks.end(),
                                   [&](const auto& row) { return row.verdict == verdict; });
  return found == kVerdictMarks.end() ? kVerdictMarks.back() : *found;
}

std::string name_of(const json& named, std::string_view language) {
  return local_text(member_of(named, "name"), language);
}

std::string policy_name(const Policy& policy, std::string_view language) {
  const std::string name = name_of(*policy.value, language);
  return name.empty() ? policy.id : name;
}

std::string rule_name(const Rule& rule, const PolicySchema& schema, std::string_view language) {
  const std::string name = name_of(*rule.value, language);
  if (!name.empty()) return name;
  const std::string mechanism = rule_field_text(rule, field::kMechanism, schema, language);
  return mechanism.empty() ? rule.id : mechanism;
}

const FieldSpec* rule_spec(const PolicySchema& schema, std::string_view topic) {
  return items_of(schema.root().member(topic));
}

std::string rule_field_text(const Rule& rule,
                            std::string_view field,
                            const PolicySchema& schema,
                            std::string_view language) {
  const json& value = member_of(*rule.value, field);
  const FieldSpec* rules = rule_spec(schema, rule.topic);
  const FieldSpec* spec = rules == nullptr ? nullptr : rules->member(field);
  return value.is_null() || spec == nullptr ? std::string() : value_text(value, *spec, language);
}

std::vector<EvidenceLine> evidence_of(const json& item,
                                      const json& policy,
                                      const PolicySchema& schema,
                                      std::string_view language) {
  const FieldSpec* sources = items_of(schema.root().member("sources"));
  const FieldSpec* alternatives = items_of(schema.root().member(field::kAlternatives));
  const FieldSpec* list = alternatives == nullptr ? nullptr : alternatives->member("evidence");
  std::vector<EvidenceLine> lines;
  for (const json& entry : member_of(item, "evidence")) {
    EvidenceLine line;
    line.source = text_member(entry, "source");
    const json& source = find_source(policy, line.source);
    line.publisher = text_member(source, "publisher");
    line.title = local_text(member_of(source, "title"), language);
    line.tier = item_word(sources, source, "tier", language);
    line.stance = item_word(items_of(list), entry, "stance", language);
    line.claim = local_text(member_of(entry, "claim"), language);
    line.url = text_member(source, "url");
    line.accessed = text_member(source, "accessed");
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace simrules
