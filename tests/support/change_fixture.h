#pragma once

#include <string>
#include <utility>
#include <vector>

#include "diff/diff.h"
#include "render/changes/comparison.h"
#include "support/render_fixture.h"

namespace simrules {

/// Two catalogs, what differs between them, and the report about it.
struct TestComparison {
  Catalog base;
  Catalog head;
  Differences differences;
  VersionPlan version = {
      Level::kMinor, SemVer{1, 3, 0}, {"MINOR: transfer-price-increased in jp/sample"}};

  TestComparison(nlohmann::json before, nlohmann::json after)
      : base(make_test_catalog(std::move(before))), head(make_test_catalog(std::move(after))) {
    differences = diff(base, test_schema(), head, test_schema());
  }

  Comparison report(const std::string& language = "en") const {
    return {{OriginKind::kRelease, "1.2.0", "1.2.0", std::string(64, 'a')},
            {OriginKind::kFolder, "policies", "", std::string(64, 'b')},
            version,
            differences,
            {base, head, test_schema(), language}};
  }
};

/// The test policy after its carrier raised a price, with a rule gone and names mended.
inline nlohmann::json changed_policy() {
  nlohmann::json policy = test_policy();
  nlohmann::json& gift = policy["transfer"][0];
  gift["fees"][0]["price"] = 4950;
  gift["recipients"] = "same_account";
  gift["effective"] = {{"announced", "2026-11-15"}, {"from", "2026-12-01"}};
  gift["revision"] = {{"date", "2026-11-30"},
                      {"cause", "carrier_change"},
                      {"note", {{"en", "They say costs rose."}}}};
  policy["roaming"][0]["name"] = {{"en", "Abroad"}};
  policy["transfer"].erase(1);
  policy["name"]["en"] = "Sample Mobile";
  return policy;
}

/// The test policy after we mended a mistake of ours.
inline nlohmann::json corrected_policy() {
  nlohmann::json policy = test_policy();
  nlohmann::json& pool = policy["transfer"][1];
  pool["recipients"] = "family_group";
  pool["revision"] = {{"date", "2026-11-30"},
                      {"cause", "correction"},
                      {"note", {{"en", "The table was misread."}}}};
  return policy;
}

/// What tries to act in some format.
inline const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> texts = {
      "::error::x",
      "%0A::error::x",
      "a|b||c\\|",
      "`x` ``y`` |```|",
      "<img src=x onerror=alert(1)>",
      "<!-- simrules:changes --></details>",
      "[a](javascript:alert(1)) ![i](https://example.com/i.png)",
      "@someone fixes #1 GH-1",
      "\x1B[31mred",
      "##[error]x",
      "line\n::error::next\r\n| row |",
      "{{name}} {{{name}}} {{> style.css}}"};
  return texts;
}

/// The test policy with one text wherever an author can write freely.
inline nlohmann::json hostile_policy(const std::string& text) {
  nlohmann::json policy = changed_policy();
  policy["name"]["en"] = text;
  nlohmann::json& gift = policy["transfer"][0];
  gift["name"]["en"] = text;
  gift["revision"]["note"]["en"] = text;
  gift["evidence"][0]["claim"]["en"] = text;
  policy["sources"][0]["url"] = "https://example.com/" + text;
  policy["sources"][0]["publisher"] = text;
  return policy;
}

/// Returns the lines of a text.
inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines{""};
  for (const char c : text) {
    if (c == '\n') lines.emplace_back();
    if (c != '\n') lines.back() += c;
  }
  return lines;
}

inline bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

inline std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t i = text.find(part); i != std::string::npos; i = text.find(part, i + 1)) ++count;
  return count;
}

}  // namespace simrules
