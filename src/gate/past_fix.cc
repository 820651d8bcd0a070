#include "gate/past_fix.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/member.h"
#include "base/pointer.h"
#include "document/yaml_writer.h"
#include "model/time/members.h"
#include "model/time/terms.h"
#include "model/time/timeline.h"

namespace simrules {
namespace {

using nlohmann::json;

/// Puts the key of an item before its other members, as people write them.
WrittenValue written(const json& value, const FieldSpec* spec, const std::string& key = "") {
  if (value.is_array()) {
    WrittenValue list = WrittenValue::array();
    const FieldSpec* items = spec == nullptr ? nullptr : spec->items.get();
    for (const json& item : value)
      list.push_back(written(item, items, spec == nullptr ? "" : spec->key));
    return list;
  }
  if (!value.is_object()) return value;
  WrittenValue object = WrittenValue::object();
  if (value.contains(key)) object[key] = nullptr;
  for (const auto& [name, member] : value.items())
    object[name] = written(member, spec == nullptr ? nullptr : spec->member(name));
  return object;
}

/// Returns the last day of terms by the first one of those after them, both as they are written.
std::string until_before(const Item& head) {
  const auto since = head.since();
  return since && since->day > 0 ? to_string(day_before(*since)) : std::string(head.since_text());
}

/// A rule, plan or zone on both sides, and the edits that it takes.
class PastFix {
 public:
  PastFix(const RuleCase& rule, const GateInput& input)
      : rule_(rule),
        list_(*input.head_schema.root().member(rule.name.topic)),
        entry_(*list_.items->member(member_name::kPreviously)->items),
        document_(*rule.head_policy->document),
        differing_(entry_of(whole_terms(*rule.base, *list_.items),
                            whole_terms(*rule.head, *list_.items),
                            *list_.items)) {}

  /// Returns the edits in order; nothing where a person has to say more.
  std::optional<Fix> fix() && {
    const bool is_entry = !differing_.empty();
    if (!is_entry) {
      keep_reading();
    } else if (has_own_day()) {
      add_entry();
      add_sources();
    }
    if (!members_.empty()) edits_.push_back(add_members(document_, rule_.head->pointer, members_));
    if (edits_.empty()) return std::nullopt;
    std::ranges::stable_sort(edits_, {}, [](const TextEdit& edit) { return edit.span.begin; });
    return Fix{is_entry ? "write into `previously` what held before"
                        : "write into `seen` when it was first read",
               std::move(edits_)};
  }

 private:
  TermsTime base_time() const { return timeline_of(*rule_.base, *rule_.base_policy).front(); }
  TermsTime head_time() const { return timeline_of(*rule_.head, *rule_.head_policy).front(); }

  /// Tells whether the head says since when its terms hold, and nothing yet of those before.
  bool has_own_day() const {
    const std::string_view since = rule_.head->since_text();
    const bool is_new = !rule_.head->since() || since != rule_.base->since_text();
    return !since.empty() && is_new &&
           rule_.head->previously().size() == rule_.base->previously().size();
  }

  /// Keeps the day on which terms were first read that were read again.
  void keep_reading() {
    const auto begins = first_day_known(*rule_.base, *rule_.base_policy);
    if (begins && !rule_.head->since()) set_seen(*begins);
  }

  void add_entry() {
    WrittenValue entry = {{member_name::kUntil, until_before(*rule_.head)}};
    const TermsTime time = base_time();
    if (rule_.base->since()) entry[member_name::kSince] = rule_.base->since_text();
    const auto begins = first_day_known(*rule_.base, *rule_.base_policy);
    if (!time.since && begins) entry[member_name::kSeen] = to_string(*begins);
    for (const auto& [name, value] : differing_.items())
      entry[name] = written(value, entry_.member(name));
    for (const char* name : {member_name::kReasons, member_name::kEvidence}) {
      const json* value = find_member(rule_.base->raw(), name);
      if (value != nullptr) entry[name] = written(*value, entry_.member(name));
    }
    const std::string list = pointer_join(rule_.head->pointer, member_name::kPreviously);
    if (document_.value.contains(json::json_pointer(list))) {
      edits_.push_back(add_first_item(document_, list, entry));
    } else {
      members_[member_name::kPreviously] = WrittenValue::array({std::move(entry)});
    }
    add_reading();
  }

  /// Says when the new terms were first read, where nothing else does.
  void add_reading() {
    const auto read = newest_reading_day(*rule_.head, *rule_.head_policy);
    const bool has_base_day =
        rule_.head->seen().has_value() && rule_.head->seen() == rule_.base->seen();
    if (read && (has_base_day || (!rule_.head->since() && head_time().begins != read)))
      set_seen(*read);
  }

  void set_seen(const PartialDate& day) {
    if (!rule_.head->seen()) {
      members_[member_name::kSeen] = to_string(day);
      return;
    }
    const std::string at = pointer_join(rule_.head->pointer, member_name::kSeen);
    edits_.push_back(document_.source.edit(document_.spans.at(at).value, to_string(day)));
  }

  /// Brings back the sources that the evidence of the base names.
  void add_sources() {
    for (const Evidence& each : rule_.base->evidence()) {
      const Source source = rule_.base_policy->find_source(each.source());
      if (!source || rule_.head_policy->find_source(each.source())) continue;
      edits_.push_back(add_last_item(document_, "/sources", written(source.raw(), nullptr, "id")));
    }
  }

  const RuleCase& rule_;
  const FieldSpec& list_;
  const FieldSpec& entry_;
  const Document& document_;
  json differing_;
  WrittenValue members_ = WrittenValue::object();
  std::vector<TextEdit> edits_;
};

}  // namespace

std::optional<Fix> past_fix(const RuleCase& rule, const GateInput& input) {
  if (!rule.base || !rule.head || rule.head_policy->document == nullptr) return std::nullopt;
  return PastFix(rule, input).fix();
}

}  // namespace simrules
