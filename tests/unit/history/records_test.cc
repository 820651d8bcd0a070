#include "history/records.h"

#include "support/release_fixture.h"

namespace simrules::test {
namespace {

using nlohmann::json;
using Lines = std::vector<std::string>;

DataState state_of(const std::string& version,
                   const std::string& released,
                   const std::vector<json>& policies) {
  static const auto kSchema = std::make_shared<const PolicySchema>(repository_policy_schema());
  return {{OriginKind::kRelease, version, version, std::string(64, 'a')},
          released,
          catalog_of(policies),
          kSchema,
          kSchema};
}

json& gift_of(json& policy) { return policy["transfer"][0]; }

json revision(const std::string& date, const std::string& cause) {
  return {{"date", date}, {"cause", cause}};
}

std::string name_text(const std::optional<RuleName>& name) {
  if (!name) return "-";
  return to_string(*name);
}

Lines names_of(const Trail& trail) {
  Lines lines;
  for (const auto& name : trail) lines.push_back(name_text(name));
  return lines;
}

Lines records_of(const DataStates& states, const Trail& trail) {
  Lines lines;
  for (const HistoryRecord& record : list_records(states, trail)) {
    std::string line = states[record.state].origin.version + ' ' + to_string(record.kind);
    for (const Change& change : record.changes) line += ' ' + change.id;
    lines.push_back(std::move(line));
  }
  return lines;
}

Lines events_of(const DataStates& states, const Trail& trail) {
  Lines lines;
  for (const DatedEvent& event : list_events(states, trail)) {
    std::string line = to_string(event.date) + ' ' + event.item.id + ' ' + event.event + " by " +
                       states[event.state].origin.version + (event.is_ahead ? " ahead" : "");
    for (const Change& change : event.changes) line += ' ' + change.id;
    lines.push_back(std::move(line));
  }
  return lines;
}

/// Three releases: the gift gets another id and its policy another one, and then it moves into
/// another policy.
DataStates moving_states() {
  json first = sample_policy("jp/old");
  json second = sample_policy("jp/new");
  second["formerly"] = json::array({"jp/old"});
  gift_of(second)["id"] = "present";
  second["retired"] = json::array({{{"id", "transfer/data-gift"},
                                    {"date", "2026-11-23"},
                                    {"moved_to", "jp/new#transfer/present"}}});
  json third = second;
  third["transfer"] = json::array();
  third["retired"].push_back({{"id", "transfer/present"},
                              {"date", "2026-11-24"},
                              {"moved_to", "jp/other#transfer/data-gift"}});
  const json other = sample_policy("jp/other");
  json without = other;
  without["transfer"] = json::array();
  return {state_of("1.0.0", "2026-11-22", {first, without}),
          state_of("1.1.0", "2026-11-23", {second, without}),
          state_of("1.2.0", "2026-11-24", {third, other})};
}

TEST(HistoryTrail, follows_a_policy_by_each_of_its_ids) {
  const DataStates states = moving_states();
  const Lines ids = {"jp/old", "jp/new", "jp/new"};
  EXPECT_EQ(names_of(*follow_policy(states, "jp/old")), ids);
  EXPECT_EQ(names_of(*follow_policy(states, "jp/new")), ids);
  EXPECT_FALSE(follow_policy(states, "jp/none"));
}

TEST(HistoryTrail, follows_a_rule_over_ids_and_policies) {
  const DataStates states = moving_states();
  const Lines ids = {
      "jp/old#transfer/data-gift", "jp/new#transfer/present", "jp/other#transfer/data-gift"};
  for (const RuleName& name : {RuleName{"jp/old", "transfer", "data-gift"},
                               RuleName{"jp/new", "transfer", "present"},
                               RuleName{"jp/other", "transfer", "data-gift"}}) {
    EXPECT_EQ(names_of(follow_rule(states, name)), ids) << name.policy;
  }
}

TEST(HistoryTrail, finds_rules_by_id_and_by_topic) {
  const DataStates states = moving_states();
  const Trail policy = *follow_policy(states, "jp/new");
  EXPECT_EQ(find_rules(states, policy, "present"),
            (std::vector<RuleName>{{"jp/new", "transfer", "present"}}));
  EXPECT_EQ(find_rules(states, policy, "transfer/data-gift"),
            (std::vector<RuleName>{{"jp/old", "transfer", "data-gift"}}));
  EXPECT_TRUE(find_rules(states, policy, "roaming/present").empty());
}

TEST(HistoryTrail, what_was_away_comes_back) {
  const json policy = sample_policy("jp/one");
  const json other = sample_policy("jp/two");
  const DataStates states = {state_of("1.0.0", "2026-11-22", {policy, other}),
                             state_of("2.0.0", "2026-11-23", {other}),
                             state_of("2.1.0", "2026-11-24", {policy, other})};
  const Trail trail = *follow_policy(states, "jp/one");
  EXPECT_EQ(names_of(trail), (Lines{"jp/one", "-", "jp/one"}));
  EXPECT_EQ(records_of(states, trail),
            (Lines{"1.0.0 first_recorded policy-introduced roaming-rule-introduced "
                   "tethering-rule-introduced "
                   "transfer-rule-introduced",
                   "2.0.0 removed policy-removed roaming-rule-removed tethering-rule-removed "
                   "transfer-rule-removed",
                   "2.1.0 recorded_again policy-introduced roaming-rule-introduced "
                   "tethering-rule-introduced "
                   "transfer-rule-introduced"}));
}

TEST(HistoryRecords, a_rule_that_moved_tells_what_differs_beside_its_id) {
  DataStates states = moving_states();
  const Trail trail = follow_rule(states, {"jp/new", "transfer", "present"});
  EXPECT_EQ(records_of(states, trail),
            (Lines{"1.0.0 first_recorded transfer-rule-introduced", "1.1.0 moved", "1.2.0 moved"}));
  json changed = states[2].catalog.find("jp/other")->raw();
  gift_of(changed)["recipients"] = "anyone";
  states[2] = state_of(
      "1.2.0", "2026-11-24", {states[2].catalog.find("jp/new")->raw(), std::move(changed)});
  EXPECT_EQ(records_of(states, trail).back(), "1.2.0 moved transfer-recipients-widened");
}

TEST(HistoryRecords, a_release_that_says_the_same_is_left_out) {
  const json policy = sample_policy("jp/one");
  json changed = policy;
  gift_of(changed)["recipients"] = "anyone";
  const DataStates states = {state_of("1.0.0", "2026-11-22", {policy}),
                             state_of("1.0.1", "2026-11-23", {policy}),
                             state_of("1.1.0", "2026-11-24", {changed})};
  EXPECT_EQ(records_of(states, *follow_policy(states, "jp/one")),
            (Lines{"1.0.0 first_recorded policy-introduced roaming-rule-introduced "
                   "tethering-rule-introduced "
                   "transfer-rule-introduced",
                   "1.1.0 changed transfer-recipients-widened"}));
  const Trail hotspot = follow_rule(states, {"jp/one", "tethering", "hotspot"});
  EXPECT_EQ(records_of(states, hotspot), (Lines{"1.0.0 first_recorded tethering-rule-introduced"}));
}

TEST(HistoryRecords, a_rule_is_retired_or_removed) {
  const json policy = sample_policy("jp/one");
  json removed = policy;
  removed["transfer"] = json::array();
  json retired = removed;
  retired["retired"] = json::array({{{"id", "transfer/data-gift"}, {"date", "2026-11-23"}}});
  const auto last = [&](const json& after) {
    const DataStates states = {state_of("1.0.0", "2026-11-22", {policy}),
                               state_of("2.0.0", "2026-11-23", {after})};
    return records_of(states, follow_rule(states, {"jp/one", "transfer", "data-gift"})).back();
  };
  EXPECT_EQ(last(removed), "2.0.0 removed transfer-rule-removed");
  EXPECT_EQ(last(retired), "2.0.0 retired transfer-rule-removed");
}

TEST(HistoryRecords, what_is_not_released_stands_apart) {
  json changed = sample_policy("jp/one");
  gift_of(changed)["recipients"] = "anyone";
  DataStates states = {state_of("1.0.0", "2026-11-22", {sample_policy("jp/one")}),
                       state_of("", "", {changed})};
  const History history = tell_history(states, *follow_policy(states, "jp/one"));
  EXPECT_EQ(history.records.size(), 1U);
  ASSERT_TRUE(history.unreleased);
  EXPECT_EQ(history.unreleased->kind, RecordKind::kChanged);
  states.pop_back();
  EXPECT_FALSE(tell_history(states, *follow_policy(states, "jp/one")).unreleased);
}

/// A release of a gift with dates, and one in which they are others for a cause.
struct Redated {
  const char* name;
  json before;
  json after;
  const char* cause;
  Lines expected;
};

class HistoryEvents : public ::testing::TestWithParam<Redated> {};

TEST_P(HistoryEvents, stand_until_the_carrier_or_we_say_otherwise) {
  const Redated& row = GetParam();
  json first = sample_policy("jp/one");
  gift_of(first)["effective"] = row.before;
  json second = first;
  gift_of(second)["effective"] = row.after;
  if (*row.cause != '\0') gift_of(second)["revision"] = revision("2026-11-30", row.cause);
  const DataStates states = {state_of("1.0.0", "2026-11-22", {first}),
                             state_of("1.1.0", "2026-11-30", {second})};
  EXPECT_EQ(events_of(states, *follow_policy(states, "jp/one")), row.expected);
}

const char* const kIntroduced = " transfer-rule-introduced";

INSTANTIATE_TEST_SUITE_P(
    Dates,
    HistoryEvents,
    ::testing::Values(
        Redated{"same",
                {{"from", "2024-10"}},
                {{"from", "2024-10"}},
                "",
                {std::string("2024-10 data-gift from by 1.1.0") + kIntroduced}},
        Redated{"replaced",
                {{"from", "2024-10"}},
                {{"from", "2026-11-30"}},
                "carrier_change",
                {std::string("2024-10 data-gift from by 1.0.0") + kIntroduced,
                 "2026-11-30 data-gift from by 1.1.0"}},
        Redated{"corrected",
                {{"from", "2024-10"}},
                {{"from", "2024-11"}},
                "correction",
                {std::string("2024-11 data-gift from by 1.1.0") + kIntroduced}},
        Redated{"postponed",
                {{"from", "2026-12-24"}},
                {{"from", "2027"}},
                "carrier_change",
                {std::string("2027 data-gift from by 1.1.0 ahead") + kIntroduced}},
        Redated{"earlier without a word",
                {{"from", "2024-10"}},
                {{"from", "2024-09"}},
                "",
                {std::string("2024-09 data-gift from by 1.1.0") + kIntroduced}},
        Redated{"later without a word",
                {{"from", "2024-10"}},
                {{"from", "2024-11"}},
                "",
                {std::string("2024-10 data-gift from by 1.0.0") + kIntroduced,
                 "2024-11 data-gift from by 1.1.0"}},
        Redated{"all kinds",
                {{"announced", "2024"}},
                {{"announced", "2024"}, {"until", "2026-10-31"}, {"until_not_before", "2027-03"}},
                "clarification",
                {"2024 data-gift announced by 1.1.0",
                 "2026-10-31 data-gift until by 1.1.0 transfer-rule-removed",
                 "2027-03 data-gift until_not_before by 1.1.0 ahead"}}),
    [](const auto& row) {
      std::string name = row.param.name;
      for (char& c : name) c = c == ' ' ? '_' : c;
      return name;
    });

TEST(HistoryEventsOfParts, end_plans_zones_and_waivers) {
  json policy = sample_policy("jp/one");
  policy["plans"] =
      json::array({{{"id", "max"}, {"name", {{"en", "Max"}}}, {"effective", {{"from", "2025"}}}}});
  gift_of(policy)["since"] = "2020";
  gift_of(policy)["fees"] = json::array(
      {{{"id", "gift"},
        {"charge", "gift"},
        {"price", 100},
        {"currency", "JPY"},
        {"tax", "included"},
        {"waiver",
         {{"kind", "campaign"}, {"price", 0}, {"end", "dated"}, {"until", "2026-02-28"}}}}});
  const DataStates states = {state_of("1.0.0", "2026-11-22", {policy})};
  EXPECT_EQ(events_of(states, *follow_policy(states, "jp/one")),
            (Lines{"2020 data-gift since by 1.0.0 transfer-conditions-clarified "
                   "transfer-fees-clarified transfer-recipients-clarified "
                   "transfer-verdict-clarified",
                   "2025 max from by 1.0.0 policy-plans-introduced",
                   "2026-02-28 data-gift until by 1.0.0 transfer-waiver-removed"}));
  const Trail gift = follow_rule(states, {"jp/one", "transfer", "data-gift"});
  ASSERT_EQ(list_events(states, gift).size(), 2U);
  EXPECT_EQ(list_events(states, gift)[1].place.pointer,
            "/transfer/data-gift/fees/gift/waiver/until");
}

TEST(HistoryEventsOfParts, of_a_rule_that_moved_are_told_once) {
  json first = sample_policy("jp/one");
  gift_of(first)["effective"] = {{"from", "2024-10"}};
  json second = first;
  gift_of(second)["id"] = "present";
  second["retired"] = json::array({{{"id", "transfer/data-gift"},
                                    {"date", "2026-11-23"},
                                    {"moved_to", "jp/one#transfer/present"}}});
  const DataStates states = {state_of("1.0.0", "2026-11-22", {first}),
                             state_of("1.1.0", "2026-11-23", {second})};
  const Lines once = {"2024-10 present from by 1.1.0 transfer-rule-introduced"};
  EXPECT_EQ(events_of(states, *follow_policy(states, "jp/one")), once);
  EXPECT_EQ(events_of(states, follow_rule(states, {"jp/one", "transfer", "data-gift"})), once);
}

class HistoryStates : public ReleaseTest {
 protected:
  std::optional<DataStates> load(DiagnosticSink& sink) const {
    const auto words = std::make_shared<const PolicySchema>(repository_policy_schema());
    return load_states(reports(), repository_schemas(), words, sink);
  }
};

TEST_F(HistoryStates, are_read_oldest_first_and_shared_where_they_say_the_same) {
  release_two();
  DiagnosticList findings;
  const auto states = load(findings);
  ASSERT_TRUE(states) << messages_of(findings);
  ASSERT_EQ(states->size(), 2U);
  EXPECT_EQ(states->front().origin.version, "1.0.0");
  EXPECT_EQ(states->back().origin.version, "1.1.0");
  EXPECT_EQ(states->front().schema, states->back().schema);
  EXPECT_EQ(states->back().words, states->back().schema);
  std::size_t shared = 0;
  for (const Policy& policy : states->front().catalog.policies()) {
    const Policy* later = states->back().catalog.find(policy.id);
    if (later != nullptr && later->owner == policy.owner) ++shared;
  }
  EXPECT_EQ(shared, 1U);
}

TEST_F(HistoryStates, are_refused_where_a_release_is_damaged_or_none_is_there) {
  release_two();
  write_bytes(reports() + "/1.0.0/dataset.json",
              read_bytes(reports() + "/1.0.0/dataset.json") + " ");
  DiagnosticList findings;
  EXPECT_FALSE(load(findings));
  EXPECT_EQ(checks_of(findings), Lines{"release-digest-mismatch"});
  write_bytes(reports() + "/index.json", index_text({}));
  DiagnosticList empty;
  EXPECT_FALSE(load(empty));
  EXPECT_EQ(checks_of(empty), Lines{"index-missing"});
}

}  // namespace
}  // namespace simrules::test
