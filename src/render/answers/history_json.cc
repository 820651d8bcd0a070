#include "render/answers/history_json.h"

#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/pointer.h"
#include "release/contents/changes_json.h"
#include "release/contents/json_text.h"
#include "render/answers/history_names.h"
#include "render/changes/sections.h"
#include "wording/change.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The version of this output's shape.
constexpr int kHistoryVersion = 1;

json text_or_null(std::string_view text) { return text.empty() ? json() : json(text); }

json name_json(const std::optional<RuleName>& name) {
  if (!name) return {};
  return {{"policy", name->policy},
          {"topic", text_or_null(name->topic)},
          {"rule", text_or_null(name->id)}};
}

json sources_json(const std::vector<SourceLink>& sources) {
  json list = json::array();
  for (const SourceLink& source : sources) {
    list.push_back({{"source", source.id}, {"url", text_or_null(source.url)}});
  }
  return list;
}

/// What changes are put into words with, in every language.
struct Telling {
  const Catalog& base;
  const Catalog& head;
  const PolicySchema& schema;

  ChangeContext in(const std::string& language) const { return {base, head, schema, language}; }
};

json sentences_json(const Change& change, const Telling& telling) {
  json by_language = json::object();
  for (const std::string& language : telling.schema.languages()) {
    by_language[language] = change_sentence(change, telling.in(language));
  }
  return by_language;
}

/// Returns when and why the data was revised, where that is why it changed.
json revision_json(const Change& change, const Telling& telling) {
  const Revision revision = revision_of(change, telling.in("en"));
  const bool is_why =
      change.after.is_null() ? revision.cause().empty() : revision.cause() == change.cause;
  if (revision.raw().is_null() || !is_why) return {};
  return {{"date", revision.date()},
          {"cause", text_or_null(revision.cause())},
          {"note", revision.note().raw()}};
}

json told_change_json(const Change& change, const Telling& telling) {
  std::vector<SourceLink> sources;
  for (const std::string& source : change.evidence) {
    sources.push_back(source_link(change.policy, source, telling.in("en")));
  }
  json value = change_json(change);
  value["impact"] = to_string(change.impact);
  value["incomparable"] = change.incomparable;
  value["revision"] = revision_json(change, telling);
  value["sources"] = sources_json(sources);
  value["sentence"] = sentences_json(change, telling);
  return value;
}

json changes_json(const std::vector<Change>& changes, const Telling& telling) {
  json list = json::array();
  for (const Change& change : changes) list.push_back(told_change_json(change, telling));
  return list;
}

json event_json(const DatedEvent& event, const DataStates& states) {
  const DataState& state = states[event.state];
  const Item item = item_of(event, state);
  return {{"date", to_string(event.date)},
          {"event", event.event},
          {"pointer", event.place.pointer},
          {"policy", event.item.policy},
          {"section", event.item.topic},
          {"item", event.item.id},
          {"name", item.name().raw()},
          {"effective", item.effective().raw()},
          {"ahead", event.is_ahead},
          {"release", state.origin.version},
          {"sources", sources_json(sources_of(event, state))},
          {"changes", changes_json(event.changes, {event.base, event.head, *state.words})}};
}

/// Writes what is alike of a record that is released and one that is not.
json record_json(const HistoryRecord& record, const DataStates& states) {
  std::vector<Impact> impacts;
  for (const Change& change : record.changes) impacts.push_back(change.impact);
  return {{"kind", to_string(record.kind)},
          {"from", name_json(record.from)},
          {"to", name_json(record.to)},
          {"impact", impacts.empty() ? json() : json(to_string(roll_up(impacts)))},
          {"changes",
           changes_json(record.changes, {record.base, record.head, *states[record.state].words})}};
}

json released_json(const HistoryRecord& record, const DataStates& states) {
  json value = record_json(record, states);
  value["release"] = states[record.state].origin.version;
  value["released"] = states[record.state].released;
  return value;
}

json unreleased_json(const History& history, const DataStates& states) {
  if (!history.unreleased) return {};
  json value = record_json(*history.unreleased, states);
  value["folder"] = states.back().origin.name;
  value["sha256"] = states.back().origin.sha256;
  return value;
}

json releases_json(const DataStates& states) {
  json list = json::array();
  for (std::size_t i = 0; i < released_count(states); ++i) {
    list.push_back({{"version", states[i].origin.version},
                    {"released", states[i].released},
                    {"sha256", states[i].origin.sha256}});
  }
  return list;
}

}  // namespace

std::string history_as_json(const History& history, const DataStates& states) {
  const Policy* policy = newest_policy(history, states);
  const Rule* rule =
      policy == nullptr ? nullptr : find_rule(*policy, history.name.topic, history.name.id);
  json value = {{"$schema", "history.schema.json"},
                {"schema_version", kHistoryVersion},
                {"policy", history.name.policy},
                {"topic", text_or_null(history.name.topic)},
                {"rule", text_or_null(history.name.id)},
                {"name", policy == nullptr ? json() : member_of(policy->raw(), "name")},
                {"rule_name", rule == nullptr ? json() : member_of(rule->raw(), "name")},
                {"former", json::array()},
                {"releases", releases_json(states)},
                {"events", json::array()},
                {"records", json::array()},
                {"unreleased", unreleased_json(history, states)}};
  for (const RuleName& name : history.former) value["former"].push_back(name_json(name));
  for (const DatedEvent& event : history.events)
    value["events"].push_back(event_json(event, states));
  for (const HistoryRecord& record : history.records) {
    value["records"].push_back(released_json(record, states));
  }
  return json_text(value);
}

}  // namespace simrules
