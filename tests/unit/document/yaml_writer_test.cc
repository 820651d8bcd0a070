#include "document/yaml_writer.h"

#include <functional>
#include <string>

#include <gtest/gtest.h>

#include "base/fix.h"
#include "document/yaml_reader.h"

namespace simrules {
namespace {

using Adding = std::function<TextEdit(const Document&)>;

/// Applies an edit and checks that the text can be read again.
std::string after(const std::string& text, const Adding& add) {
  DiagnosticList found;
  const auto document = read_yaml("one.yaml", text, {}, found);
  const Diagnostic finding{.fix = Fix{"", {add(document.value())}}};
  const std::string edited = apply_safe_fixes(text, {&finding}).text;
  EXPECT_TRUE(read_yaml("one.yaml", edited, {}, found)) << edited;
  EXPECT_TRUE(found.empty()) << edited;
  return edited;
}

TEST(YamlWriter, AddsMembersInTheStyleAround) {
  struct {
    const char* text;
    const char* pointer;
    const char* expected;
  } const cases[] = {
      {"a: 1\n", "", "a: 1\nnew: {b: 2}\n"},
      {"a: 1", "", "a: 1\nnew: {b: 2}"},
      {"- a: 1 # one\n# two\n- c: 3\n", "/0", "- a: 1 # one\n  new: {b: 2}\n# two\n- c: 3\n"},
      {"l:\n  - a:\n      - 1\n  - c: 3\n",
       "/l/0",
       "l:\n  - a:\n      - 1\n    new: {b: 2}\n  - c: 3\n"},
      {"a: >-\n  one\n  two\n", "", "a: >-\n  one\n  two\nnew: {b: 2}\n"},
      {"l: [{a: 1}, {c: 3}]\n", "/l/0", "l: [{a: 1, new: {b: 2}}, {c: 3}]\n"},
      {"l: {a: 1, # one\n}\n", "/l", "l: {a: 1, new: {b: 2}, # one\n}\n"},
  };
  for (const auto& c : cases) {
    const Adding add = [&](const Document& document) {
      return add_members(document, c.pointer, {{"new", {{"b", 2}}}});
    };
    EXPECT_EQ(after(c.text, add), c.expected);
  }
}

TEST(YamlWriter, AddsItemsAtBothEnds) {
  struct {
    const char* text;
    const char* first;
    const char* last;
  } const cases[] = {
      {"l:\n  - {a: 1} # one\n  - {a: 2}\n",
       "l:\n  - {b: 2}\n  - {a: 1} # one\n  - {a: 2}\n",
       "l:\n  - {a: 1} # one\n  - {a: 2}\n  - {b: 2}\n"},
      {"l:\n- a: 1\n  c: 3\n", "l:\n- {b: 2}\n- a: 1\n  c: 3\n", "l:\n- a: 1\n  c: 3\n- {b: 2}\n"},
      {"l: [{a: 1}]\n", "l: [{b: 2}, {a: 1}]\n", "l: [{a: 1}, {b: 2}]\n"},
      {"l: []\n", "l: [{b: 2}]\n", "l: [{b: 2}]\n"},
  };
  for (const auto& c : cases) {
    const WrittenValue item = {{"b", 2}};
    EXPECT_EQ(after(c.text, [&](const Document& d) { return add_first_item(d, "/l", item); }),
              c.first);
    EXPECT_EQ(after(c.text, [&](const Document& d) { return add_last_item(d, "/l", item); }),
              c.last);
  }
}

TEST(YamlWriter, WritesWhatReadersReadTheSame) {
  const std::string words(60, 'w');
  const WrittenValue value = {
      {"plain", "as_it_is 2"},
      {"date", "2026-11-22"},
      {"year", "2026"},
      {"truth", "no"},
      {"null", "null"},
      {"address", "https://one.example/#top"},
      {"quote", "\"it\" is: so"},
      {"japanese", "データギフト"},
      {"empty", ""},
      {"none", WrittenValue::array()},
      {"words", {"KR", "NO"}},
      {"items", {{{"id", "a"}, {"list", {{{"id", "b"}}}}}}},
      {"long", words + " " + words + " end"},
      {"unfoldable", words + "  " + words},
  };
  const std::string text =
      after("a: 1\n", [&](const Document& document) { return add_members(document, "", value); });
  DiagnosticList found;
  nlohmann::json read = read_yaml("one.yaml", text, {}, found)->value;
  read.erase("a");
  EXPECT_EQ(read, nlohmann::json(value)) << text;
  EXPECT_NE(text.find("long: >-\n  " + words + "\n  " + words), std::string::npos) << text;
  EXPECT_NE(text.find("words: [KR, \"NO\"]\n"), std::string::npos) << text;
}

}  // namespace
}  // namespace simrules
