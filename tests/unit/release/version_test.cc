#include "release/version.h"

#include "support/release_fixture.h"

namespace simrules::test {
namespace {

std::vector<Change> changes_of(Impact impact) {
  Change change;
  change.id = "transfer-recipients-widened";
  change.policy = "jp/one";
  change.pointer = "/transfer/data-gift/recipients";
  change.topic = "transfer";
  change.rule = "data-gift";
  change.impact = impact;
  return {change};
}

struct Row {
  const char* name;
  std::vector<Change> changes;
  VersionRequest request;
  Level level;
  std::optional<SemVer> next;
};

TEST(PlanVersion, follows_the_changes_and_grants_more) {
  const SemVer base{1, 2, 3};
  const VersionLevel kBroken{Level::kMajor, {"MAJOR: a field is gone"}};
  const VersionLevel kWidened{Level::kMinor, {"MINOR: a field is new"}};
  const std::vector<Row> rows = {
      {"first", {}, {.is_first = true}, Level::kMajor, SemVer{1, 0, 0}},
      {"first, asked for",
       {},
       {.is_first = true, .requested = SemVer{0, 1, 0}},
       Level::kMajor,
       SemVer{0, 1, 0}},
      {"nothing changed", {}, {.base = base}, Level::kNone, std::nullopt},
      {"nothing changed, asked for",
       {},
       {.base = base, .requested = SemVer{2, 0, 0}},
       Level::kNone,
       std::nullopt},
      {"wording", changes_of(Impact::kEditorial), {.base = base}, Level::kPatch, SemVer{1, 2, 4}},
      {"substance", changes_of(Impact::kMixed), {.base = base}, Level::kMinor, SemVer{1, 3, 0}},
      {"shape",
       changes_of(Impact::kEditorial),
       {.base = base, .shape = kBroken},
       Level::kMajor,
       SemVer{2, 0, 0}},
      {"a new field beside wording",
       changes_of(Impact::kEditorial),
       {.base = base, .shape = kWidened},
       Level::kMinor,
       SemVer{1, 3, 0}},
      {"a new field alone", {}, {.base = base, .shape = kWidened}, Level::kMinor, SemVer{1, 3, 0}},
      {"shape alone", {}, {.base = base, .shape = kBroken}, Level::kMajor, SemVer{2, 0, 0}},
      {"no version to follow", changes_of(Impact::kMixed), {}, Level::kMinor, std::nullopt},
      {"more asked for",
       changes_of(Impact::kMixed),
       {.base = base, .requested = SemVer{2, 0, 0}},
       Level::kMinor,
       SemVer{2, 0, 0}},
      {"the same asked for",
       changes_of(Impact::kMixed),
       {.base = base, .requested = SemVer{1, 3, 0}},
       Level::kMinor,
       SemVer{1, 3, 0}},
  };
  for (const Row& row : rows) {
    DiagnosticList findings;
    const auto plan = plan_version(row.changes, Catalog(), row.request, findings);
    ASSERT_TRUE(plan) << row.name;
    EXPECT_EQ(plan->level, row.level) << row.name;
    EXPECT_EQ(plan->next, row.next) << row.name;
    EXPECT_EQ(plan->reasons.empty(), row.level == Level::kNone) << row.name;
  }
}

TEST(PlanVersion, refuses_less_and_says_why) {
  DiagnosticList findings;
  EXPECT_FALSE(plan_version(changes_of(Impact::kMixed),
                            Catalog(),
                            {.base = SemVer{1, 2, 3}, .requested = SemVer{1, 2, 4}},
                            findings));
  ASSERT_EQ(checks_of(findings), std::vector<std::string>{"version-too-low"});
  EXPECT_EQ(findings.sorted().at(0).message,
            "version `1.2.4` was asked for but the changes need `1.3.0`: MINOR: "
            "transfer-recipients-widened in jp/one");
}

}  // namespace
}  // namespace simrules::test
