#include "document/scalar.h"

#include <gtest/gtest.h>

namespace simrules {
namespace {

void expect_kind(ScalarKind kind, std::initializer_list<const char*> texts) {
  for (const char* text : texts) {
    EXPECT_EQ(resolve_plain(text).kind, kind) << text;
    const bool reading = resolve_plain(text).other_reading != std::string_view();
    EXPECT_EQ(reading, kind == ScalarKind::kAmbiguous) << text;
  }
}

TEST(ResolvePlain, KeepsText) {
  expect_kind(
      ScalarKind::kString,
      {"text",   "2026-11-22", "2024-10", "440-50", "1.2.3", "tRue", "yEs",   "-",     "+",
       ".",      "..",         "-x",      "1a",     "0xG1",  "0o8",  "e3",    "1e",    "1e+",
       "12:345", "12:",        ":30",     "nan",    "inf",   "_1",   "+a",    "4G",    "10.0.0.1",
       "-.",     "0x",         "1-2",     "nope",   "Nein",  "１２", "1,000", "12:30x"});
}

TEST(ResolvePlain, ReadsDecimalIntegersOnly) {
  expect_kind(ScalarKind::kInteger,
              {"0", "1", "-1", "2024", "9007199254740991", "-9007199254740991"});
  EXPECT_EQ(resolve_plain("-42").integer, -42);
  EXPECT_EQ(resolve_plain("9007199254740991").integer, kMaxInteger);
  expect_kind(
      ScalarKind::kTooLarge,
      {"9007199254740992", "-9007199254740992", "18446744073709551616", "99999999999999999999999"});
}

TEST(ResolvePlain, ReadsBooleans) {
  expect_kind(ScalarKind::kBoolean, {"true", "false"});
  EXPECT_TRUE(resolve_plain("true").boolean);
  EXPECT_FALSE(resolve_plain("false").boolean);
}

TEST(ResolvePlain, RefusesBooleansInCapitals) {
  expect_kind(ScalarKind::kAmbiguous, {"True", "TRUE", "False", "FALSE"});
  EXPECT_STREQ(resolve_plain("True").plain_form, "true");
  EXPECT_STREQ(resolve_plain("FALSE").plain_form, "false");
}

TEST(ResolvePlain, RefusesFractions) {
  expect_kind(ScalarKind::kFraction,
              {"0.5", "1.0", "-1.25", "+0.5", ".5", "5.", "00.5", "0.00181"});
}

TEST(ResolvePlain, FindsWhatReadersDisagreeAbout) {
  expect_kind(
      ScalarKind::kAmbiguous,
      {"y",     "Y",       "n",     "N",    "yes",   "Yes",   "YES",   "no",    "No",      "NO",
       "on",    "On",      "ON",    "off",  "Off",   "OFF",   "010",   "08",    "00",      "-010",
       "0o17",  "0x1F",    "-0x1f", "0b11", "1_000", "-1_0",  "1_0.5", "12:30", "1:30:00", "-12:30",
       "09:00", "12:30.5", "1e3",   "1E3",  "1.5e3", "-1e-3", ".5e1",  "1_0e3", ".nan",    ".NaN",
       ".inf",  "-.INF",   "+.Inf", "+81",  "-0",    "="});
}

}  // namespace
}  // namespace simrules
