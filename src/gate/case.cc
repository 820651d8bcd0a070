#include "gate/case.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/pointer.h"
#include "diff/compare/moves.h"
#include "diff/compare/pairing.h"
#include "diff/compare/renames.h"
#include "diff/effects/past.h"
#include "model/time/members.h"

namespace simrules {
namespace {

using nlohmann::json;

/// An item of one of the policy's lists that is no rule: a zone, a plan.
struct SharedItem {
  std::string list;
  std::string key;
};

/// Tells whether a value names an item; the word above every list names them all.
bool names(const FieldSpec& spec, const json& value, const SharedItem& item) {
  if (spec.refers == item.list) {
    if (value.is_array()) return std::find(value.begin(), value.end(), item.key) != value.end();
    return value == item.key || (!spec.most.empty() && value == spec.most);
  }
  bool found = false;
  if (value.is_object()) {
    for (const auto& [name, member] : value.items()) {
      const FieldSpec* known = spec.member(name);
      found = found || (known != nullptr && names(*known, member, item));
    }
  } else if (value.is_array() && spec.items != nullptr) {
    for (const json& each : value) found = found || names(*spec.items, each, item);
  }
  return found;
}

/// Tells whether a change beside the rules, in an item or a field of the policy itself, is one that
/// a rule depends on.
bool depends_on(const RuleCase& rule, const Change& change, const FieldSpec& fields) {
  const FieldSpec* section = fields.member(rule.name.topic);
  if (!rule.head || section == nullptr || section->items == nullptr) return false;
  const std::vector<std::string> tokens = pointer_split(change.pointer);
  return tokens.size() < 2 || names(*section->items, rule.head->raw(), {tokens[0], tokens[1]});
}

/// Tells whether a rule tells the change of a plan's value already, for its word stands for it.
bool tells(const Change& told, const Change& change, const std::string& plan) {
  if (told.before == change.before && told.after == change.after) return true;
  const auto has = [&](const json& values, const json& value) {
    return values.is_object() && values.contains(plan) && values[plan] == value;
  };
  return has(told.before, change.before) && has(told.after, change.after);
}

/// The changes of substance in one policy: those in rules, and those beside them.
struct PolicyChanges {
  std::vector<const Change*> in_rules;
  std::vector<const Change*> beside;
};

/// Tells whether a change is that of earlier terms as a whole; a pause is none, whose days are as often still
/// to come.
bool is_entry(const Change& change) {
  constexpr std::size_t kTokens = 4;  // list, item, member, last day
  const std::vector<std::string> tokens = pointer_split(change.pointer);
  return tokens.size() <= kTokens &&
         std::ranges::find(tokens, member_name::kPreviously) != tokens.end();
}

/// Tells whether the terms of another time that a change is in say themselves why they changed.
bool has_own_reason(const Change& change, const RuleCase& rule) {
  const std::vector<std::string> tokens = pointer_split(change.pointer);
  const auto revision_in = [&](const std::optional<Rule>& side) {
    const auto terms = side ? side->previously() : ListOf<EarlierTerms>();
    const auto found = std::find_if(terms.begin(), terms.end(), [&](const EarlierTerms& each) {
      return std::ranges::find(tokens, each.until_text()) != tokens.end();
    });
    return found == terms.end() ? Revision() : (*found).revision();
  };
  const Revision revision = revision_in(rule.head);
  return revision && !revision.says_same(revision_in(rule.base));
}

/// Adds a change that asks the item for its reasons; of terms of another time only what they do not
/// give a reason for themselves, and what they say of each day is judged by itself.
void add_change(const Change& change, const FieldSpec& fields, RuleCase& rule) {
  rule.is_affected = true;
  const bool is_past = is_of_past(change, fields);
  const bool is_whole = is_past && change.kind != ChangeKind::kChanged && is_entry(change);
  if (is_past && (is_whole || rule.rewritten || has_own_reason(change, rule))) return;
  rule.changes.push_back(&change);
}

/// Tells whether the items of a list have revisions of their own.
bool has_revisions(const FieldSpec* list) {
  return list != nullptr && list->is_keyed_list() && list->items->member(kRevisionField) != nullptr;
}

/// Tells whether a change beside the rules is answered for by the policy as such.
bool is_of_policy(const Change& change, const Policy& head, const FieldSpec& fields) {
  const std::vector<std::string> tokens = pointer_split(change.pointer);
  if (tokens.size() < 2 || !has_revisions(fields.member(tokens[0]))) return true;
  const ListOf<NamedItem> items(find_member(head.raw(), tokens[0]));
  return std::none_of(
      items.begin(), items.end(), [&](const NamedItem& item) { return item.id() == tokens[1]; });
}

void add_changes(const PolicyChanges& changes, const FieldSpec& fields, RuleCase& rule) {
  if (rule.name.is_policy()) {
    for (const Change* change : changes.beside) {
      if (is_of_policy(*change, *rule.head_policy, fields)) rule.changes.push_back(change);
    }
    return;
  }
  for (const Change* change : changes.in_rules) {
    const bool is_own = change->topic == rule.name.topic && change->rule == rule.name.id;
    if (is_own) add_change(*change, fields, rule);
  }
  for (const Change* change : changes.beside) {
    const std::vector<std::string> tokens = pointer_split(change->pointer);
    if (tokens.size() < 2 || tokens[0] != rule.name.topic || tokens[1] != rule.name.id) {
      rule.is_affected = rule.is_affected || depends_on(rule, *change, fields);
      continue;
    }
    const bool is_told =
        std::any_of(changes.in_rules.begin(), changes.in_rules.end(), [&](const Change* told) {
          return tells(*told, *change, tokens[1]);
        });
    if (!is_told) add_change(*change, fields, rule);
    rule.is_affected = true;
  }
}

/// Lists what has revisions by the schema beside the rules: the policy as such, and items of its lists.
std::vector<Rule> revised_items(const Policy& policy, const FieldSpec& fields) {
  std::vector<Rule> items = {{RuleView(&policy.raw()), "", "", "", Confidence::kUnverified}};
  for (const auto& [name, list] : fields.properties) {
    const bool is_topic = list->topic == name;
    const json* values = find_member(policy.raw(), name);
    if (is_topic || !has_revisions(list.get()) || values == nullptr) continue;
    for (std::size_t i = 0; i < values->size(); ++i) {
      const json& item = (*values)[i];
      items.push_back({RuleView(&item),
                       name,
                       item.value(list->key, ""),
                       pointer_join(pointer_join("", name), i),
                       Confidence::kUnverified});
    }
  }
  return items;
}

std::optional<Rule> find_rule(const std::vector<Rule>& rules, const Rule& wanted) {
  for (const Rule& rule : rules) {
    if (rule.topic == wanted.topic && rule.id == wanted.id) return rule;
  }
  return std::nullopt;
}

/// Finds what the base has of a rule of the head, under the id that it had then.
std::optional<Rule> base_of(const Rule& head,
                            const std::vector<Rule>& before,
                            const std::vector<const Change*>& renames) {
  Rule wanted = head;
  for (const Change* rename : renames) {
    if (rename->topic == head.topic && rename->rule == head.id) wanted.id = rename->before;
  }
  return find_rule(before, wanted);
}

std::vector<RuleCase> cases_of(const PolicyMatch& match,
                               const FieldSpec& fields,
                               const std::vector<const Change*>& renames) {
  const auto all_of = [&](const Policy* policy) {
    std::vector<Rule> all;
    if (policy == nullptr) return all;
    all = revised_items(*policy, fields);
    all.insert(all.end(), policy->rules.begin(), policy->rules.end());
    return all;
  };
  const std::vector<Rule> before = all_of(match.base);
  const std::vector<Rule> after = all_of(match.head);
  std::vector<RuleCase> cases;
  cases.reserve(before.size() + after.size());
  for (const Rule& head : after) {
    cases.push_back({{match.head->id, head.topic, head.id},
                     match.base,
                     match.head,
                     base_of(head, before, renames),
                     head});
  }
  if (match.base == nullptr) return cases;
  for (const Rule& base : match.base->rules) {
    if (find_rule(after, base)) continue;
    cases.push_back({{match.head->id, base.topic, base.id}, match.base, match.head, base, {}});
  }
  return cases;
}

/// Tells whether the revision of a rule that changed speaks of something else.
bool is_unrevised(const RuleCase& rule) {
  const std::string_view cause = rule.head_revision().cause();
  return !has_moved_on(rule) || cause == kInitial || cause == kReverified;
}

Duty duty_of(const RuleCase& rule) {
  if (!rule.head) return Duty::kGone;
  const Revision revision = rule.head_revision();
  // What comes into a policy that is there says when and why; what comes with its policy need not.
  if (!rule.base) return rule.base_policy && !revision ? Duty::kUnrevised : Duty::kNew;
  if (!rule.changes.empty()) return is_unrevised(rule) ? Duty::kUnrevised : Duty::kRevised;
  const bool has_moved = rule.base_revision().date() != revision.date();
  return rule.is_affected && has_moved ? Duty::kNew : Duty::kIdle;
}

void finish(const FieldSpec& fields, RuleCase& rule) {
  std::stable_sort(rule.changes.begin(), rule.changes.end(), [](const Change* a, const Change* b) {
    return a->impact < b->impact;
  });
  std::vector<Impact> impacts;
  for (const Change* change : rule.changes) {
    if (!is_of_past(*change, fields)) impacts.push_back(change->impact);
  }
  rule.impact = roll_up(impacts);
  rule.is_affected = rule.is_affected || !rule.changes.empty();
  rule.duty = duty_of(rule);
}

}  // namespace

std::vector<RuleCase> rule_cases(const GateInput& input) {
  const FieldSpec& fields = input.head_schema.root();
  std::map<std::string, PolicyChanges> by_policy;
  std::map<std::string, std::vector<const Change*>> renames;
  for (const Change& change : input.changes) {
    if (is_rule_rename(change)) renames[change.policy].push_back(&change);
    if (!is_substance(change)) continue;
    PolicyChanges& changes = by_policy[change.policy];
    (change.rule.empty() ? changes.beside : changes.in_rules).push_back(&change);
  }
  std::vector<RuleCase> all;
  const std::vector<Move> moves = moves_between(input.base, input.head);
  for (const PolicyMatch& match : match_policies(input.base, input.head)) {
    if (match.head == nullptr) continue;
    const std::vector<Rewrite> rewrites = rewrites_in(match, input);
    for (RuleCase& rule : cases_of(match, fields, renames[match.head->id])) {
      const auto rewrite = std::ranges::find(rewrites, rule.name, &Rewrite::item);
      if (rewrite != rewrites.end()) rule.rewritten = *rewrite;
      for (const Move& move : moves) {
        if (full_name(*move.to, *move.successor) != rule.name) continue;
        // What held before held in the other policy.
        rule.base_policy = move.from;
        rule.base = *move.former;
      }
      add_changes(by_policy[match.head->id], fields, rule);
      finish(fields, rule);
      all.push_back(std::move(rule));
    }
  }
  return all;
}

bool has_moved_on(const RuleCase& rule) {
  const Revision before = rule.base_revision();
  const Revision after = rule.head_revision();
  const bool has_new_note = after.note() && !after.note().says_same(before.note());
  return after.date() > before.date() || (after && after.date() == before.date() && has_new_note);
}

bool is_rule_rename(const Change& change) {
  const RuleName rule{change.policy, change.topic, change.rule};
  return is_rename(change) &&
         pointer_parent(change.pointer) == address_of(rule, DiffSide::kHead).pointer;
}

bool needs_reason(Impact impact) {
  return impact == Impact::kMoreRestrictive || impact == Impact::kMixed ||
         impact == Impact::kObscured || impact == Impact::kMorePermissive;
}

}  // namespace simrules
