#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/member.h"
#include "base/pointer.h"
#include "base/text.h"
#include "validate/checks.h"
#include "validate/report.h"

namespace simrules {
namespace {

using nlohmann::json;

/// A former id of an entry, with the list that the entry is in.
struct FormerId {
  std::string_view id;
  const FieldVisit& list;
  std::size_t item;
  const std::string& field;
  std::size_t index;

  std::string pointer() const {
    return pointer_join(pointer_join(pointer_join(list.pointer(), item), field), index);
  }
};

/// Visits the former ids of every entry of every list that is told apart by a key.
template <typename Visit>
void for_each_former_id(const FieldVisit& list, const Visit& visit) {
  if (!list.spec.is_keyed_list() || !list.value.is_array()) return;
  for (const auto& [name, spec] : list.spec.items->properties) {
    if (!spec->is_former) continue;
    for (std::size_t i = 0; i < list.value.size(); ++i) {
      const WordList ids(find_member(list.value[i], name));
      for (std::size_t j = 0; j < ids.size(); ++j) {
        visit(FormerId{ids[j], list, i, name, j});
      }
    }
  }
}

void report_in_use(const CheckContext& context,
                   const CheckInfo& info,
                   const std::string& pointer,
                   std::string_view id,
                   std::vector<Note> notes,
                   DiagnosticSink& sink) {
  report(
      context,
      info,
      {.pointer = pointer,
       .message = fmt::format("the former id {} is still in use", quoted(id)),
       .help = "remove it here, or what still has it: who follows the old id must find one thing",
       .notes = std::move(notes)},
      sink);
}

void run_former_id_in_use(const CheckContext& context,
                          const CheckInfo& info,
                          DiagnosticSink& sink) {
  const WordList former = context.policy.formerly();
  for (std::size_t i = 0; i < former.size(); ++i) {
    if (!context.knows(former[i])) continue;
    report_in_use(context, info, pointer_join("/formerly", i), former[i], {}, sink);
  }
  for_each_field(context, [&](const FieldVisit& field) {
    for_each_former_id(field, [&](const FormerId& one) {
      for (std::size_t i = 0; i < one.list.value.size(); ++i) {
        const std::string& key = one.list.spec.key;
        if (text_at(one.list.value[i], key) != one.id) continue;
        const std::string at = pointer_join(pointer_join(one.list.pointer(), i), key);
        report_in_use(
            context, info, one.pointer(), one.id, {note_at(context, at, "used here")}, sink);
      }
    });
  });
}

}  // namespace

Check check_former_id_in_use() {
  return {
      {"former-id-in-use",
       Severity::kError,
       "An id that `formerly` lists is that of something that is still there.",
       "A former id leads to what took its place; while something else has it, two things answer "
       "to one name.",
       "plans:\n  - {id: max, formerly: [mini]}\n  - {id: mini}\n",
       "plans:\n  - {id: max, formerly: [small]}\n  - {id: mini}\n"},
      run_former_id_in_use};
}

namespace {

void report_twice(const CheckContext& context,
                  const CheckInfo& info,
                  const std::string& pointer,
                  std::string_view id,
                  Note first,
                  DiagnosticSink& sink) {
  report(context,
         info,
         {.pointer = pointer,
          .message = fmt::format("the former id {} is given twice", quoted(id)),
          .help = "keep it where most of what it stood for is now",
          .notes = {std::move(first)}},
         sink);
}

/// Reports the former ids that a policy shares with one before it.
void check_former_policies(const CheckContext& context,
                           const CheckInfo& info,
                           DiagnosticSink& sink) {
  const WordList former = context.policy.formerly();
  for (std::size_t i = 0; i < former.size(); ++i) {
    const auto [from, to] = context.index.by_former_id.equal_range(former[i]);
    if (from == to || from->second->id == context.policy.id) continue;
    const Document& document = *from->second->document;
    report_twice(context,
                 info,
                 pointer_join("/formerly", i),
                 former[i],
                 {document.value_place("/formerly"), "given here, too"},
                 sink);
  }
}

void run_former_id_twice(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink) {
  check_former_policies(context, info, sink);
  for_each_field(context, [&](const FieldVisit& field) {
    std::map<std::string_view, std::string> seen;
    for_each_former_id(field, [&](const FormerId& one) {
      const auto [first, is_new] = seen.emplace(one.id, one.pointer());
      if (is_new) return;
      report_twice(context,
                   info,
                   one.pointer(),
                   one.id,
                   note_at(context, first->second, "given here, too"),
                   sink);
    });
  });
}

}  // namespace

Check check_former_id_twice() {
  return {{"former-id-twice",
           Severity::kError,
           "Two entries, or two policies, say that they had the same id.",
           "Who follows the old id has to find one thing, and changes could not be told of it.",
           "plans:\n  - {id: max, formerly: [large]}\n  - {id: max-plus, formerly: [large]}\n",
           "plans:\n  - {id: max, formerly: [large]}\n  - {id: max-plus}\n"},
          run_former_id_twice};
}

namespace {

const Policy* find_policy(const CheckContext& context, std::string_view id) {
  const PolicyIndex& index = context.index;
  if (const auto found = index.by_id.find(id); found != index.by_id.end()) return found->second;
  const auto renamed = index.by_former_id.find(id);
  return renamed == index.by_former_id.end() ? nullptr : renamed->second;
}

/// Follows the forwarding of retired rules to a rule that is there.
/// Returns what is wrong with it; nothing where it ends well, or in a policy that this run does not
/// read.
std::string problem_of(const CheckContext& context, const RuleName& from, const Retired& retired) {
  std::set<std::pair<const Policy*, std::string>> seen = {{&context.policy, local_name(from)}};
  std::optional<RuleName> next = retired.successor();
  std::string_view written = retired.moved_to();
  while (next) {
    const Policy* policy = find_policy(context, next->policy);
    if (policy == nullptr)
      return context.knows(next->policy)
                 ? ""
                 : fmt::format("there is no policy {}", quoted(next->policy));
    if (find_rule(*policy, next->topic, next->id) != nullptr) return "";
    if (!seen.emplace(policy, local_name(*next)).second) return "it leads round in a circle";
    const Retired further = policy->find_retired(next->topic, next->id);
    if (!further) return fmt::format("there is no rule {}", quoted(written));
    written = further.moved_to();
    if (written.empty()) return fmt::format("{} is retired itself", quoted(to_string(*next)));
    next = further.successor();
  }
  return "";
}

void run_forwarding_to_nowhere(const CheckContext& context,
                               const CheckInfo& info,
                               DiagnosticSink& sink) {
  const ListOf<Retired> retired = context.policy.retired();
  for (std::size_t i = 0; i < retired.size(); ++i) {
    const RuleName name = parse_local_name(context.policy.id, retired[i].id());
    const std::string problem = problem_of(context, name, retired[i]);
    if (problem.empty()) continue;
    report(context,
           info,
           {.pointer = pointer_join(pointer_join("/retired", i), "moved_to"),
            .message = fmt::format(
                "{} is forwarded to no rule that is there: {}", quoted(retired[i].id()), problem),
            .help = "name the rule that takes its place, or leave `moved_to` out where none does"},
           sink);
  }
}

}  // namespace

Check check_forwarding_to_nowhere() {
  return {
      {"forwarding-to-nowhere",
       Severity::kError,
       "`moved_to` of a retired rule does not end at a rule that is there.",
       "Consumers follow it from the old id; they would end at nothing, or never end.",
       "retired:\n  - {id: transfer/gift, moved_to: \"jp/au#transfer/gift\", date: 2026-01-01}\n",
       "retired:\n  - {id: transfer/gift, moved_to: \"jp/au#transfer/giving\", date: "
       "2026-01-01}\ntransfer:\n  - {id: giving}\n"},
      run_forwarding_to_nowhere};
}

}  // namespace simrules
