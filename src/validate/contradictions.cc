#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/pointer.h"
#include "base/text.h"
#include "schema/spec/find_field.h"
#include "validate/beside.h"
#include "validate/checks.h"
#include "validate/report.h"

namespace simrules {
namespace {

using nlohmann::json;

/// How many things a help line names.
constexpr std::size_t kMostShown = 6;

void report_excluded(const CheckContext& context,
                     const CheckInfo& info,
                     const FieldVisit& word,
                     const std::string& excluded,
                     DiagnosticSink& sink) {
  const std::string beside =
      fmt::format("{}: {}", word.spec.name, printable(text_or_empty(&word.value)));
  report_at_key(
      context,
      info,
      {.pointer = excluded,
       .message = fmt::format("`{}` contradicts `{}`", pointer_leaf(excluded), beside),
       .help = fmt::format("take it out, or correct `{}`", word.spec.name),
       .notes = {note_at(context, word.pointer(), fmt::format("it is `{}` here", beside))}},
      sink);
}

/// Reports what a word of a field rules out.
void check_excluded(const CheckContext& context,
                    const CheckInfo& info,
                    const FieldVisit& word,
                    DiagnosticSink& sink) {
  const auto excluded = word.spec.excludes.find(std::string(text_or_empty(&word.value)));
  if (excluded == word.spec.excludes.end()) return;
  for (const std::string& path : excluded->second) {
    const auto other = find_beside(word, path);
    if (other && is_stated(other->value))
      report_excluded(context, info, word, other->pointer(), sink);
  }
}

/// Reports the words of a set that an item of it rules out.
void check_words(const CheckContext& context,
                 const CheckInfo& info,
                 const FieldVisit& set,
                 DiagnosticSink& sink) {
  for (std::size_t i = 0; i < set.value.size(); ++i) {
    const auto excluded = set.spec.items->excludes.find(std::string(text_or_empty(&set.value[i])));
    if (excluded == set.spec.items->excludes.end()) continue;
    const auto& others = excluded->second;
    for (std::size_t j = 0; j < set.value.size(); ++j) {
      const std::string other(text_or_empty(&set.value[j]));
      if (std::find(others.begin(), others.end(), other) == others.end()) continue;
      report(context,
             info,
             {.pointer = pointer_join(set.pointer(), j),
              .message = fmt::format(
                  "{} and {} exclude each other", quoted(other), quoted(excluded->first)),
              .help = "keep the one that the source says",
              .notes = {note_at(context, pointer_join(set.pointer(), i), "the other one is here")}},
             sink);
    }
  }
}

/// Reports the words that two sets share although what is in one is not in the other.
void check_disjoint(const CheckContext& context,
                    const CheckInfo& info,
                    const FieldVisit& set,
                    DiagnosticSink& sink) {
  const auto other = find_beside(set, set.spec.disjoint);
  if (!other) return;
  for (std::size_t i = 0; i < set.value.size(); ++i) {
    const auto shared = std::find(other->value.begin(), other->value.end(), set.value[i]);
    if (shared == other->value.end()) continue;
    const auto at = static_cast<std::size_t>(shared - other->value.begin());
    report(context,
           info,
           {.pointer = pointer_join(set.pointer(), i),
            .message = fmt::format(
                "{} is also in `{}`", quoted(text_or_empty(&set.value[i])), set.spec.disjoint),
            .help = "keep it in one of the two",
            .notes = {note_at(context, pointer_join(other->pointer(), at), "here")}},
           sink);
  }
}

void run_contradicting_values(const CheckContext& context,
                              const CheckInfo& info,
                              DiagnosticSink& sink) {
  for_each_field(context, [&](const FieldVisit& field) {
    if (field.value.is_string()) check_excluded(context, info, field, sink);
    if (!field.value.is_array() || field.spec.items == nullptr) return;
    if (!field.spec.items->excludes.empty()) check_words(context, info, field, sink);
    if (!field.spec.disjoint.empty()) check_disjoint(context, info, field, sink);
  });
}

}  // namespace

Check check_contradicting_values() {
  return {{"contradicting-values",
           Severity::kError,
           "Two values of a rule exclude each other.",
           "Nobody can tell which of the two holds: what is refused has no limit, and what is "
           "allowed without conditions has none.",
           "tethering:\n  - verdict: not_allowed\n"
           "    limits: [{id: devices, metric: devices, max: 5}]\n",
           "tethering:\n  - verdict: conditional\n"
           "    limits: [{id: devices, metric: devices, max: 5}]\n"},
          run_contradicting_values};
}

namespace {

/// Tells whether what stands at a path inside an object says something: neither that all is meant nor
/// that it is not known.
bool says_something(const FieldVisit& object, std::string_view path) {
  const FieldSpec* spec = &object.spec;
  const json* value = &object.value;
  while (!path.empty()) {
    const std::string_view name = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(path.size(), name.size() + 1));
    spec = spec->member(name);
    value = find_member(*value, name);
    if (spec == nullptr || value == nullptr) return false;
  }
  const bool is_all = !spec->most.empty() && *value == spec->most;
  return is_stated(*value) && !is_all && !spec->is_unknown(*value);
}

void run_incomplete_terms(const CheckContext& context,
                          const CheckInfo& info,
                          DiagnosticSink& sink) {
  for_each_field(context, [&](const FieldVisit& object) {
    // Terms of before hold only what was different then.
    if (!object.value.is_object() || object.spec.area == Area::kPast) return;
    for (const auto& [name, spec] : object.spec.properties) {
      if (spec->expects.empty()) continue;
      const std::string word(text_at(object.value, name));
      const auto expected = spec->expects.find(word);
      if (expected == spec->expects.end()) continue;
      const std::vector<std::string>& paths = expected->second;
      if (std::ranges::any_of(paths,
                              [&](const auto& path) { return says_something(object, path); }))
        continue;
      std::vector<std::string> shown;
      std::ranges::copy_if(paths, std::back_inserter(shown), [&](const std::string& path) {
        return shown.size() < kMostShown && find_field(object.spec, "/" + path) != nullptr;
      });
      report(context,
             info,
             {.pointer = pointer_join(object.pointer(), name),
              .message =
                  fmt::format("`{}` is {}, and nothing beside it says more", name, quoted(word)),
              .help = fmt::format("add what the source says, such as {}", quoted_list(shown))},
             sink);
    }
  });
}

}  // namespace

Check check_incomplete_terms() {
  return {
      {"incomplete-terms",
       Severity::kWarning,
       "A word asks for something beside it that is not there.",
       "Under which conditions, or since when it has ended, is what readers want to know; where "
       "no page says so, the word is all there is.",
       "tethering:\n  - verdict: conditional\n",
       "tethering:\n  - verdict: conditional\n    conditions: [option_required]\n"},
      run_incomplete_terms};
}

}  // namespace simrules
