#include "schema/format.h"

#include <gtest/gtest.h>

namespace simrules {
namespace {

struct Row {
  const char* format;
  const char* text;
  bool accepted;
};

constexpr Row kRows[] = {
    {"date", "2026-11-22", true},
    {"date", "2024-02-29", true},
    {"date", "2023-02-29", false},
    {"date", "2026-13-40", false},
    {"date", "2026-11", false},
    {"date", "2026-1-2", false},
    {"date", "", false},
    {"partial-date", "2024", true},
    {"partial-date", "2024-10", true},
    {"partial-date", "2024-10-01", true},
    {"partial-date", "2024-13", false},
    {"partial-date", "24", false},
    {"first-day", "unknown", true},
    {"first-day", "never", false},
    {"last-day", "2024-10", true},
    {"last-day", "unknown", true},
    {"last-day", "2024-13", false},
    {"last-day", "never", false},
    {"https-address", "https://www.au.com/mobile/", true},
    {"uri", "https://www.au.com/mobile/", true},
    {"uri", "https://example.com:8443/a?b=c#d", true},
    {"uri", "https://example.com/%E3%81%82", true},
    {"uri", "https://xn--eckwd4c7c.example/", true},
    {"https-address", "http://example.com/", false},
    {"uri", "HTTPS://example.com/", false},
    {"uri", "http://www.example.com/a", true},
    {"uri", "https://example.com/", true},
    {"uri", "ftp://example.com/", false},
    {"web-address", "http://www.example.com/a", true},
    {"uri", "http://localhost/", false},
    {"uri", "http://", false},
    {"uri", "javascript:alert(1)", false},
    {"uri", "https://", false},
    {"uri", "https:///path", false},
    {"uri", "https://localhost/", false},
    {"uri", "https://user@example.com/", false},
    {"uri", "https://user:pw@example.com/", false},
    {"uri", "https://example.com/a b", false},
    {"uri", "https://example.com/日本", false},
    {"uri", "https://example.com/%zz", false},
    {"uri", "https://example.com/%4", false},
    {"uri", "https://example.com:/", false},
    {"uri", "https://example..com/", false},
    {"uri", "https://-example.com/", false},
    {"uri", "https://example.com/<script>", false},
    {"uri", "https://example.com:65535/", true},
    {"uri", "https://example.com:65536/", false},
    {"uri", "https://example.com:0/", false},
    {"uri", "https://192.0.2.1/", false},
    {"uri", "https://0x7f.1/", false},
    {"uri", "https://127.0.0.0x1/", false},
    {"uri", "https://[2001:db8::1]/", false},
    {"uri", "https://metadata.google.internal/", false},
    {"uri", "https://wiki.LOCAL/", false},
    {"uri", "https://host.lan/", false},
    {"uri", "https://app.localhost/", false},
    {"uri", "https://carrier.example/", true},
    {"uri", "https://example.net./", false},
    {"line", "One line", true},
    {"line", "", true},
    {"line", "Two\nlines", false},
    {"line", "Line\n", false},
    {"country", "JP", true},
    {"country", "EU", false},
    {"subdivision", "US-HI", true},
    {"subdivision", "Hawaii", false},
    {"currency", "JPY", true},
    {"currency", "YEN", false},
    {"unit-or-currency", "PHP", true},
    {"unit-or-currency", "day", true},
    {"unit-or-currency", "QQQ", false},
    {"language", "zh-Hant", true},
    {"language", "jp", false},
    {"language", "tl", true},
    {"language", "tw", false},
    {"time-zone", "home", true},
    {"time-zone", "visited", true},
    {"time-zone", "UTC", true},
    {"time-zone", "UTC+8", true},
    {"time-zone", "UTC-10", true},
    {"time-zone", "UTC+05:30", true},
    {"time-zone", "Asia/Tokyo", true},
    {"time-zone", "America/Argentina/Buenos_Aires", true},
    {"time-zone", "Etc/GMT+9", true},
    {"time-zone", "JST", false},
    {"time-zone", "UTC8", false},
    {"time-zone", "UTC+15", false},
    {"time-zone", "UTC+", false},
    {"time-zone", "UTC+8:15", false},
    {"time-zone", "Asia/", false},
    {"time-zone", "/Tokyo", false},
    {"time-zone", "Asia//Tokyo", false},
    {"time-zone", "Asia/東京", false},
    {"time-zone", "Asia/To kyo", false},
    {"plmn", "440-10", true},
    {"plmn", "310-260", true},
    {"plmn", "44010", false},
    {"plmn", "440-1", false},
    {"plmn", "440-1000", false},
    {"plmn", "44O-10", false},
};

TEST(Format, AcceptsAndRefuses) {
  for (const Row& row : kRows) {
    const Format* format = find_format(row.format);
    ASSERT_NE(format, nullptr) << row.format;
    EXPECT_EQ(format->accepts(row.text), row.accepted) << row.format << ' ' << row.text;
  }
}

TEST(Format, KnowsOnlyItsOwn) {
  EXPECT_EQ(find_format("date-time"), nullptr);
  EXPECT_EQ(find_format(""), nullptr);
  EXPECT_EQ(formats().size(), 15U);
}

}  // namespace
}  // namespace simrules
