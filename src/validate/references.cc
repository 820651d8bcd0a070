#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/pointer.h"
#include "base/text.h"
#include "schema/reference.h"
#include "schema/spec/find_field.h"
#include "validate/beside.h"
#include "validate/checks.h"
#include "validate/report.h"

namespace simrules {
namespace {

void run_id_path(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink) {
  const std::string& expected = context.policy.filed_as;
  if (expected.empty() || expected == context.policy.id) return;
  report(context,
         info,
         {.pointer = "/id",
          .message = fmt::format("the id is {} but the path of the file says {}",
                                 quoted(context.policy.id),
                                 quoted(expected)),
          .help = fmt::format("write `id: {}`, or move the file to `policies/{}.yaml`",
                              printable(expected),
                              printable(context.policy.id))},
         sink);
}

}  // namespace

Check check_id_path() {
  return {{"id-path-mismatch",
           Severity::kError,
           "The id of a policy is not the path of its file.",
           "Releases, changes and other policies refer to a policy by its id; a file that stands "
           "elsewhere cannot be found by it.",
           "# policies/jp/au.yaml\nid: jp/kddi\n",
           "# policies/jp/au.yaml\nid: jp/au\n"},
          run_id_path};
}

namespace {

void check_list(const CheckContext& context,
                const CheckInfo& info,
                const FieldVisit& list,
                DiagnosticSink& sink) {
  const auto is_less = [](const nlohmann::json* a, const nlohmann::json* b) { return *a < *b; };
  std::map<const nlohmann::json*, std::size_t, decltype(is_less)> first(is_less);
  const auto pointer_of = [&](std::size_t item) {
    return pointer_join(pointer_join(list.pointer(), item), list.spec.key);
  };
  for (std::size_t i = 0; i < list.value.size(); ++i) {
    const nlohmann::json* key = find_member(list.value[i], list.spec.key);
    if (key == nullptr) continue;
    const auto [seen, is_new] = first.emplace(key, i);
    if (is_new) continue;
    report(
        context,
        info,
        {.pointer = pointer_of(i),
         .message =
             fmt::format("{} stands twice in `{}`", quoted(text_or_empty(key)), list.spec.name),
         .help = fmt::format("give each entry a `{}` of its own, or merge the two", list.spec.key),
         .notes = {note_at(context, pointer_of(seen->second), "first used here")}},
        sink);
  }
}

void run_duplicate_id(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink) {
  const Policy& first = *context.index.by_id.at(context.policy.id);
  if (&first != &context.policy) {
    report(context,
           info,
           {.pointer = "/id",
            .message = fmt::format("another policy is {}, too", quoted(context.policy.id)),
            .help = "give each policy an id of its own, which is the path of its file",
            .notes = {{first.document->value_place("/id"), "first used here"}}},
           sink);
  }
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
      run_duplicate_id};
}

namespace {

using Keys = std::vector<std::string>;

void add_keys(const nlohmann::json& list, const FieldSpec& spec, Keys& keys) {
  for (const nlohmann::json& item : list) keys.emplace_back(text_at(item, spec.key));
}

/// What the references of a policy may name.
class Targets {
 public:
  explicit Targets(const CheckContext& context) : context_(context) {}

  /// Lists the ids of all policies, or the keys of a list of the policy or of what a field is in.
  const Keys& of(const FieldVisit& field) {
    const std::string& list = field.spec.refers;
    if (list == "policies") return context_.policy_ids;
    if (!field.spec.refers_around()) return of_policy(list);
    around_ = around(field);
    return around_;
  }

 private:
  const Keys& of_policy(const std::string& list) {
    const auto [entry, is_new] = lists_.try_emplace(list);
    if (is_new)
      add_keys(member_of(context_.policy.raw(), list),
               *context_.schema.root().member(list),
               entry->second);
    return entry->second;
  }

  /// Lists the keys of a list around a field; earlier terms take over those of the terms after them.
  Keys around(const FieldVisit& field) const {
    Keys keys;
    for (const std::string& path : {field.spec.refers, "../" + field.spec.refers}) {
      const auto list = find_beside(field, path);
      const FieldSpec* spec = list ? find_field(context_.schema.root(), list->pointer()) : nullptr;
      if (spec != nullptr && spec->is_keyed_list()) add_keys(list->value, *spec, keys);
    }
    return keys;
  }

  const CheckContext& context_;
  std::map<std::string, Keys> lists_;
  Keys around_;
};

/// A list of more entries is no help.
constexpr std::size_t kMostNamed = 12;

std::string unknown_help(const std::string& list,
                         std::string_view name,
                         const std::vector<std::string>& known) {
  if (const auto twin = nearest(name, known)) return fmt::format("did you mean {}?", quoted(*twin));
  if (known.empty()) return fmt::format("add an entry with this id to `{}`", list);
  if (known.size() > kMostNamed)
    return fmt::format("name one of its {} entries, or add one", known.size());
  return fmt::format("name one of {}, or add an entry", quoted_list(known));
}

void run_unknown_reference(const CheckContext& context,
                           const CheckInfo& info,
                           DiagnosticSink& sink) {
  Targets targets(context);
  for_each_field(context, [&](const FieldVisit& field) {
    if (field.spec.refers.empty()) return;
    const Keys& known = targets.of(field);
    const std::string list = field.spec.refers.substr(field.spec.refers.rfind('/') + 1);
    const auto check = [&](std::string_view name, const auto& pointer) {
      const bool is_there = &known == &context.policy_ids
                                ? context.knows(name)
                                : std::ranges::find(known, name) != known.end();
      if (is_there) return;
      report(context,
             info,
             {.pointer = pointer(),
              .message = fmt::format("`{}` has no entry {}", list, quoted(name)),
              .help = unknown_help(list, name, known)},
             sink);
    };
    const WordList names(&field.value);
    for (std::size_t i = 0; i < names.size(); ++i)
      check(names[i], [&] { return pointer_join(field.pointer(), i); });
    if (field.value.is_string() && field.value != field.spec.most)
      check(text_or_empty(&field.value), [&] { return field.pointer(); });
  });
}

}  // namespace

Check check_unknown_reference() {
  return {{"unknown-reference",
           Severity::kError,
           "A field names a plan, zone, source or policy that does not exist.",
           "A rule for a plan that is not there applies to nobody, and evidence without its source "
           "cannot be looked up.",
           "plans:\n  - {id: max, name: {en: Max}}\ntethering:\n  - plans: [maxx]\n",
           "plans:\n  - {id: max, name: {en: Max}}\ntethering:\n  - plans: [max]\n"},
          run_unknown_reference};
}

namespace {

void run_unused_source(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink) {
  std::set<std::string_view> used;
  for_each_field(context, [&](const FieldVisit& field) {
    if (field.spec.refers == "sources") used.insert(text_or_empty(&field.value));
  });
  const ListOf<Source> sources = context.policy.sources();
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (used.contains(sources[i].id())) continue;
    report(context,
           info,
           {.pointer = pointer_join(pointer_join("/sources", i), "id"),
            .message = fmt::format("no evidence names the source {}", quoted(sources[i].id())),
            .help = "cite it where it supports or contradicts a rule, or remove it"},
           sink);
  }
}

}  // namespace

Check check_unused_source() {
  return {{"unused-source",
           Severity::kError,
           "A source is named by no evidence.",
           "A source that supports nothing looks like support for everything.",
           "sources:\n  - {id: faq, tier: official}\n  - {id: press-2024, tier: press}\n",
           "sources:\n  - {id: faq, tier: official}\n"},
          run_unused_source};
}

namespace {

using nlohmann::json;

/// Returns what the schema gives as examples of the address of a source.
const json& example_addresses(const json& schema) {
  static const json kNone = json::array();
  const json* items = find_value(schema, "/properties/sources/items");
  const json* address =
      items == nullptr ? nullptr : find_value(resolve(schema, *items), "/properties/url");
  const json* examples =
      address == nullptr ? nullptr : find_value(resolve(schema, *address), "/examples");
  return examples == nullptr ? kNone : *examples;
}

void run_example_address(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink) {
  const WordList examples(&example_addresses(context.schema.schema().value()));
  const ListOf<Source> sources = context.policy.sources();
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const std::string_view url = sources[i].url();
    if (!examples.contains(url)) continue;
    report(
        context,
        info,
        {.pointer = pointer_join(pointer_join("/sources", i), "url"),
         .message =
             fmt::format("{} is the example of the schema and no page that was read", quoted(url)),
         .help = "write the address of the page that was read, and what it says where it is cited"},
        sink);
  }
}

}  // namespace

Check check_example_address() {
  return {{"example-address",
           Severity::kWarning,
           "The address of a source is the one that a new policy begins with.",
           "What nobody has read would be published as if a page said it.",
           "sources:\n  - {id: faq, url: \"https://example.com/page\"}\n",
           "sources:\n  - {id: faq, url: \"https://example.com/terms\"}\n"},
          run_example_address};
}

}  // namespace simrules
