#include "model/names.h"

#include <gtest/gtest.h>

namespace simrules {
namespace {

TEST(Names, AreReadAsTheyAreWritten) {
  for (const RuleName& name : {RuleName{"jp/au"},
                               RuleName{"jp/au", "transfer", "data-gift"},
                               RuleName{"global/airalo", "roaming", "a"}}) {
    EXPECT_EQ(parse_rule_name(to_string(name)), name) << to_string(name);
  }
  EXPECT_EQ(to_string({"jp/au", "transfer", "data-gift"}), "jp/au#transfer/data-gift");
  EXPECT_EQ(to_string({"jp/au"}), "jp/au");
}

TEST(Names, LackNoPart) {
  for (const char* text :
       {"", "#transfer/gift", "jp/au#", "jp/au#gift", "jp/au#/gift", "jp/au#a/"}) {
    EXPECT_FALSE(parse_rule_name(text)) << text;
  }
}

TEST(Names, OfARuleWithinItsPolicyMayLackTheTopic) {
  EXPECT_EQ(parse_local_name("jp/au", "transfer/gift"), (RuleName{"jp/au", "transfer", "gift"}));
  EXPECT_EQ(parse_local_name("jp/au", "gift"), (RuleName{"jp/au", "", "gift"}));
  EXPECT_EQ(local_name({"jp/au", "transfer", "gift"}), "transfer/gift");
  EXPECT_EQ(local_name({"jp/au"}), "");
}

TEST(Names, AreOrderedByPolicyThenTopicThenId) {
  EXPECT_LT((RuleName{"jp/au"}), (RuleName{"jp/au", "roaming", "a"}));
  EXPECT_LT((RuleName{"jp/au", "roaming", "b"}), (RuleName{"jp/au", "transfer", "a"}));
  EXPECT_LT((RuleName{"jp/au", "transfer", "z"}), (RuleName{"jp/uq"}));
}

TEST(Addresses, NameTheItemThatTheyLeadInto) {
  EXPECT_EQ(item_at({"jp/au", "/transfer/gift/amount/max"}),
            (RuleName{"jp/au", "transfer", "gift"}));
  EXPECT_EQ(item_at({"jp/au", "/plans/a~1b"}), (RuleName{"jp/au", "plans", "a/b"}));
  EXPECT_EQ(item_at({"jp/au", "/lifecycle"}), RuleName{"jp/au"});
  EXPECT_EQ(item_at({"jp/au"}), RuleName{"jp/au"});
}

TEST(Addresses, OfAnItemNameIt) {
  const RuleName name{"jp/au", "plans", "a/b"};
  const Address address = address_of(name, DiffSide::kBase);
  EXPECT_EQ(address, (Address{"jp/au", "/plans/a~1b", DiffSide::kBase}));
  EXPECT_EQ(item_at(address), name);
  EXPECT_EQ(address_of({"jp/au"}, DiffSide::kHead), Address{"jp/au"});
  EXPECT_LT(address, address_of(name, DiffSide::kHead));
}

}  // namespace
}  // namespace simrules
