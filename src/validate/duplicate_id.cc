#include <map>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "base/text.h"
#include "validate/checks.h"
#include "validate/report.h"

namespace simrules {
namespace {

void check_list(const CheckContext& context,
                const CheckInfo& info,
                const FieldVisit& list,
                DiagnosticSink& sink) {
  std::map<nlohmann::json, std::string> first;
  for (std::size_t i = 0; i < list.value.size(); ++i) {
    const auto key = list.value[i].find(list.spec.key);
    if (key == list.value[i].end()) continue;
    const std::string pointer = pointer_join(pointer_join(list.pointer, i), list.spec.key);
    const auto [seen, is_new] = first.emplace(*key, pointer);
    if (is_new) continue;
    report(context,
           info,
           {pointer,
            fmt::format("{} stands twice in `{}`", quoted(key->get<std::string>()), list.spec.name),
            fmt::format("give each entry a `{}` of its own, or merge the two", list.spec.key),
            {note_at(context, seen->second, "first used here")}},
           sink);
  }
}

void run(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink) {
  for_each_field(context, [&](const FieldVisit& field) {
    if (field.spec.is_keyed_list() && field.value.is_array()) {
      check_list(context, info, field, sink);
    }
  });
}

}  // namespace

Check check_duplicate_id() {
  return {
      {"duplicate-id",
       Severity::kError,
       "Two entries of a list that are told apart by a key have the same one.",
       "Changes between releases are matched by these keys; with the same key twice, nobody can "
       "tell which entry changed.",
       "plans:\n  - {id: max, name: {en: Max}}\n  - {id: max, name: {en: Max Plus}}\n",
       "plans:\n  - {id: max, name: {en: Max}}\n  - {id: max-plus, name: {en: Max Plus}}\n"},
      run};
}

}  // namespace simrules
