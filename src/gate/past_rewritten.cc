#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/text.h"
#include "gate/checks.h"
#include "gate/past_fix.h"
#include "gate/words.h"
#include "model/time/members.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr std::size_t kLongestValue = 40;

std::string value_words(const json& value) {
  if (value.is_null()) return "nothing";
  const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
  return text.size() > kLongestValue ? "something else" : quoted(text);
}

/// Says what the past said and what it says now.
std::string past_words(const RuleName& name, const Rewrite& rewrite) {
  const std::string rule = quoted(local_name(name));
  const std::string day = to_string(rewrite.day);
  if (text_or_empty(&member_of(rewrite.after, member_name::kVerdict)) ==
      member_name::kUnknownVerdict) {
    return fmt::format(
        "what {} said on {} is gone: nothing is known of that day any more", rule, day);
  }
  const auto said = std::find_if(rewrite.before.begin(),
                                 rewrite.before.end(),
                                 [](const json& value) { return !value.is_null(); });
  // Who is meant by a zone or a plan has no terms of its own.
  if (said == rewrite.before.end())
    return fmt::format("what {} said on {} is told otherwise now", rule, day);
  return fmt::format("{} said on {} that {} was {}, and has {} there now",
                     rule,
                     day,
                     quoted(said.key()),
                     value_words(*said),
                     value_words(member_of(rewrite.after, said.key())));
}

/// Where a person has to say more than a program can, and what.
struct PastWay {
  const char* member;
  std::string help;
};

PastWay way_out(const RuleCase& rule, const std::optional<Fix>& fix) {
  const bool has_since = !rule.head->since_text().empty();
  if (fix) {
    return {has_since ? "/since" : "/revision",
            fmt::format("run `simrules gate --fix` to {}", fix->label)};
  }
  if (has_since) {
    return {"/previously",
            "take that edit back, or give those terms a `revision` of their own: `correction` if "
            "they were wrong, `clarification` if something was not known"};
  }
  return {"/revision",
          "write `since: <the first day of the new terms>`, a month, a year or `unknown`, and run "
          "`simrules gate --fix`; if the data was wrong, the cause is `correction`"};
}

/// Tells whether something else is wrong with the reasons of an edit: once it is in order, the past may
/// be, too.
bool is_faulty(const RuleCase& rule, const GateRun& run) {
  return std::ranges::any_of(
      run.found, [&](const GateDiagnostic& found) { return found.subject == rule.name; });
}

void judge_past(const RuleCase& rule, const CheckInfo& info, const GateRun& run) {
  if (!rule.rewritten || rule.duty == Duty::kGone || is_faulty(rule, run)) return;
  std::optional<Fix> fix = past_fix(rule, run.input);
  PastWay way = way_out(rule, fix);
  report(rule,
         info,
         run,
         {.pointer = rule.head->pointer + way.member,
          .message = past_words(rule.name, *rule.rewritten),
          .help = std::move(way.help),
          .fix = std::move(fix)});
}

}  // namespace

GateCheck check_past_rewritten() {
  return {{"past-rewritten",
           Severity::kError,
           "An edit changes what the policy says of a day before the edit's own.",
           "What held on a day must not depend on when somebody asks; only a mistake is corrected.",
           "tethering:\n  - verdict: allowed\n"
           "# becomes\n"
           "tethering:\n"
           "  - verdict: not_allowed\n"
           "    since: 2026-12-01\n"
           "    revision: {date: 2026-11-23, cause: carrier_change, note: {en: It is forbidden.}}\n"
           "sources:\n  - accessed: 2026-11-23\n",
           kEditInOrder,
           ExampleKind::kGate},
          judge_past};
}

}  // namespace simrules
