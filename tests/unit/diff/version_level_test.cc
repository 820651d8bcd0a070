#include "diff/version_level.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/diff_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

struct LevelCase {
  const char* name;
  const char* patch;
  Level level;
  std::vector<std::string> reasons;
};

TEST(VersionLevel, IsComputedFromTheChanges) {
  const LevelCase cases[] = {
      {"nothing", "[]", Level::kNone, {}},
      {"evidence alone",
       R"([{"op": "replace", "path": "/sources/0/accessed", "value": "2026-12-01"}])",
       Level::kPatch,
       {"PATCH: policy-sources-changed in jp/brand"}},
      {"a rename alone",
       R"([{"op": "replace", "path": "/transfer/0/name/en", "value": "Gift"}])",
       Level::kPatch,
       {"PATCH: transfer-name-reworded in jp/brand"}},
      {"substance, and what is below it is no reason",
       R"([{"op": "replace", "path": "/transfer/0/name/en", "value": "Gift"},
           {"op": "replace", "path": "/kind", "value": "mvno"},
           {"op": "replace", "path": "/transfer/0/recipients", "value": "anyone"}])",
       Level::kMinor,
       {"MINOR: policy-kind-changed in jp/brand",
        "MINOR: transfer-recipients-widened in jp/brand"}},
      {"one reason for one id",
       R"([{"op": "remove", "path": "/plans/0/allowance"},
           {"op": "remove", "path": "/plans/1/allowance"},
           {"op": "replace", "path": "/roaming/0/allowance", "value": "unknown"},
           {"op": "replace", "path": "/tethering/0/allowance", "value": "unknown"}])",
       Level::kMinor,
       {"MINOR: policy-allowance-obscured in jp/brand",
        "MINOR: roaming-allowance-obscured in jp/brand",
        "MINOR: tethering-allowance-obscured in jp/brand"}},
      {"a rule gone",
       R"([{"op": "remove", "path": "/transfer/0"}])",
       Level::kMajor,
       {"MAJOR: transfer-rule-removed in jp/brand: transfer/data-gift is gone without "
        "`moved_to`"}},
      {"a tombstone that leads nowhere",
       R"([{"op": "remove", "path": "/transfer/0"}, {"op": "add", "path": "/retired", "value":
           [{"id": "transfer/data-gift", "date": "2026-11-20"}]}])",
       Level::kMajor,
       {"MAJOR: transfer-rule-removed in jp/brand: transfer/data-gift is gone without "
        "`moved_to`"}},
      {"a rule that has moved",
       R"([{"op": "remove", "path": "/transfer/0"}, {"op": "add", "path": "/retired", "value":
           [{"id": "transfer/data-gift", "date": "2026-11-20",
             "moved_to": "jp/other#transfer/gift"}]}])",
       Level::kMinor,
       {"MINOR: transfer-rule-removed in jp/brand"}},
      {"a limit inside a rule is no id of its own",
       R"([{"op": "remove", "path": "/roaming/0/limits/0"}])",
       Level::kMinor,
       {"MINOR: roaming-limits-removed in jp/brand"}},
      {"nor is a network",
       R"([{"op": "remove", "path": "/networks/0"}])",
       Level::kMinor,
       {"MINOR: policy-networks-removed in jp/brand"}},
  };
  for (const LevelCase& c : cases) {
    const json head = sample_policy().patch(json::parse(c.patch));
    const VersionLevel found =
        version_level(changes_between(sample_policy(), head), Catalog({policy_of(head)}));
    EXPECT_EQ(found.level, c.level) << c.name;
    EXPECT_EQ(found.reasons, c.reasons) << c.name;
  }
}

TEST(VersionLevel, IsMajorWhenAPolicyIsGone) {
  const VersionLevel found = version_level(
      diff(Catalog({policy_of(sample_policy())}), policy_schema(), Catalog(), policy_schema())
          .changes,
      Catalog());
  EXPECT_EQ(found.level, Level::kMajor);
  EXPECT_EQ(found.reasons,
            (std::vector<std::string>{"MAJOR: policy-removed in jp/brand: is gone and no policy "
                                      "names it in `formerly`"}));
}

TEST(NextVersion, ResetsWhatIsBelowTheLevel) {
  const SemVer base{1, 2, 3};
  EXPECT_EQ(next_version(base, Level::kNone), base);
  EXPECT_EQ(next_version(base, Level::kPatch), (SemVer{1, 2, 4}));
  EXPECT_EQ(next_version(base, Level::kMinor), (SemVer{1, 3, 0}));
  EXPECT_EQ(next_version(base, Level::kMajor), (SemVer{2, 0, 0}));
  EXPECT_EQ(to_string(Level::kMajor), std::string("major"));
}

}  // namespace
}  // namespace simrules
