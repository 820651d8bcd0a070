#include "base/text.h"

#include <gtest/gtest.h>

#include "base/unicode.h"

namespace simrules {
namespace {

TEST(CountCodePoints, CountsStrayBytesToo) {
  EXPECT_EQ(count_code_points(""), 0U);
  EXPECT_EQ(count_code_points("abc"), 3U);
  EXPECT_EQ(count_code_points("日本𠮷"), 3U);
  EXPECT_EQ(count_code_points("a\x80\xFF"), 3U);
  EXPECT_EQ(count_code_points("\xE6\x97"), 2U);
}

TEST(DisplayWidth, KnowsWideAndCombiningCharacters) {
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("データ"), 6U);
  EXPECT_EQ(display_width("한국어"), 6U);
  EXPECT_EQ(display_width("e\u0301"), 1U);
  EXPECT_EQ(display_width("😀"), 2U);
  EXPECT_EQ(display_width("ﾃﾞ"), 2U);
  EXPECT_EQ(display_width("\xFF"), 1U);
}

TEST(FindInvalidUtf8, PointsAtTheFirstBadByte) {
  struct Row {
    std::string text;
    std::optional<std::size_t> offset;
  };
  const std::vector<Row> rows{{"", {}},
                              {"aé日𠮷", {}},
                              {"\xF4\x8F\xBF\xBF", {}},
                              {"ab\x80", 2},
                              {"ab\xC0\x80", 2},
                              {"\xC1\xBF", 0},
                              {"\xE0\x80\xAF", 0},
                              {"\xED\xA0\x80", 0},
                              {"\xF0\x80\x80\x80", 0},
                              {"\xF4\x90\x80\x80", 0},
                              {"\xF5\x80\x80\x80", 0},
                              {"a\xE6\x97", 1},
                              {"日\xE6\x97", 3},
                              {"\xC3\x28", 0}};
  for (const Row& row : rows) EXPECT_EQ(find_invalid_utf8(row.text), row.offset) << row.text;
}

TEST(ToNfc, Composes) {
  EXPECT_EQ(to_nfc("e\u0301"), "é");
  EXPECT_EQ(to_nfc("か\u3099"), "が");
  EXPECT_EQ(to_nfc(std::string("a\0b", 3)), std::string("a\0b", 3));
  EXPECT_EQ(to_nfc("\xFF"), "\xFF");
}

TEST(IsNfc, AgreesWithToNfc) {
  for (const char* text : {"plain",
                           "é",
                           "e\u0301",
                           "データ",
                           "か\u3099",
                           "한국어",
                           "\u1112\u1161\u11AB",
                           "ไทยที่",
                           "\u212B",
                           "\u2126",
                           "각\u11A8",
                           "가\u11A8",
                           "ａＢ",
                           "\u0344",
                           "\uFA10",
                           "𠮷"}) {
    EXPECT_EQ(is_nfc(text), to_nfc(text) == text) << text;
  }
}

TEST(IsInvisible, CoversEveryFamily) {
  for (const char32_t c :
       {0x00ADU, 0x034FU, 0x061CU, 0x115FU, 0x180EU,  0x200BU,  0x200DU,  0x200FU,  0x2028U,
        0x2029U, 0x202EU, 0x2060U, 0x2066U, 0x2069U,  0x3164U,  0xE000U,  0xF8FFU,  0xFDD0U,
        0xFE0FU, 0xFEFFU, 0xFFFEU, 0xFFFFU, 0x1FFFEU, 0xE0001U, 0xE0100U, 0xF0000U, 0x10FFFFU}) {
    EXPECT_TRUE(is_invisible(c)) << std::hex << static_cast<unsigned>(c);
  }
  for (const char32_t c : {0x20U,
                           0xA0U,
                           0xE9U,
                           0x301U,
                           0xE38U,
                           0x3000U,
                           0x30FCU,
                           0xFF21U,
                           0xFFFDU,
                           0x1F600U,
                           0x20BB7U}) {
    EXPECT_FALSE(is_invisible(c)) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(ScriptOf, KnowsTheScriptsWithLookAlikes) {
  EXPECT_EQ(script_of(U'a'), Script::kLatin);
  EXPECT_EQ(script_of(U'é'), Script::kLatin);
  EXPECT_EQ(script_of(U'а'), Script::kCyrillic);
  EXPECT_EQ(script_of(U'ο'), Script::kGreek);
  EXPECT_EQ(script_of(U'日'), Script::kOther);
  EXPECT_EQ(script_of(U'5'), Script::kOther);
  EXPECT_TRUE(is_word_character(U'日'));
  EXPECT_FALSE(is_word_character(U'-'));
  EXPECT_FALSE(is_word_character(U' '));
}

TEST(Printable, EscapesWhatActsOrHides) {
  struct Row {
    std::string text;
    std::string shown;
  };
  const std::vector<Row> rows{{"データ é 😀", "データ é 😀"},
                              {"a\nb\tc\rd", "a\\nb\\tc\\rd"},
                              {"\x1B[31m\x7F", "\\x1B[31m\\x7F"},
                              {std::string("a\0b", 3), "a\\x00b"},
                              {"\u0085\u202E\u200B", "\\u{85}\\u{202E}\\u{200B}"},
                              {"\U000E0041\uFEFF", "\\u{E0041}\\u{FEFF}"},
                              {"a\xFFz", "a\\xFFz"},
                              {"##[error]x", "#\\u{23}[error]x"},
                              {"###[x] #[y]", "##\\u{23}[x] #[y]"}};
  for (const Row& row : rows) EXPECT_EQ(printable(row.text), row.shown);
}

TEST(Printable, CutsOnACharacterBorder) {
  EXPECT_EQ(printable("abcdef", 4), "abcd…(+2 bytes)");
  EXPECT_EQ(printable("日本", 5), "日…(+3 bytes)");
  EXPECT_EQ(printable("日本", 6), "日本");
  EXPECT_EQ(printable(std::string(250, 'a')), std::string(200, 'a') + "…(+50 bytes)");
  EXPECT_EQ(printable("\x80\x80\x80\x80\x80\x80", 5), "\\x80\\x80…(+4 bytes)");
}

TEST(Quoted, CannotBeClosedFromInside) {
  EXPECT_EQ(quoted("a"), "`a`");
  EXPECT_EQ(quoted("a`b"), "`a\\u{60}b`");
}

TEST(Nearest, FindsWhatWasMeant) {
  const std::vector<std::string> words{
      "allowed", "conditional", "not_allowed", "unknown", "MB", "GB", "jp"};
  EXPECT_EQ(nearest("alowed", words), "allowed");
  EXPECT_EQ(nearest("allwoed", words), "allowed");
  EXPECT_EQ(nearest("not-allowed", words), "not_allowed");
  EXPECT_EQ(nearest("unknwonn", words), "unknown");
  EXPECT_EQ(nearest("KB", words), "MB");
  EXPECT_EQ(nearest("pj", words), "jp");
  EXPECT_EQ(nearest("unlimited", words), std::nullopt);
  EXPECT_EQ(nearest("x", words), std::nullopt);
  EXPECT_EQ(nearest("", words), std::nullopt);
  EXPECT_EQ(nearest("abcd", {"abxy"}), std::nullopt);
  EXPECT_EQ(nearest("abcde", {"abcxy", "abcdx"}), "abcdx");
  EXPECT_EQ(nearest("データ量", {"データ"}), "データ");
}

TEST(QuotedList, ReadsLikeASentence) {
  EXPECT_EQ(quoted_list({}), "");
  EXPECT_EQ(quoted_list({"a"}), "`a`");
  EXPECT_EQ(quoted_list({"a", "b"}), "`a` or `b`");
  EXPECT_EQ(quoted_list({"a", "b", "c"}, "and"), "`a`, `b` and `c`");
}

}  // namespace
}  // namespace simrules
