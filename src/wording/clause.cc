#include "wording/clause.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/pointer.h"
#include "diff/change_ids.h"
#include "diff/compare/renames.h"

namespace simrules {
namespace {

using nlohmann::json;

const FieldSpec* spec_of(const Change& change, const PolicySchema& schema) {
  return find_field(schema.root(), change.pointer);
}

bool is_confidence(const Change& change, const PolicySchema& schema) {
  return is_confidence(address_of(change, DiffSide::kHead), schema);
}

bool is_whole_item(const Change& change, const PolicySchema& schema) {
  if (change.kind != ChangeKind::kAdded && change.kind != ChangeKind::kRemoved) return false;
  const FieldSpec* list = find_field(schema.root(), pointer_parent(change.pointer));
  return list != nullptr && list->is_keyed_list();
}

/// Lists the items of one set that another lacks.
json missing_from(const json& items, const json& other) {
  json missing = json::array();
  for (const json& item : items) {
    if (std::ranges::find(other, item) == other.end()) missing.push_back(item);
  }
  return missing;
}

/// Tells of which kind the change is: `changes` of the carrier's rules, corrections that are
/// `ours`, or `records` of evidence and wording.
std::string section_of(const Change& change, const PolicySchema& schema) {
  if (is_confidence(change, schema) || change.pointer.empty()) return "changes";
  const FieldSpec* spec = spec_of(change, schema);
  const bool is_record = spec != nullptr && spec->area != Area::kSubstance;
  if (is_record || !is_substance(change)) return "records";
  return is_ours(change, schema) ? "ours" : "changes";
}

/// Returns the template of the direction word that a change's id ends with: that of the field, or
/// that of all fields.
std::string direction_template(const Change& change,
                               const FieldSpec* spec,
                               const Phrasing& phrasing) {
  Texts templates;
  if (spec != nullptr) templates = spec->phrases(phrasing.language);
  const TextSections& all = phrasing.schema.language(phrasing.language).sentences;
  if (const auto changes = all.find("changes"); changes != all.end()) {
    templates.insert(changes->second.begin(), changes->second.end());
  }
  std::pair<std::string, std::string> longest;
  for (const auto& [word, text] : templates) {
    const bool is_longer = word.size() > longest.first.size();
    if (is_longer && change.id.ends_with("-" + word)) longest = {word, text};
  }
  return longest.second;
}

/// Tells what is true of a change whatever its direction.
std::string presence_of(const Change& change) {
  if (change.before.is_null()) return "introduced";
  return change.after.is_null() ? "removed" : "changed";
}

}  // namespace

std::optional<SetChange> set_change(const Change& change, const PolicySchema& schema) {
  const FieldSpec* spec = spec_of(change, schema);
  if (spec == nullptr || !spec->is_set) return std::nullopt;
  const auto stated = [&](const json& side) -> const json& {
    return side.is_null() && spec->absent ? *spec->absent : side;
  };
  const json& before = stated(change.before);
  const json& after = stated(change.after);
  if (!before.is_array() || !after.is_array()) return std::nullopt;
  return SetChange{missing_from(before, after), missing_from(after, before)};
}

bool is_ours(const Change& change, const PolicySchema& schema) {
  const FieldSpec* spec = spec_of(change, schema);
  const bool is_substance = spec == nullptr || spec->area == Area::kSubstance;
  return is_substance && !is_confidence(change, schema) && !change.cause.empty() &&
         change.cause != kCarrierChange;
}

bool is_whole_rule(const Change& change) {
  return !change.rule.empty() && pointer_split(change.pointer).size() == 2;
}

std::string whole_of(const Change& change, const PolicySchema& schema) {
  const std::string way = change.kind == ChangeKind::kRemoved ? "removed" : "introduced";
  if (change.pointer.empty()) return "policy-" + way;
  if (is_whole_rule(change)) {
    if (change.kind != ChangeKind::kChanged) return "rule-" + way;
    return change.before.is_null() ? "rule-reaches" : "rule-leaves";
  }
  return is_whole_item(change, schema) ? "item-" + way : std::string();
}

std::string clause_template(const Change& change, const Phrasing& phrasing) {
  const PolicySchema& schema = phrasing.schema;
  const std::string section = section_of(change, schema);
  if (is_confidence(change, schema)) return phrasing.text(section, "confidence-changed");
  const std::string moved = is_move(change) ? phrasing.text("changes", "moved") : "";
  if (is_rename(change)) return moved.empty() ? phrasing.text("changes", kRenamed) : moved;
  const FieldSpec* spec = spec_of(change, schema);
  // A field can have its own sentence for what all fields have one for.
  const auto text_of = [&](const std::string& use) {
    const bool has_own = spec != nullptr && section != "ours";
    const std::string own = has_own ? spec->phrase(use, phrasing.language) : "";
    return own.empty() ? phrasing.text(section, use) : own;
  };
  const std::string whole = whole_of(change, schema);
  if (!whole.empty()) return text_of(whole);
  if (const auto set = set_change(change, schema)) {
    const char* use = set->lost.empty()     ? "set-gained"
                      : set->gained.empty() ? "set-lost"
                                            : "set-swapped";
    return text_of(use);
  }
  if (section == "changes") return direction_template(change, spec, phrasing);
  const bool has_own = spec != nullptr && section == "records";
  const std::string own = has_own ? spec->phrase(presence_of(change), phrasing.language) : "";
  return own.empty() ? phrasing.text(section, presence_of(change)) : own;
}

}  // namespace simrules
