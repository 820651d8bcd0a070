#include "gate/words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr std::size_t kNamedChanges = 3;

/// In the order of Impact.
constexpr std::array<const char*, 8> kBecame = {"became more_restrictive",
                                                "changed for better and for worse",
                                                "became obscured",
                                                "became more_permissive",
                                                "became clarified",
                                                "changed",
                                                "changed",
                                                "changed"};

std::vector<std::string> distinct_ids(const std::vector<const Change*>& changes) {
  std::vector<std::string> ids;
  for (const Change* change : changes) {
    if (std::find(ids.begin(), ids.end(), change->id) == ids.end()) ids.push_back(change->id);
  }
  return ids;
}

std::string trimmed(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" -");
  if (begin == std::string_view::npos) return "";
  return std::string(line.substr(begin, line.find_last_not_of(' ') + 1 - begin));
}

/// Returns a line of a file as a place of no width; of a dataset, which has no lines, an empty one.
Place line_of(const Policy* policy, const std::optional<ChangePlace>& at) {
  Place place;
  if (policy == nullptr || policy->document == nullptr || !at || at->line == 0) return place;
  std::string_view text = policy->document->source.text();
  for (int line = 1; line < at->line; ++line) {
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  }
  place.path = at->path;
  place.line = place.end_line = at->line;
  place.column = place.end_column = at->column;
  place.source_line = text.substr(0, text.find('\n'));
  return place;
}

}  // namespace

std::string subject_words(const RuleName& name) {
  return name.is_policy() ? "the policy " + quoted(name.policy) : quoted(local_name(name));
}

std::string change_words(const RuleCase& rule) {
  std::vector<std::string> ids = distinct_ids(rule.changes);
  std::string more;
  if (ids.size() > kNamedChanges) {
    more = fmt::format(" and {} more", ids.size() - kNamedChanges);
    ids.resize(kNamedChanges);
  }
  std::string listed;
  for (const std::string& id : ids) listed += (listed.empty() ? "" : ", ") + quoted(id);
  return fmt::format("{} {} ({}{})",
                     subject_words(rule.name),
                     kBecame.at(static_cast<std::size_t>(rule.impact)),
                     listed,
                     more);
}

Note base_note(const GateInput& input, const Policy& base, const std::string& pointer) {
  if (base.document == nullptr) {
    const json::json_pointer at(pointer);
    const json value = base.raw().contains(at) ? base.raw().at(at) : json();
    return {{}, fmt::format("{} has {}", quoted(input.base_name), quoted(value.dump()))};
  }
  Place place = base.document->key_place(pointer);
  place.path.insert(0, input.base_prefix);
  std::string message =
      fmt::format("{} has {}", quoted(input.base_name), quoted(trimmed(place.source_line)));
  return {std::move(place), std::move(message)};
}

std::vector<Note> change_notes(const GateInput& input,
                               const RuleCase& rule,
                               const Place& reported) {
  std::vector<Note> notes;
  if (!rule.base || rule.changes.empty()) return notes;
  const Change& change = *rule.changes.front();
  Place base = line_of(rule.base_policy, change.base);
  const Place head = line_of(rule.head_policy, change.head);
  // What differs may stand below a line that does not, and a dataset has no lines.
  const bool by_line = !base.path.empty() && base.source_line != head.source_line;
  if (!change.before.is_null()) {
    const std::string before = by_line ? trimmed(base.source_line) : change.before.dump();
    if (!base.path.empty()) base.path.insert(0, input.base_prefix);
    notes.push_back({base, fmt::format("{} has {}", quoted(input.base_name), quoted(before))});
  }
  if (!change.after.is_null() && !head.path.empty() && head.line != reported.line) {
    const std::string after = by_line ? trimmed(head.source_line) : change.after.dump();
    notes.push_back({head, fmt::format("it has {} now", quoted(after))});
  }
  return notes;
}

}  // namespace simrules
