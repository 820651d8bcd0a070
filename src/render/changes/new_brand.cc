#include "render/changes/new_brand.h"

#include "wording/rule.h"
#include "wording/words.h"

namespace simrules {
namespace {

bool is_unknown(const Rule& rule, const ChangeContext& context) {
  const FieldSpec* verdict = rule_field(context.schema, rule.topic, field::kVerdict);
  return verdict != nullptr && verdict->is_unknown(rule.verdict());
}

}  // namespace

const Rule* brought_rule(const Change& change, const ChangeContext& context) {
  const Policy* policy = context.head.find(change.policy);
  const bool is_new = context.base.find(change.policy) == nullptr && change.before.is_null();
  if (policy == nullptr || change.rule.empty() || !is_new) return nullptr;
  return find_rule(*policy, change.topic, change.rule);
}

bool is_unknown_rule(const Change& change, const ChangeContext& context) {
  const Rule* rule = brought_rule(change, context);
  return rule != nullptr && is_unknown(*rule, context);
}

std::string unknown_rules(const Policy& policy, const ChangeContext& context) {
  std::string names;
  for (const Rule& rule : policy.rules) {
    if (!is_unknown(rule, context)) continue;
    if (!names.empty()) names += context.words().message("report", "list_comma");
    names += rule_phrase({context.schema, context.language}, rule);
  }
  return names;
}

}  // namespace simrules
