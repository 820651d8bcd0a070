#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "base/pointer.h"
#include "base/text.h"
#include "gate/checks.h"
#include "gate/evidence/evidence.h"
#include "gate/words.h"

namespace simrules {
namespace {

/// Tells whether a policy says of a source why it is withdrawn, and did not say so before.
bool is_withdrawn(const RuleCase& rule, std::string_view source) {
  const auto said = [&](const PolicyView& policy) {
    const ListOf<Withdrawn> list = policy.withdrawn();
    return std::any_of(
        list.begin(), list.end(), [&](const Withdrawn& each) { return each.id() == source; });
  };
  return said(*rule.head_policy) && !said(*rule.base_policy);
}

bool has_new_note(const RuleCase& rule) {
  const Text note = rule.head_revision().note();
  return has_moved_on(rule) && note && !note.says_same(rule.base_revision().note());
}

void judge_gone_evidence(const RuleCase& rule, const CheckInfo& info, const GateRun& run) {
  if (has_new_note(rule)) return;
  for (const Citation& gone : evidence_gone(rule)) {
    const std::string_view id = gone.evidence.source();
    if (is_withdrawn(rule, id)) continue;
    const std::string says = gone.evidence.contradicts() ? "contradicts" : "supports";
    const std::string at = rule.name.is_policy() ? "/networks" : "/evidence";
    report(
        rule,
        info,
        run,
        {.pointer = rule.head->pointer + at,
         .message = fmt::format("{}, which {} {}, is gone from its evidence, and nobody says why",
                                quoted(id),
                                says,
                                subject_words(rule.name)),
         .help = fmt::format(
             "say why in the `note` of a new `revision`, or in `withdrawn: [{{id: {}, note: "
             "{{en: ...}}}}]` of the policy",
             id),
         .notes = {base_note(run.input, *rule.base_policy, rule.base->pointer + at)}});
  }
}

}  // namespace

GateCheck check_evidence_gone() {
  return {{"evidence-gone",
           Severity::kError,
           "A source is not named any more that supported or contradicted a rule, and nobody says "
           "why.",
           "What one source says against a rule is gone for all readers once it is not named.",
           "tethering:\n"
           "  - evidence:\n"
           "      - {source: faq, stance: supports, claim: {en: It is free.}}\n"
           "      - {source: shop, stance: supports, claim: {en: It costs nothing.}}\n"
           "sources:\n  - {id: faq}\n  - {id: shop, url: \"https://www.au.com/shop\"}\n"
           "# becomes\n"
           "tethering:\n"
           "  - evidence:\n"
           "      - {source: faq, stance: supports, claim: {en: It is free.}}\n",
           "tethering:\n"
           "  - evidence:\n"
           "      - {source: faq, stance: supports, claim: {en: It is free.}}\n"
           "      - {source: shop, stance: supports, claim: {en: It costs nothing.}}\n"
           "sources:\n  - {id: faq}\n  - {id: shop, url: \"https://www.au.com/shop\"}\n"
           "# becomes\n"
           "tethering:\n"
           "  - evidence:\n"
           "      - {source: faq, stance: supports, claim: {en: It is free.}}\n"
           "withdrawn:\n"
           "  - {id: shop, note: {en: The page is of another brand.}}\n",
           ExampleKind::kGate},
          judge_gone_evidence};
}

namespace {

void judge_dispute(const RuleCase& rule, const CheckInfo& info, const GateRun& run) {
  if (!rule.base || !rule.head || rule.base->confidence != Confidence::kDisputed) return;
  if (rule.head->confidence != Confidence::kConfirmed || has_new_evidence(rule)) return;
  report(rule,
         info,
         run,
         {.pointer = rule.head->pointer + "/evidence",
          .message = fmt::format(
              "{} was disputed and is confirmed now, only because what contradicted it is gone",
              subject_words(rule.name)),
          .help = "read a source that supports it again and move its `accessed`, or name another",
          .notes = {base_note(run.input, *rule.base_policy, rule.base->pointer + "/evidence")}});
}

}  // namespace

GateCheck check_dispute_dropped() {
  return {{"dispute-dropped",
           Severity::kError,
           "A rule was disputed and is confirmed, and nothing happened but that evidence went.",
           "Sources that disagree are settled by reading, and not by leaving one of them out.",
           "tethering:\n"
           "  - evidence:\n"
           "      - {source: faq, stance: supports, claim: {en: It is free.}}\n"
           "      - {source: shop, stance: contradicts, claim: {en: It costs 500 yen.}}\n"
           "sources:\n  - {id: faq}\n  - {id: shop, url: \"https://www.au.com/shop\"}\n"
           "# becomes\n"
           "tethering:\n"
           "  - evidence:\n"
           "      - {source: faq, stance: supports, claim: {en: It is free.}}\n"
           "withdrawn:\n"
           "  - {id: shop, note: {en: The page is gone.}}\n",
           "tethering:\n"
           "  - evidence:\n"
           "      - {source: faq, stance: supports, claim: {en: It is free.}}\n"
           "      - {source: shop, stance: contradicts, claim: {en: It costs 500 yen.}}\n"
           "sources:\n  - {id: faq}\n  - {id: shop, url: \"https://www.au.com/shop\"}\n"
           "# becomes\n"
           "tethering:\n"
           "  - seen: 2026-11-22\n"
           "    evidence:\n"
           "      - {source: faq, stance: supports, claim: {en: It is free.}}\n"
           "sources:\n  - {id: faq, accessed: 2026-11-23}\n"
           "withdrawn:\n"
           "  - {id: shop, note: {en: The page is gone.}}\n",
           ExampleKind::kGate},
          judge_dispute};
}

namespace {

/// Names the rules that are confirmed by nothing but the tier that a source has now.
std::string lifted_rules(const PolicyMatch& policy, std::string_view source) {
  std::string names;
  for (const Rule& rule : policy.head->rules) {
    const ListOf<Evidence> evidence = rule.evidence();
    const bool is_cited = std::any_of(evidence.begin(), evidence.end(), [&](const Evidence& each) {
      return each.source() == source;
    });
    if (!is_cited || rule.confidence != Confidence::kConfirmed) continue;
    if (derive_confidence(evidence, *policy.head, *policy.base) == Confidence::kConfirmed) continue;
    names += (names.empty() ? "" : ", ") + quoted(local_name(rule.topic, rule.id));
  }
  return names;
}

void judge_tiers(const PolicyMatch& policy, const CheckInfo& info, const GateRun& run) {
  if (policy.base == nullptr || policy.head == nullptr) return;
  const ListOf<Source> sources = policy.head->sources();
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const Source before = policy.base->find_source(sources[i].id());
    if (!before || before.tier() == sources[i].tier()) continue;
    const std::string names = lifted_rules(policy, sources[i].id());
    if (names.empty()) continue;
    const std::string pointer = pointer_join(pointer_join("/sources", i), "tier");
    run.found.push_back({{.check = info.id,
                          .severity = info.severity,
                          .place = policy.head->document->value_place(pointer),
                          .pointer = pointer,
                          .message = fmt::format("{} is {} now and was {}, which confirms {}",
                                                 quoted(sources[i].id()),
                                                 quoted(sources[i].tier()),
                                                 quoted(before.tier()),
                                                 names),
                          .help = "look whether the page really is the carrier's or a regulator's"},
                         {policy.head->id},
                         {}});
  }
}

}  // namespace

GateCheck check_tier_raised() {
  return {{"tier-raised",
           Severity::kWarning,
           "A source has a higher tier, and rules are confirmed by nothing else.",
           "How sure a rule is follows from the tiers of its sources, so that one word makes many "
           "rules surer.",
           "sources:\n  - {id: faq, tier: blog}\n"
           "# becomes\n"
           "sources:\n  - {id: faq, tier: official}\n",
           "sources:\n  - {id: faq, tier: press}\n"
           "# becomes\n"
           "sources:\n  - {id: faq, tier: blog}\n",
           ExampleKind::kGate},
          nullptr,
          judge_tiers};
}

}  // namespace simrules
