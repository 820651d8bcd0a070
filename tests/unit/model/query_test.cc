#include "model/query.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace simrules {
namespace {

using nlohmann::json;

Policy policy(const char* text) {
  return make_policy(json::parse(text), "", "", {"transfer", "roaming"});
}

Catalog catalog() {
  return Catalog(
      {policy(R"({"id": "jp/b", "countries": ["JP"], "transfer": [
                    {"id": "gift", "mechanism": "gift_allowance"},
                    {"id": "pool", "mechanism": "pool", "effective": {"from": "2024-10", "until": "2025"}}]})"),
       policy(
           R"({"id": "jp/a", "countries": ["JP"], "roaming": [{"id": "pass", "mechanism": "day_pass"}]})"),
       policy(
           R"({"id": "fr/c", "countries": ["FR"], "transfer": [{"id": "gift", "mechanism": "gift_allowance"}]})")});
}

std::vector<std::string> ids(const Query& question) {
  static const Catalog all = catalog();
  std::vector<std::string> found;
  for (const Answer& answer : rules_about(all, question)) {
    found.push_back(to_string(full_name(*answer.policy, *answer.rule)));
  }
  return found;
}

using Ids = std::vector<std::string>;

TEST(Query, FiltersByCountryTopicPolicyAndMechanism) {
  EXPECT_EQ(ids({}).size(), 4U);
  EXPECT_EQ(ids({.country = "JP"}),
            (Ids{"jp/a#roaming/pass", "jp/b#transfer/gift", "jp/b#transfer/pool"}));
  EXPECT_EQ(ids({.topic = "roaming"}), Ids{"jp/a#roaming/pass"});
  EXPECT_EQ(ids({.policy = "fr/c"}), Ids{"fr/c#transfer/gift"});
  EXPECT_EQ(ids({.mechanisms = {"pool"}}), Ids{"jp/b#transfer/pool"});
  EXPECT_EQ(ids({.country = "US"}), Ids{});
}

TEST(Catalog, IsSortedAndFindsByWholeId) {
  const Catalog all = catalog();
  EXPECT_EQ(all.policies().front().id, "fr/c");
  ASSERT_NE(all.find("jp/a"), nullptr);
  EXPECT_EQ(all.find("jp/"), nullptr);
  EXPECT_EQ(Catalog().find("jp/a"), nullptr);
}

}  // namespace
}  // namespace simrules
