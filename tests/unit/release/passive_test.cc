#include "release/proof/passive.h"

#include <gtest/gtest.h>

#include "support/release_fixture.h"
#include "support/source_dir.h"

namespace simrules::test {
namespace {

constexpr std::string_view kPageStart =
    "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" "
    "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n";

constexpr std::string_view kAnswersStart =
    "<!doctype html>\n<html lang=\"zh-Hans\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    "style-src 'sha256-a+/='; script-src 'sha256-b='; base-uri 'none'; form-action 'none'\">\n";

/// Shape: a file called `page` begins as a page of simrules does, one called `answers` as a page of
///        answers.
struct Row {
  std::string_view name;
  std::string_view bytes;
};

std::string look_at(const Row& row) {
  std::string bytes(row.name.starts_with("page") ? kPageStart : std::string_view());
  if (row.name.starts_with("answers")) bytes = kAnswersStart;
  bytes += row.bytes;
  return active_content_of({std::string(row.name), std::move(bytes)});
}

TEST(ActiveContent, is_refused) {
  const std::vector<Row> rows = {
      {"x.html", ""},
      {"x.html", "<script>alert(1)</script>"},
      {"x.html", " <!doctype html>"},
      {"page.html", "<script>"},
      {"page.html", "<SCRIPT src=x>"},
      {"page.html", "<p onclick=\"x()\">"},
      {"page.html", "<p class=\"x\" onclick=\"x()\">"},
      {"page.html", "<p/onclick=\"x()\">"},
      {"page.html", "<p class=x>"},
      {"page.html", "<p class='x'>"},
      {"page.html", "<a href=\"javascript:x()\">"},
      {"page.html", "<a href=\"JavaScript:x()\">"},
      {"page.html", "<a href=\"data:text/html,x\">"},
      {"page.html", "<meta http-equiv=\"refresh\" content=\"0;url=https://example.org\">"},
      {"page.html", "<iframe>"},
      {"page.html", "<form>"},
      {"page.html", "<base>"},
      {"page.html", "<svg>"},
      {"page.html", "<!-- -->"},
      {"page.html", "<"},
      {"page.html", "<p class=\"x"},
      {"answers.html", "<script>alert(1)</script>"},
      {"answers.html", "<script>alert(1)</script></body>"},
      {"answers.html", "<script>"},
      {"answers.html", "<script type=\"application/ld+json\">{}"},
      {"answers.html", "<script type=\"module\">{}</script>"},
      {"answers.html", "<form action=\"https://example.org/\">"},
      {"answers.html", "<link rel=\"preconnect\" href=\"https://example.org/\">"},
      {"answers.html", "<link rel=\"stylesheet\" href=\"x.css\">"},
      {"answers.html", "<object>"},
      {"x.md", "a <script> b"},
      {"x.md", "<img src=x onerror=x>"},
      {"x.md", "`a` <b>"},
      {"x.md", "`a <b>"},
      {"x.md", "``a` <b>"},
      {"x.md", "\\`<b>\\`"},
      {"x.md", "[a](javascript:x)"},
      {"x.md", "[a](<javascript:x>)"},
      {"x.md", "[a]: javascript:x"},
      {"x.md", "- `a\n- <b>`"},
      {"x.csv", "=1+1\r\n"},
      {"x.csv", "a,\"=1+1\"\r\n"},
      {"x.csv", "\"a\"\r\n\"@x\"\r\n"},
      {"x.csv", "\"a\",\"\",\"-1\"\r\n"},
      {"x.csv", "\"＝1\"\r\n"},
      {"x.svg", "<svg/>"},
      {"page.htm", ""},
      {"x.js", ""},
      {"x.ts", ""},
      {"README", ""},
  };
  for (const Row& row : rows) {
    EXPECT_NE(look_at(row), "") << row.name << ": " << row.bytes;
  }
}

TEST(ActiveContent, is_not_in_what_only_looks_like_it) {
  const std::vector<Row> rows = {
      {"page.html", "<style>p > a {}</style><p class=\"x\">a &lt;script&gt; > b</p>"},
      {"page.html", "<a href=\"https://example.org/\" rel=\"noopener\">x</a><a href=\"#x\">"},
      {"answers.html", "<script type=\"application/ld+json\">{\"a\":1}</script><form class=\"f\">"},
      {"answers.html", "<svg class=\"g\"><use href=\"#g-allowed\"/></svg><input type=\"radio\">"},
      {"x.md", "# 1.0.0\n\n- `a <b> [x](javascript:y)` and [`a`](<https://example.org/>)\n"},
      {"x.md", "``a ` <b>`` > c"},
      {"x.csv", "\"a=b\",\"'=1\",\"\",\"say \"\"x\"\", =1\"\r\n"},
      {"x.json", "\"<script>\""},
      {"x.d.ts", "type A = '<script>';"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(look_at(row), "") << row.name << ": " << row.bytes;
  }
}

TEST(ActiveContent, is_in_no_release_of_this_project) {
  namespace fs = std::filesystem;
  std::size_t files = 0;
  const fs::path reports = fs::path(kSourceDir) / "reports";
  for (const auto& entry : fs::recursive_directory_iterator(reports)) {
    const std::string name = entry.path().filename();
    const bool is_of_release = entry.path().parent_path() != reports && name != "SHA256SUMS";
    if (!is_of_release || !entry.is_regular_file()) continue;
    EXPECT_EQ(active_content_of({name, read_bytes(entry.path())}), "") << entry.path();
    ++files;
  }
  EXPECT_GT(files, 18U);
}

}  // namespace
}  // namespace simrules::test
