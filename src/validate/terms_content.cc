#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/pointer.h"
#include "base/text.h"
#include "model/time/members.h"
#include "model/time/terms.h"
#include "validate/checks.h"
#include "validate/earlier_terms.h"
#include "validate/report.h"

namespace simrules {
namespace {

using nlohmann::json;

/// Returns terms without what each has of its own, so that two can be compared.
json comparable_terms(const DatedItem& dated, std::size_t at) {
  json terms = whole_terms(dated.item, dated.spec, at);
  for (const std::string_view name : member_name::kNeverInherited) terms.erase(std::string(name));
  terms.erase(member_name::kUpcoming);
  return terms;
}

void run_terms_unchanged(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink) {
  for_each_entry(context, [&](const DatedItem& dated, std::size_t entry) {
    if (comparable_terms(dated, entry) != comparable_terms(dated, entry + 1)) return;
    report(context,
           info,
           {.pointer = dated.entry(entry),
            .message = "these terms say the same as those after them",
            .help = "write what was different then, or take the entry out"},
           sink);
  });
}

}  // namespace

Check check_terms_unchanged() {
  return {{"terms-unchanged",
           Severity::kError,
           "Earlier terms say the same as those after them.",
           "Every day would be told a change that nobody made.",
           "tethering:\n  - verdict: allowed\n    previously:\n"
           "      - {until: 2025-08-19, verdict: allowed}\n",
           "tethering:\n  - verdict: allowed\n    previously:\n"
           "      - {until: 2025-08-19, verdict: not_offered}\n"},
          run_terms_unchanged};
}

namespace {

/// Reports what an entry takes away although it states it, or although it was not there.
void check_without(const CheckContext& context,
                   const CheckInfo& info,
                   const DatedItem& dated,
                   std::size_t entry,
                   DiagnosticSink& sink) {
  const EarlierTerms terms = dated.item.previously()[entry];
  json newer = whole_terms(dated.item, dated.spec, entry);
  json stated = terms.raw();
  const WordList places = terms.without();
  for (std::size_t i = 0; i < places.size(); ++i) {
    const bool is_stated = erase_place(stated, dated.spec, places[i]);
    if (erase_place(newer, dated.spec, places[i]) && !is_stated) continue;
    report(
        context,
        info,
        {.pointer = pointer_join(dated.entry(entry, "without"), i),
         .message = is_stated
                        ? fmt::format("{} is in `without`, and is stated here", quoted(places[i]))
                        : fmt::format("the newer terms have no {} to take away", quoted(places[i])),
         .help = is_stated ? "keep one of the two" : "name what the newer terms have, or nothing"},
        sink);
  }
}

/// Reports countries that came and are not there now, and those that went and still are.
void check_countries(const CheckContext& context,
                     const CheckInfo& info,
                     const DatedItem& dated,
                     std::size_t entry,
                     DiagnosticSink& sink) {
  const EarlierTerms terms = dated.item.previously()[entry];
  const json newer = whole_terms(dated.item, dated.spec, entry);
  const WordList now(&member_of(newer, member_name::kCountries));
  const auto check = [&](const WordList& countries, const char* member, bool is_there) {
    for (std::size_t i = 0; i < countries.size(); ++i) {
      if (now.contains(countries[i]) == is_there) continue;
      report(context,
             info,
             {.pointer = pointer_join(dated.entry(entry, member), i),
              .message = fmt::format("{} is in `{}`, but {} in the newer terms",
                                     quoted(countries[i]),
                                     member,
                                     is_there ? "not" : "still"),
              .help = "`added` came when these terms ended, and `removed` went then"},
             sink);
    }
  };
  check(terms.added(), "added", true);
  check(terms.removed(), "removed", false);
}

void run_contradictory_terms(const CheckContext& context,
                             const CheckInfo& info,
                             DiagnosticSink& sink) {
  for_each_entry(context, [&](const DatedItem& dated, std::size_t entry) {
    check_without(context, info, dated, entry, sink);
    check_countries(context, info, dated, entry, sink);
  });
}

}  // namespace

Check check_contradictory_terms() {
  return {{"contradictory-terms",
           Severity::kError,
           "Earlier terms take away what they state or what the newer ones do not have.",
           "What held then cannot be made of both.",
           "tethering:\n  - verdict: allowed\n    previously:\n"
           "      - {until: 2025-08-19, verdict: not_offered, without: [limits]}\n",
           "tethering:\n  - verdict: allowed\n    fees: []\n    previously:\n"
           "      - {until: 2025-08-19, verdict: not_offered, without: [fees]}\n"},
          run_contradictory_terms};
}

namespace {

/// What an entry of `previously` is, by the pointer of something in it.
/// Shape: a pointer such as `/transfer/0/previously/1/plans`.
struct EntryPlace {
  std::string section;
  std::size_t item = 0;
  std::size_t entry = 0;
};

std::optional<EntryPlace> entry_of(const FieldVisit& field) {
  const std::vector<std::string> tokens = pointer_split(field.pointer());
  if (tokens.size() < 5 || tokens[2] != member_name::kPreviously) return std::nullopt;
  return EntryPlace{tokens[0], std::stoul(tokens[1]), std::stoul(tokens[3])};
}

/// Tells whether a plan or zone existed on the last day of some terms.
bool existed(const Item& thing, const PartialDate& day) {
  const auto from = thing.effective().from();
  return !from || std::is_lteq(compare_at_shared_precision(*from, day));
}

void run_terms_before_plan(const CheckContext& context,
                           const CheckInfo& info,
                           DiagnosticSink& sink) {
  for_each_field(context, [&](const FieldVisit& field) {
    const auto place = field.spec.refers.empty() ? std::nullopt : entry_of(field);
    const FieldSpec* list = place ? context.schema.root().member(field.spec.refers) : nullptr;
    if (list == nullptr || !list->is_keyed_list()) return;
    const ListOf<Item> items(&member_of(context.policy.raw(), place->section));
    const auto until = items[place->item].previously()[place->entry].until();
    if (!until) return;
    const ListOf<NamedItem> things(&member_of(context.policy.raw(), field.spec.refers));
    for (const NamedItem& thing : things) {
      const bool is_named =
          field.value == thing.id() || WordList(&field.value).contains(thing.id());
      if (!is_named || existed(thing, *until)) continue;
      report(context,
             info,
             {.pointer = field.pointer(),
              .message = fmt::format("{} begins on {}, after these terms ended on {}",
                                     quoted(thing.id()),
                                     to_string(*thing.effective().from()),
                                     to_string(*until)),
              .help = "name what there was then, or correct one of the dates"},
             sink);
    }
  });
}

}  // namespace

Check check_terms_before_plan() {
  return {{"terms-before-plan",
           Severity::kError,
           "Earlier terms name a plan or a zone that did not exist then.",
           "What begins later cannot have had the terms.",
           "plans:\n  - {id: max, name: {en: Max}, effective: {from: 2025-06-05}}\n"
           "tethering:\n  - plans: all\n    verdict: allowed\n    previously:\n"
           "      - {until: 2025-01-31, plans: [max]}\n",
           "plans:\n  - {id: max, name: {en: Max}, effective: {from: 2025-01-01}}\n"
           "tethering:\n  - plans: all\n    verdict: allowed\n    previously:\n"
           "      - {until: 2025-01-31, plans: [max]}\n"},
          run_terms_before_plan};
}

namespace {

/// Writes a policy that has nothing but some terms of an item in the place of the item: so small that
/// checking the terms of every time costs little.
Document document_of(const CheckContext& context, const DatedItem& dated, json terms) {
  // What earlier terms need not have of their own is that of the item.
  for (const char* name : {member_name::kEvidence, member_name::kRevision}) {
    const json* own = find_member(dated.item.raw(), name);
    if (!terms.contains(name) && own != nullptr) terms[name] = *own;
  }
  Document document;
  document.source = SourceFile(context.policy.path, "");
  for (const auto& [name, value] : context.policy.raw().items()) {
    const bool is_list = value.is_array() && !value.empty() && value.front().is_object();
    document.value[name] = is_list ? json::array({value.front()}) : value;
  }
  document.value[dated.section] = json::array({std::move(terms)});
  return document;
}

/// Returns the pointer of what an entry states where the terms have something; the entry's where they
/// have it from newer ones.
std::string pointer_in_entry(const DatedItem& dated,
                             std::size_t entry,
                             const std::string& pointer) {
  constexpr std::size_t kMember = 2;
  const std::vector<std::string> tokens = pointer_split(pointer);
  const json& stated = dated.item.previously()[entry].raw();
  if (tokens.size() <= kMember || !stated.contains(tokens[kMember])) return dated.entry(entry);
  return dated.entry(entry, tokens[kMember]);
}

void check_terms(const CheckContext& context,
                 const CheckInfo& info,
                 const DatedItem& dated,
                 DiagnosticSink& sink) {
  for (std::size_t i = 0; i < dated.item.previously().size(); ++i) {
    DiagnosticList found;
    const json terms = whole_terms(dated.item, dated.spec, i + 1);
    if (context.checker->check(document_of(context, dated, terms), found)) continue;
    for (const Diagnostic& finding : found.sorted()) {
      report(context,
             info,
             {.pointer = pointer_in_entry(dated, i, finding.pointer),
              .message = fmt::format("with what the newer terms add, these are wrong: {}",
                                     finding.message),
              .help = finding.help},
             sink);
    }
  }
}

void run_impossible_terms(const CheckContext& context,
                          const CheckInfo& info,
                          DiagnosticSink& sink) {
  for_each_dated_item(context, [&](const DatedItem& dated) {
    if (dated.item.previously().empty()) return;
    if (!context.checker) context.checker.emplace(context.schema.schema());
    check_terms(context, info, dated, sink);
  });
}

}  // namespace

Check check_impossible_terms() {
  return {{"impossible-terms",
           Severity::kError,
           "Earlier terms are no rule, plan or zone once the newer ones fill them up.",
           "What held on a day is an item of its own, and read as one.",
           "tethering:\n  - verdict: allowed\n    previously:\n"
           "      - {until: 2025-08-19, without: [verdict]}\n",
           "tethering:\n  - verdict: allowed\n    previously:\n"
           "      - {until: 2025-08-19, verdict: not_offered}\n"},
          run_impossible_terms};
}

}  // namespace simrules
