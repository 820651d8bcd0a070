#include "schema/codes.h"

#include <gtest/gtest.h>

namespace simrules {
namespace {

TEST(Codes, KnowsCountries) {
  EXPECT_TRUE(is_country("JP"));
  EXPECT_TRUE(is_country("XK"));
  for (const char* code : {"UK", "EU", "jp", "JPN", "J", "", "ZZ", "JP "})
    EXPECT_FALSE(is_country(code)) << code;
}

TEST(Codes, NamesCountriesAsPeopleDo) {
  EXPECT_EQ(country_name("TW"), "Taiwan");
  EXPECT_EQ(country_name("XK"), "Kosovo");
  EXPECT_EQ(country_name("JP"), "Japan");
  EXPECT_EQ(country_name("ZZ"), "");
}

TEST(Codes, KnowsSubdivisions) {
  for (const char* code : {"US-HI", "ES-CN", "JP-13", "AD-02", "GB-ENG"})
    EXPECT_TRUE(is_subdivision(code)) << code;
  for (const char* code : {"US", "US-", "US-ZZ", "S-HI", "us-hi", "", "US-HI ", "AD-02 AD-03"}) {
    EXPECT_FALSE(is_subdivision(code)) << code;
  }
}

TEST(Codes, KnowsCurrencies) {
  for (const char* code : {"JPY", "USD", "EUR", "AED", "ZWL"})
    EXPECT_TRUE(is_currency(code)) << code;
  for (const char* code : {"YEN", "jpy", "JP", "", "JPYU", "PYU"})
    EXPECT_FALSE(is_currency(code)) << code;
}

TEST(Codes, KnowsLanguages) {
  for (const char* tag :
       {"ja", "en", "zh", "zh-Hant", "zh-Hant-TW", "pt-BR", "es-419", "yue", "aaa", "aa"}) {
    EXPECT_TRUE(is_language(tag)) << tag;
  }
  for (const char* tag : {"jp",
                          "xx",
                          "JA",
                          "ja-",
                          "-ja",
                          "ja--JP",
                          "japanese",
                          "",
                          "zh-Hant-TW-x",
                          "zh_TW",
                          "a",
                          "qqq1"}) {
    EXPECT_FALSE(is_language(tag)) << tag;
  }
}

}  // namespace
}  // namespace simrules
