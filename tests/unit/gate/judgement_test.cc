#include "gate/judgement.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "diff/compare/policy_diff.h"
#include "document/yaml_reader.h"
#include "gate/levels.h"
#include "support/diff_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

/// A policy as a file has it: findings have places only there.
Policy read_policy(const json& value) {
  DiagnosticList nothing;
  auto document = read_yaml("policies/jp/brand.yaml", value.dump(1), {}, nothing);
  Policy policy = policy_of(value);
  policy.path = "policies/jp/brand.yaml";
  policy.document = std::make_shared<const Document>(std::move(document.value()));
  return policy;
}

/// One comparison with all that the checks look at.
struct Pair {
  Catalog base;
  Catalog head;
  std::vector<Change> changes;

  GateInput input() const {
    return {base, head, policy_schema(), policy_schema(), changes, "git:main", "main:", "policies"};
  }
};

Pair pair_of(Policy base, Policy head) {
  std::vector<Change> changes = diff(base, policy_spec(), head, policy_spec()).changes;
  return {Catalog({std::move(base)}), Catalog({std::move(head)}), std::move(changes)};
}

std::vector<std::string> told(const std::vector<GateDiagnostic>& findings) {
  std::vector<std::string> lines;
  for (const GateDiagnostic& finding : findings) {
    lines.push_back(finding.diagnostic.check + " " + finding.diagnostic.pointer);
  }
  return lines;
}

/// Shape: `base` and `head` are JSON Patches, one on the sample policy and one on the base.
struct GateCase {
  const char* name;
  const char* base;
  const char* head;
  std::vector<std::string> expected;
};

void expect_told(const std::vector<GateCase>& cases) {
  for (const GateCase& c : cases) {
    const json base = sample_policy().patch(json::parse(c.base));
    const json head = base.patch(json::parse(c.head));
    // A dataset has no lines; what is found must not depend on that.
    for (const bool is_dataset : {false, true}) {
      const Pair pair =
          pair_of(is_dataset ? policy_of(base) : read_policy(base), read_policy(head));
      EXPECT_EQ(told(check_changes(pair.input())), c.expected) << c.name << is_dataset;
    }
  }
}

constexpr const char* kNarrowed =
    R"({"op": "replace", "path": "/transfer/0/recipients", "value": "own_lines"})";

constexpr const char* kRead =
    R"({"op": "replace", "path": "/sources/0/accessed", "value": "2026-11-02"})";

std::string narrowed_with(const std::string& revision, const std::string& more = "") {
  return std::string("[") + kNarrowed + ", " + kRead +
         R"(, {"op": "replace", "path": "/transfer/0/revision", "value": )" + revision + "}" +
         more + "]";
}

TEST(Gate, AsksARuleForItsRevision) {
  const std::vector<std::string> asked = {"change-without-revision /transfer/0/revision"};
  const std::vector<std::string> by_cause = {"change-without-revision /transfer/0/revision/cause"};
  const std::string narrowed = std::string("[") + kNarrowed + "]";
  const std::string back = narrowed_with(R"({"date": "2026-10-31", "cause": "correction"})");
  const std::string initial = narrowed_with(R"({"date": "2026-11-02", "cause": "initial"})");
  const std::string again = narrowed_with(R"({"date": "2026-11-02", "cause": "reverified"})");
  expect_told({
      {"nothing changed", "[]", "[]", {}},
      {"the same day", "[]", narrowed.c_str(), asked},
      {"an earlier day", "[]", back.c_str(), asked},
      {"a cause for new rules", "[]", initial.c_str(), by_cause},
      {"a cause that denies the change", "[]", again.c_str(), by_cause},
      {"a neutral change of substance is one, too",
       "[]",
       R"([{"op": "add", "path": "/roaming/0/effective/announced", "value": "2024-09"}])",
       {"change-without-revision /roaming/0/revision"}},
      {"evidence and wording are not",
       "[]",
       R"([{"op": "replace", "path": "/transfer/0/name/en", "value": "Gift"},
           {"op": "replace", "path": "/sources/0/accessed", "value": "2026-12-01"}])",
       {}},
      {"a plan whose value the rule stands for",
       "[]",
       R"([{"op": "replace", "path": "/plans/0/allowance/amount/value", "value": 10}])",
       {"change-without-revision /plans/0/revision"}},
  });
}

TEST(Gate, AsksAMovedRevisionForItsReasons) {
  const auto revision = [](const char* cause, bool has_note) {
    return std::string(R"({"date": "2026-11-02", "cause": ")") + cause + "\"" +
           (has_note ? R"(, "note": {"en": "Why."}})" : "}");
  };
  const std::string no_note = narrowed_with(revision("clarification", false));
  const std::string wrong = narrowed_with(revision("correction", false));
  const std::string undated = narrowed_with(revision("carrier_change", true));
  const std::string dated =
      narrowed_with(revision("carrier_change", true),
                    R"(, {"op": "add", "path": "/transfer/0/since", "value": "2026-11-02"},
          {"op": "add", "path": "/transfer/0/previously",
           "value": [{"until": "2026-11-01", "recipients": "family_group"}]})");
  const std::string by_the_rule = narrowed_with(
      revision("carrier_change", true),
      R"(, {"op": "add", "path": "/transfer/0/effective", "value": {"from": "2026"}})");
  const std::string unread =
      narrowed_with(revision("correction", true),
                    R"(, {"op": "replace", "path": "/sources/0/accessed", "value": "2026-10-31"})");
  const std::string same_day =
      narrowed_with(revision("correction", true),
                    R"(, {"op": "replace", "path": "/sources/0/accessed", "value": "2026-11-01"})");
  const std::string misread =
      narrowed_with(revision("correction", true),
                    R"(, {"op": "replace", "path": "/sources/0/accessed", "value": "2026-11-01"},
          {"op": "replace", "path": "/transfer/0/evidence/0/claim/en", "value": "Own lines."})");
  const std::string nothing_read = narrowed_with(
      revision("carrier_change", false), R"(, {"op": "remove", "path": "/transfer/0/evidence"})");
  expect_told({
      {"no note", "[]", no_note.c_str(), {"change-without-note /transfer/0/revision"}},
      {"a correction", "[]", wrong.c_str(), {"correction-without-note /transfer/0/revision"}},
      {"no day", "[]", undated.c_str(), {"carrier-change-without-date /transfer/0/revision/cause"}},
      {"a day of the product and not of its terms",
       "[]",
       by_the_rule.c_str(),
       {"carrier-change-without-date /transfer/0/revision/cause"}},
      {"all that it takes", "[]", dated.c_str(), {}},
      {"older evidence",
       "[]",
       unread.c_str(),
       {"change-without-new-evidence /transfer/0/evidence"}},
      {"nothing at all",
       "[]",
       nothing_read.c_str(),
       {"change-without-note /transfer/0/revision",
        "change-without-new-evidence /transfer/0/evidence",
        "carrier-change-without-date /transfer/0/revision/cause",
        "evidence-gone /transfer/0/evidence"}},
      {"nothing read again",
       "[]",
       same_day.c_str(),
       {"change-without-new-evidence /transfer/0/evidence"}},
      {"a claim that was misread", "[]", misread.c_str(), {}},
      {"what becomes known needs no note",
       R"([{"op": "replace", "path": "/transfer/0/recipients", "value": "unknown"}])",
       R"([{"op": "replace", "path": "/transfer/0/recipients", "value": "anyone"},
           {"op": "replace", "path": "/transfer/0/revision",
            "value": {"date": "2026-11-02", "cause": "clarification"}}])",
       {}},
  });
}

TEST(Gate, RefusesARevisionThatMovedAlone) {
  const char* moved = R"([{"op": "replace", "path": "/transfer/0/revision",
                           "value": {"date": "2026-11-02", "cause": "reverified"}}])";
  const char* read_again = R"([{"op": "replace", "path": "/transfer/0/revision",
                                "value": {"date": "2026-11-02", "cause": "reverified"}},
                               {"op": "add", "path": "/transfer/0/seen", "value": "2026-11-01"},
                               {"op": "replace", "path": "/sources/0/accessed",
                                "value": "2026-11-02"}])";
  const char* clarified = R"([{"op": "replace", "path": "/transfer/0/revision",
                               "value": {"date": "2026-11-02", "cause": "clarification"}},
                              {"op": "replace", "path": "/sources/0/accessed",
                               "value": "2026-11-02"}])";
  expect_told({
      {"nothing read", "[]", moved, {"revision-without-change /transfer/0/revision"}},
      {"read again", "[]", read_again, {}},
      {"not by another cause", "[]", clarified, {"revision-without-change /transfer/0/revision"}},
      {"a note alone is wording",
       "[]",
       R"([{"op": "add", "path": "/transfer/0/revision/note", "value": {"en": "First seen."}}])",
       {}},
  });
}

TEST(Gate, AsksAPolicyForTheReasonsOfItsOwnFields) {
  const auto closed = [](const std::string& more) {
    return R"([{"op": "replace", "path": "/lifecycle", "value": "closed_to_new"})" + more + "]";
  };
  const std::string bare = closed("");
  const std::string why = closed(R"(, {"op": "add", "path": "/revision",
      "value": {"date": "2026-11-02", "cause": "carrier_change", "note": {"en": "It closed."}}})");
  const std::string read = why.substr(0, why.size() - 1) + ", " + kRead + "]";
  expect_told({
      {"nothing", "[]", bare.c_str(), {"change-without-revision /lifecycle"}},
      {"nothing read", "[]", why.c_str(), {"change-without-new-evidence /sources"}},
      {"all that it takes", "[]", read.c_str(), {}},
      {"a revision alone",
       "[]",
       R"([{"op": "add", "path": "/revision", "value": {"date": "2026-11-02", "cause": "correction"}}])",
       {"revision-without-change /revision"}},
      {"a plan that goes",
       R"([{"op": "add", "path": "/plans/-", "value": {"id": "old", "name": {"en": "Old"}}}])",
       R"([{"op": "remove", "path": "/plans/2"}])",
       {"change-without-revision /plans"}},
  });
}

TEST(Gate, TakesASecondEditOfADayByItsNote) {
  const auto noted = [](const char* note) {
    return narrowed_with(R"({"date": "2026-11-01", "cause": "correction", "note": {"en": ")" +
                         std::string(note) + R"("}})");
  };
  const std::string other = noted("It is for own lines.");
  const std::string same = noted("Why.");
  const char* morning = R"([{"op": "replace", "path": "/transfer/0/revision",
      "value": {"date": "2026-11-01", "cause": "correction", "note": {"en": "Why."}}}])";
  expect_told({
      {"another note", morning, other.c_str(), {}},
      {"the same note", morning, same.c_str(), {"change-without-revision /transfer/0/revision"}},
  });
}

TEST(Gate, AsksForATombstone) {
  const char* gone = R"([{"op": "add", "path": "/transfer/-", "value": {"id": "gone"}}])";
  const char* removed = R"({"op": "remove", "path": "/transfer/1"})";
  const std::string bare = std::string("[") + removed + "]";
  const auto retired = [&](const std::string& members) {
    return std::string("[") + removed + R"(, {"op": "add", "path": "/retired", "value": [)" +
           R"({"id": "transfer/gone", "date": "2026-11-02")" + members + "}]}]";
  };
  const std::string unexplained = retired("");
  const std::string explained = retired(
      R"(, "note": {"en": "It ended."}, "evidence": [{"source": "page", "stance": "supports"}])");
  const std::string moved =
      retired(R"(, "moved_to": "jp/brand#transfer/data-gift", "note": {"en": "It moved."})");
  expect_told({
      {"unlisted", gone, bare.c_str(), {"rule-gone /transfer"}},
      {"unexplained",
       gone,
       unexplained.c_str(),
       {"change-without-note /retired/0", "change-without-new-evidence /retired/0"}},
      {"explained", gone, explained.c_str(), {}},
      {"on the evidence of its successor", gone, moved.c_str(), {}},
  });
}

TEST(Gate, FollowsARuleToItsNewId) {
  const std::string renamed = R"({"op": "replace", "path": "/transfer/0/id", "value": "gift"})";
  const std::string declared =
      R"({"op": "add", "path": "/retired", "value": [{"id": "transfer/data-gift",
          "date": "2026-11-02", "moved_to": "jp/brand#transfer/gift"}]})";
  const std::string alone = "[" + renamed + "]";
  const std::string both = "[" + renamed + ", " + declared + "]";
  const std::string more = "[" + renamed + ", " + declared + ", " + kNarrowed + "]";
  expect_told({
      {"undeclared", "[]", alone.c_str(), {"rule-gone /transfer"}},
      {"declared", "[]", both.c_str(), {}},
      {"and changed", "[]", more.c_str(), {"change-without-revision /transfer/0/revision"}},
  });
}

TEST(Gate, AsksWhatIsNewForNoMoreThanItClaims) {
  const Policy head = read_policy(sample_policy());
  const Pair pair{{}, Catalog({head}), {}};
  EXPECT_TRUE(check_changes(pair.input()).empty());
  const Pair gone{Catalog({head}), {}, {}};
  const auto findings = check_changes(gone.input());
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].diagnostic.check, "policy-gone");
  EXPECT_EQ(findings[0].diagnostic.place.path, "policies/jp/brand.yaml");
}

TEST(Gate, QuotesTheBasesLineOrItsValue) {
  const json base = sample_policy();
  const json head = base.patch(json::parse(std::string("[") + kNarrowed + "]"));
  const Pair files = pair_of(read_policy(base), read_policy(head));
  const auto by_line = check_changes(files.input());
  ASSERT_EQ(by_line.at(0).diagnostic.notes.size(), 2U);
  const Note& note = by_line[0].diagnostic.notes[0];
  EXPECT_EQ(note.place.path, "main:policies/jp/brand.yaml");
  EXPECT_EQ(note.message, R"(`git:main` has `"recipients": "family_group",`)");
  EXPECT_GT(note.place.line, 1);
  const Pair dataset = pair_of(policy_of(base), read_policy(head));
  const Note by_value = check_changes(dataset.input()).at(0).diagnostic.notes.at(0);
  EXPECT_EQ(by_value.place.path, "");
  EXPECT_EQ(by_value.message, R"(`git:main` has `"family_group"`)");
}

/// Reports with the levels of a file and returns the severities.
std::vector<std::string> levelled(const Pair& pair, const json& levels) {
  DiagnosticList found;
  report_levelled(check_changes(pair.input()), read_levels({{"levels", levels}}), found);
  std::vector<std::string> severities;
  for (const Diagnostic& each : found.sorted()) severities.push_back(to_string(each.severity));
  return severities;
}

TEST(Gate, GivesFindingsTheLevelOfTheLastEntryThatFits) {
  const json base = sample_policy();
  const json head = base.patch(json::parse(std::string("[") + kNarrowed + "]"));
  const Pair pair = pair_of(read_policy(base), read_policy(head));
  const json check = {{"check", "change-without-revision"}, {"level", "warning"}};
  const auto with = [&](const char* selector, const std::string& value, const char* level) {
    json entry = check;
    entry[selector] = value;
    entry["level"] = level;
    return entry;
  };
  const std::vector<std::string> error = {"error"};
  const std::vector<std::string> warning = {"warning"};
  const std::vector<std::string> none;
  EXPECT_EQ(levelled(pair, json::array()), error);
  EXPECT_EQ(levelled(pair, json::array({check})), warning);
  EXPECT_EQ(levelled(pair, json::array({with("policy", "jp/brand", "ignore")})), none);
  EXPECT_EQ(levelled(pair, json::array({with("policy", "jp/other", "ignore")})), error);
  EXPECT_EQ(levelled(pair, json::array({with("rule", "transfer/data-gift", "ignore")})), none);
  EXPECT_EQ(levelled(pair, json::array({with("rule", "data-gift", "ignore")})), error);
  const std::string id = pair.changes.at(0).id;
  EXPECT_EQ(levelled(pair, json::array({with("change", id, "ignore")})), none);
  const std::string print = pair.changes.at(0).fingerprint;
  EXPECT_EQ(levelled(pair, json::array({with("fingerprint", print, "ignore")})), none);
  EXPECT_EQ(levelled(pair, json::array({with("policy", "jp/brand", "ignore"), check})), warning);
}

}  // namespace
}  // namespace simrules
