#include "release/contents/changes_json.h"

#include <array>
#include <map>
#include <utility>

#include <nlohmann/json.hpp>

#include "wording/effect.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr std::array<Impact, 8> kImpacts = {Impact::kMoreRestrictive,
                                            Impact::kMixed,
                                            Impact::kObscured,
                                            Impact::kMorePermissive,
                                            Impact::kClarified,
                                            Impact::kNeutral,
                                            Impact::kEvidence,
                                            Impact::kEditorial};

json text_or_null(const std::string& text) { return text.empty() ? json() : json(text); }

json place_json(const std::optional<ChangePlace>& place) {
  if (!place) return {};
  json value = {{"path", place->path}};
  if (place->line > 0) value["line"] = place->line;
  if (place->column > 0) value["column"] = place->column;
  return value;
}

json full_change_json(const Change& change) {
  json value = change_json(change);
  if (!is_substance(change)) value["impact"] = to_string(change.impact);
  value["evidence"] = change.evidence;
  value["base"] = place_json(change.base);
  value["head"] = place_json(change.head);
  if (!change.incomparable.empty()) value["incomparable"] = change.incomparable;
  return value;
}

json list_json(const std::vector<Change>& changes) {
  json list = json::array();
  for (const Change& change : changes) list.push_back(full_change_json(change));
  return list;
}

json first_or_null(const std::vector<std::string>& values) {
  return values.empty() ? json() : json(values.front());
}

/// Writes the first subscriber of an effect; null for what concerns no subscriber apart.
json witness_json(const Effect& effect) {
  if (effect.rule.empty() || effect.is_past) return {};
  return {{"plan", first_or_null(effect.first.plans)},
          {"place", first_or_null(effect.first.places)},
          {"service", first_or_null(effect.first.services)},
          {"before", effect.before},
          {"after", effect.after}};
}

json effect_json(const Effect& effect, const ChangeContext& context) {
  json facts = json::array();
  for (const auto& [fingerprint, impact] : effect.changes) facts.push_back(fingerprint);
  json text = json::object();
  for (const std::string& language : context.schema.languages()) {
    text[language] =
        effect_sentence(effect, {context.base, context.head, context.schema, language});
  }
  return {{"impact", to_string(effect.impact)},
          {"policy", effect.policy},
          {"topic", text_or_null(effect.topic)},
          {"rule", text_or_null(effect.rule)},
          {"cause", text_or_null(effect.cause)},
          {"effective", effect.effective},
          {"past", effect.is_past},
          {"plans", effect.group.plans},
          {"places", effect.group.places},
          {"services", effect.group.services},
          {"witness", witness_json(effect)},
          {"text", std::move(text)},
          {"changes", std::move(facts)}};
}

json effects_json(const Differences& differences, const ChangeContext& context) {
  json list = json::array();
  for (const Effect& effect : differences.effects) list.push_back(effect_json(effect, context));
  return list;
}

/// Writes what happens to a rule and to a policy all in all.
json impacts_json(const Differences& differences) {
  json rules = json::object();
  for (const auto& [rule, impact] : impacts_by_rule(differences)) {
    rules[to_string(rule)] = to_string(impact);
  }
  return {{"policies", policy_impacts_json(impacts_by_policy(differences))},
          {"rules", std::move(rules)}};
}

json version_json(const VersionPlan& version) {
  return {{"level", to_string(version.level)},
          {"next", version.next ? json(to_string(*version.next)) : json()},
          {"reasons", version.reasons}};
}

}  // namespace

const char* to_string(OriginKind kind) {
  switch (kind) {
    case OriginKind::kRelease:
      return "release";
    case OriginKind::kDataset:
      return "dataset";
    case OriginKind::kFolder:
      return "folder";
    case OriginKind::kGit:
      return "git";
    case OriginKind::kNone:
      return "none";
  }
  return "none";
}

Origin origin_of(const Dataset& dataset, OriginKind kind, std::string name) {
  return {kind, std::move(name), dataset.version, dataset.sha256};
}

json impact_counts_json(const std::map<Impact, std::size_t>& counts) {
  json value;
  for (const Impact impact : kImpacts) value[to_string(impact)] = 0;
  for (const auto& [impact, count] : counts) value[to_string(impact)] = count;
  return value;
}

std::map<Impact, std::size_t> impact_counts_of(const json& counts) {
  std::map<Impact, std::size_t> read;
  for (const auto& [word, count] : counts.items()) {
    const auto impact = parse_impact(word);
    if (impact && count != 0) read[*impact] = count.get<std::size_t>();
  }
  return read;
}

json policy_impacts_json(const std::map<std::string, Impact>& impacts) {
  json value = json::object();
  for (const auto& [policy, impact] : impacts) value[policy] = to_string(impact);
  return value;
}

std::map<std::string, Impact> policy_impacts_of(const json& impacts) {
  std::map<std::string, Impact> read;
  for (const auto& [policy, word] : impacts.items()) {
    const auto impact = parse_impact(word.get<std::string>());
    if (impact) read[policy] = *impact;
  }
  return read;
}

json origin_json(const Origin& origin) {
  json value = {{"kind", to_string(origin.kind)},
                {"name", text_or_null(origin.name)},
                {"version", text_or_null(origin.version)},
                {"sha256", text_or_null(origin.sha256)}};
  if (!origin.as_of.empty()) value["as_of"] = origin.as_of;
  return value;
}

json change_json(const Change& change) {
  return {{"id", change.id},
          {"fingerprint", change.fingerprint},
          {"policy", change.policy},
          {"topic", text_or_null(change.topic)},
          {"rule", text_or_null(change.rule)},
          {"pointer", change.pointer},
          {"kind", to_string(change.kind)},
          {"cause", text_or_null(change.cause)},
          {"before", change.before},
          {"after", change.after},
          {"label", change.label},
          {"unit", text_or_null(change.unit)},
          {"effective", change.effective}};
}

json changes_json(const Origin& base,
                  const Origin& head,
                  const Differences& differences,
                  const VersionPlan& version,
                  const ChangeContext& context,
                  const Differences& announced) {
  json value = {{"$schema", kChangesSchemaName},
                {"schema_version", kChangesSchemaVersion},
                {"base", origin_json(base)},
                {"head", origin_json(head)},
                {"summary", impact_counts_json(summarize(differences))},
                {"version", version_json(version)},
                {"changes", list_json(differences.changes)},
                {"effects", effects_json(differences, context)}};
  // Nothing is compared in a first release: each policy is new, and that is all.
  if (base.kind != OriginKind::kNone) value["impacts"] = impacts_json(differences);
  if (!head.as_of.empty()) value["announced"] = effects_json(announced, context);
  return value;
}

void for_each_changed_policy(
    const Origin& base,
    const Origin& head,
    const Differences& differences,
    const VersionPlan& version,
    const ChangeContext& context,
    const std::string& schema_path,
    const std::function<void(const std::string& policy, const json& changes)>& take) {
  std::map<std::string, Differences> by_policy;
  for (const Change& change : differences.changes)
    by_policy[change.policy].changes.push_back(change);
  for (const Effect& effect : differences.effects)
    by_policy[effect.policy].effects.push_back(effect);
  for (const auto& [policy, own] : by_policy) {
    VersionPlan plan = version;
    // In a first release nothing asks for a version.
    if (base.kind != OriginKind::kNone) {
      VersionLevel asked = version_level(own.changes, context.head);
      plan = {asked.level, version.next, std::move(asked.reasons)};
    }
    json changes = changes_json(base, head, own, plan, context);
    changes["$schema"] = schema_path;
    take(policy, changes);
  }
}

}  // namespace simrules
