#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/pointer.h"
#include "base/text.h"
#include "model/network_role.h"
#include "validate/checks.h"
#include "validate/mcc_countries.h"
#include "validate/report.h"

namespace simrules {
namespace {

void run_missing_network(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink) {
  const std::string_view kind = context.policy.kind();
  const std::string needed = needed_network_role(std::string(kind));
  if (needed.empty()) return;
  for (const Network& network : context.policy.networks()) {
    if (network.role() == needed) return;
  }
  report_at_key(context,
                info,
                {.pointer = "/networks",
                 .message = fmt::format(
                     "the kind is {} but no network has the role `{}`", quoted(kind), needed),
                 .help = fmt::format("add a network with `role: {}`, or correct `kind`", needed),
                 .notes = {note_at(context, "/kind", "the kind is set here")}},
                sink);
}

}  // namespace

Check check_missing_network() {
  return {
      {"missing-network",
       Severity::kError,
       "An operator has no network of its own, or a virtual operator no host.",
       "The kind of a brand and its networks contradict each other; public lists often get this "
       "wrong.",
       "kind: mvno\nnetworks:\n  - {id: main, role: own}\n",
       "kind: mvno\nnetworks:\n  - {id: docomo, role: host, operator: NTT DOCOMO}\n"},
      run_missing_network};
}

namespace {

bool is_home(const PolicyView& policy, std::string_view countries) {
  const WordList homes = policy.countries();
  return std::any_of(homes.begin(), homes.end(), [&](std::string_view home) {
    return countries.find(home) != std::string_view::npos;
  });
}

void run_foreign_plmn(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink) {
  for_each_field(context, [&](const FieldVisit& field) {
    if (field.spec.name != "plmn") return;
    const WordList codes(&field.value);
    for (std::size_t i = 0; i < codes.size(); ++i) {
      const std::string_view countries = countries_of_mcc(codes[i].substr(0, 3));
      if (countries.empty() || is_home(context.policy, countries)) continue;
      report(context,
             info,
             {.pointer = pointer_join(field.pointer(), i),
              .message =
                  fmt::format("the country code of {} belongs to {}", quoted(codes[i]), countries),
              .help = "check the number, or add the country to `countries`"},
             sink);
    }
  });
}

}  // namespace

Check check_foreign_plmn() {
  return {
      {"foreign-plmn",
       Severity::kWarning,
       "The country code of a network belongs to no home country of the policy.",
       "A code of another country is nearly always a slip; some codes serve several countries, so "
       "this is a warning.",
       "countries: [JP]\nnetworks:\n  - {id: main, role: own, plmn: [\"450-05\"]}\n",
       "countries: [JP]\nnetworks:\n  - {id: main, role: own, plmn: [\"440-10\"]}\n"},
      run_foreign_plmn};
}

namespace {

/// Returns whose network it is: the operator that is named, else the brand itself.
std::string_view owner_of(const Policy& policy, const Network& network) {
  const std::string_view stated = text_at(network.raw(), "operator");
  return stated.empty() ? policy.name().in("en") : stated;
}

/// Finds an operator before this one that claims a code for itself, too.
const Policy* other_owner(const CheckContext& context,
                          std::string_view code,
                          std::string_view owner) {
  const auto owners = context.index.owners_of_code.find(code);
  if (owners == context.index.owners_of_code.end()) return nullptr;
  for (const NetworkOwner& other : owners->second) {
    if (other.policy->id >= context.policy.id) break;
    if (other.owner != owner) return other.policy;
  }
  return nullptr;
}

void run_shared_plmn(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink) {
  if (context.policy.kind() != "mno") return;
  std::size_t index = 0;
  for (const Network& network : context.policy.networks()) {
    const std::string pointer = pointer_join(pointer_join("/networks", index++), "plmn");
    if (network.role() != "own") continue;
    const std::string_view owner = owner_of(context.policy, network);
    const WordList codes(find_member(network.raw(), "plmn"));
    for (std::size_t i = 0; i < codes.size(); ++i) {
      const Policy* other = other_owner(context, codes[i], owner);
      if (other == nullptr) continue;
      report(
          context,
          info,
          {.pointer = pointer_join(pointer, i),
           .message =
               fmt::format("{} is the network of {} here, and that of another operator in {}",
                           quoted(codes[i]),
                           quoted(owner),
                           quoted(other->path)),
           .help = "correct the one that is wrong; a code has one operator, and a brand that rents "
                   "its network has the role `host`"},
          sink);
    }
  }
}

}  // namespace

void add_network_owners(const Policy& policy, PolicyIndex& index) {
  if (policy.kind() != "mno") return;
  for (const Network& network : policy.networks()) {
    if (network.role() != "own") continue;
    const WordList codes(find_member(network.raw(), "plmn"));
    for (std::size_t i = 0; i < codes.size(); ++i)
      index.owners_of_code[codes[i]].push_back({&policy, owner_of(policy, network)});
  }
}

Check check_shared_plmn() {
  return {{"shared-plmn",
           Severity::kWarning,
           "Two operators have the same network code as their own.",
           "A code belongs to one operator: one of two that claim it is a slip, and phones would "
           "be told "
           "the rules of the wrong one.",
           "sed 's/jp.au/jp\\/other/; s/operator: KDDI/operator: Other/' policies/jp/au.yaml "
           ">policies/jp/other.yaml\n"
           "simrules validate",
           "rm policies/jp/other.yaml\nsimrules validate",
           ExampleKind::kCommand},
          run_shared_plmn};
}

}  // namespace simrules
