#include "release/contents/dataset.h"

#include "release/contents/json_text.h"
#include "support/release_fixture.h"

namespace simrules::test {
namespace {

using nlohmann::json;
using namespace nlohmann::literals;

/// Makes the dataset of one policy whose gift is changed, and returns the gift.
json gift_on(const std::string& day, const char* changes) {
  json policy = sample_policy("jp/one");
  policy["transfer"][0].merge_patch(json::parse(changes));
  return dataset_of(catalog_of({policy}), day).at("/policies/0/transfer/0"_json_pointer);
}

constexpr const char* kRaised = R"({
  "conditions": ["application_required"], "since": "2027-02-01",
  "previously": [
    {"until": "2027-01-31", "announced": "2026-12-01", "without": ["conditions"],
     "evidence": [{"source": "page", "stance": "supports", "claim": {"en": "No form."}}]},
    {"until": "2025-12", "since": "2024-04-01", "verdict": "not_allowed"}]})";

TEST(Dataset, adds_source_and_confidence_and_sorts_policies) {
  const json dataset =
      dataset_of(catalog_of({sample_policy("jp/two"), sample_policy("jp/one")}), "2026-11-22");
  ASSERT_EQ(dataset.at("policies").size(), 2U);
  const json& policy = dataset.at("policies").at(0);
  EXPECT_EQ(policy.at("id"), "jp/one");
  EXPECT_EQ(policy.at("source").at("path"), "policies/jp/one.yaml");
  EXPECT_EQ(policy.at("transfer").at(0).at("confidence"), "confirmed");
  EXPECT_EQ(policy.at("transfer").at(0).at("ref"), "jp/one#transfer/data-gift");
  EXPECT_EQ(policy.at("transfer").at(0).at("topic"), "transfer");
  EXPECT_EQ(policy.at("roaming").at(0).at("confidence"), "unverified");
  EXPECT_EQ(dataset.at("license"), kNoLicence) << "nobody stated one";
}

TEST(Dataset, text_is_canonical) {
  const std::string text = json_text({{"b", "データ"}, {"a", json::array({1})}});
  EXPECT_EQ(text, "{\n  \"a\": [\n    1\n  ],\n  \"b\": \"データ\"\n}\n");
}

TEST(Dataset, tells_what_holds_on_the_day_of_the_release) {
  struct Row {
    const char* day;
    json conditions;
    const char* verdict;
    std::size_t past;
    std::size_t upcoming;
  };
  const json form = json::array({"application_required"});
  for (const Row& row : {Row{"2027-02-01", form, "conditional", 2, 0},
                         Row{"2027-01-31", json::array(), "conditional", 1, 1}}) {
    const json gift = gift_on(row.day, kRaised);
    EXPECT_TRUE(gift.at("in_force").get<bool>()) << row.day;
    EXPECT_EQ(gift.at("conditions"), row.conditions) << row.day;
    EXPECT_EQ(gift.at("verdict"), row.verdict) << row.day;
    EXPECT_EQ(gift.at("past").size(), row.past) << row.day;
    EXPECT_EQ(gift.at("upcoming").size(), row.upcoming) << row.day;
    EXPECT_FALSE(gift.contains("previously"));
  }
}

TEST(Dataset, writes_terms_of_other_times_whole) {
  const json gift = gift_on("2026-12-31", kRaised);
  const json& next = gift.at("upcoming").at(0);
  EXPECT_EQ(next.at("from"), "2027-02-01");
  EXPECT_EQ(next.at("until"), json());
  EXPECT_EQ(next.at("recipients"), "family_group");
  EXPECT_EQ(next.at("confidence"), "confirmed");
  const json& first = gift.at("past").at(0);
  EXPECT_EQ(first.at("from"), "2024-04-01");
  EXPECT_EQ(first.at("until"), "2025-12");
  EXPECT_EQ(first.at("verdict"), "not_allowed");
  EXPECT_EQ(first.at("recipients"), "family_group");
  EXPECT_EQ(first.at("confidence"), "unverified") << "evidence is not inherited";
  EXPECT_EQ(first.at("fees"), json()) << "nothing is stated";
}

TEST(Dataset, keeps_what_is_over_and_what_has_no_day_yet) {
  const json ended = gift_on("2026-11-22", R"({"effective": {"until": "2026-10-31"}})");
  EXPECT_FALSE(ended.at("in_force").get<bool>());
  EXPECT_EQ(ended.at("verdict"), "conditional");
  const json announced = gift_on(
      "2026-11-22", R"({"upcoming": {"announced": "2026-11-01", "note": {"en": "It will end."}}})");
  EXPECT_TRUE(announced.at("in_force").get<bool>());
  EXPECT_EQ(announced.at("announcement").at("announced"), "2026-11-01");
  EXPECT_EQ(announced.at("upcoming"), json::array());
}

TEST(Dataset, tells_what_follows_on_a_pause) {
  const json gift =
      gift_on("2026-11-22", R"({"suspended": [{"from": "2026-11-10", "until": "2026-12-05"}]})");
  EXPECT_EQ(gift.at("verdict"), "not_offered");
  ASSERT_EQ(gift.at("upcoming").size(), 1U);
  EXPECT_EQ(gift.at("upcoming").at(0).at("from"), "2026-12-06");
  EXPECT_EQ(gift.at("upcoming").at(0).at("verdict"), "conditional");
  EXPECT_EQ(gift.at("suspended").size(), 1U);
}

}  // namespace
}  // namespace simrules::test
