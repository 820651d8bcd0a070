#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "document/layout/block.h"
#include "document/yaml_reader.h"

namespace simrules {
namespace {

using nlohmann::json;

Document read(const std::string& text) {
  DiagnosticList found;
  auto document = read_yaml("one.yaml", text, {}, found);
  for (const Diagnostic& each : found.sorted()) ADD_FAILURE() << each.message << "\n" << text;
  return document.value_or(Document{});
}

/// Lays out a text and checks that it says the same and has no other layout.
std::string laid_out(const std::string& text) {
  const Document before = read(text);
  std::string out = canonical_yaml(before.value, comments_of(before));
  const Document after = read(out);
  EXPECT_EQ(after.value, before.value) << text << "became\n" << out;
  EXPECT_EQ(canonical_yaml(after.value, comments_of(after)), out) << text;
  return out;
}

TEST(Layout, HasOneFormForEachValue) {
  const std::string word(50, 'w');
  const std::string three = word + " " + word + " " + word;
  struct {
    std::string text;
    std::string expected;
  } const cases[] = {
      {"b:   1\na: 'x'\n", "a: x\nb: 1\n"},
      {"{a: 1, b: [2]}", "a: 1\nb: [2]\n"},
      {"a:\n  - 1\n  - 'no'\n", "a: [1, \"no\"]\n"},
      {"a:\n  b:\n    c: d\n", "a: {b: {c: d}}\n"},
      {"--- \na: {}\nb: []\n...\n", "a: {}\nb: []\n"},
      {"[a, [b]]\n", "- a\n- [b]\n"},
      {"just text\n", "just text\n"},
      {"a:\n- {b: 1}\n- c: 2\n", "a:\n  - {b: 1}\n  - {c: 2}\n"},
      {"a: [{b: [{c: 1}]}, {d: 2}]\ne: 1\n", "a:\n  - {b: [{c: 1}]}\n  - {d: 2}\n\ne: 1\n"},
      {"a: \"" + three + "\"\n", "a: >-\n  " + word + " " + word + "\n  " + word + "\n"},
      {"a: {en: \"" + three + "\"}\n", "a: {en: " + word + " " + word + "\n    " + word + "}\n"},
      {"a: " + three + " " + three + "\n",
       "a: >-\n  " + word + " " + word + "\n  " + word + " " + word + "\n  " + word + " " + word +
           "\n"},
      {"a: \"" + three + "  " + three + "\"\n", "a: " + three + "  " + three + "\n"},
      {"a: [{b: [{c: 1}, {c: 2}]}, {d: 2}, {d: 3}]\n",
       "a:\n  - b:\n      - {c: 1}\n      - {c: 2}\n\n  - {d: 2}\n  - {d: 3}\n"},
      {"a: \"1\\n2\"\n", "a: \"1\\n2\"\n"},
      {"a: '#'\n\"b c\": '440-10'\n", "a: \"#\"\nb c: 440-10\n"},
  };
  for (const auto& c : cases) EXPECT_EQ(laid_out(c.text), c.expected);
}

TEST(Layout, KeepsCommentsWhereTheyStand) {
  const std::string word(70, 'w');
  const std::string long_item = "- >-  # c\n  " + word + "\n  " + word + "\n- b\n";
  struct {
    std::string text;
    std::string expected;
  } const cases[] = {
      {"# head\n\n# more\nb: 1\na: 2\n", "# head\n# more\na: 2\nb: 1\n"},
      {"a: 1 # one\n# two\nb: 2\n# three\n", "a: 1  # one\n# two\nb: 2\n# three\n"},
      {"b: 1\n# of a\na: 2\n", "# of a\na: 2\nb: 1\n"},
      {"a: {b: 1} # c\n", "a: {b: 1}  # c\n"},
      {"a: # c\n  b: 1\n", "a: {b: 1}  # c\n"},
      {"a: # c\n  {b: 1} # d\n", "# c\na: {b: 1}  # d\n"},
      {"a: {b: 1, # c\n  d: 2}\n", "a:\n  b: 1  # c\n  d: 2\n"},
      {"a: [1, # c\n  2] # d\n", "a:  # d\n  - 1  # c\n  - 2\n"},
      {"a:\n  # c\n  - b: 1 # d\n    # e\n    f: 2\n",
       "a:\n  # c\n  - b: 1  # d\n    # e\n    f: 2\n"},
      {"a:\n  - f: 2\n    # e\n    b: 1\n", "a:\n  # e\n  - {b: 1, f: 2}\n"},
      {"a:\n  - # c\n    b: 1\n", "a:\n  # c\n  - {b: 1}\n"},
      {"a: >- # c\n  x # y\nb: '# z'\n", "a: \"x # y\"  # c\nb: \"# z\"\n"},
      {"a: [] # c\nb: {} # d\n", "a: []  # c\nb: {}  # d\n"},
      {"{a: 1} # c\n", "a: 1\n# c\n"},
      {"a:\n  - {b: {c: 1}} # d\n", "a:\n  - {b: {c: 1}}  # d\n"},
      {"a: 1\n#\n  #  inner \nb: 2\n", "a: 1\n#\n#  inner\nb: 2\n"},
      {"a:\n    t: |\n        x\n        # y\n      # of b\n    b: 1\n",
       "a:\n  # of b\n  b: 1\n  t: \"x\\n# y\\n\"\n"},
      {"a: |1-\n  # x\n # y\n# of b\nb: 1\n", "a: \" # x\\n# y\"\n# of b\nb: 1\n"},
      {long_item, long_item},
      {"- |- # c\n  a\n- b\n", "- a  # c\n- b\n"},
      {"? |- # c\n  a\n: 1 # d\n", "# c\na: 1  # d\n"},
  };
  for (const auto& c : cases) EXPECT_EQ(laid_out(c.text), c.expected) << c.text;
}

/// Makes values of every kind, texts that readers take for something else among them.
class Values {
 public:
  explicit Values(unsigned seed) : random_(seed) {}

  /// Shape: members have any order.
  WrittenValue make(int depth) {
    const int kind = below(depth > 0 ? 5 : 3);
    if (kind == 0) return below(2000) - 1000;
    if (kind == 1) return below(2) == 1;
    if (kind == 2) return word();
    WrittenValue value = kind == 3 ? WrittenValue::array() : WrittenValue::object();
    for (int i = below(5); i > 0; --i) {
      if (kind == 3) value.push_back(make(depth - 1));
      if (kind == 4) value[key()] = make(depth - 1);
    }
    return value;
  }

  /// Makes a word that is short enough for a key.
  std::string key() {
    std::string text = word();
    return text.size() > 40 ? "long" : text;
  }

  std::string word() {
    static const std::vector<std::string> kWords = {
        "",
        "a",
        "no",
        "1",
        "1.5",
        "2026-11-22",
        "null",
        "~",
        "- a",
        "a: b",
        "a #b",
        "#",
        "'",
        "\"",
        "a\"b",
        "\\",
        "a\\ b",
        "{",
        "]",
        "a, b",
        "?",
        "@",
        "`",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "%",
        "a:",
        ":a",

        "a\nb",
        " a",
        "a ",
        "a  b",
        "贈与",
        "- - -",
        "one two - three : four # five",
        "the quick brown fox jumps over the lazy dog and -1 - 2 'three' (four) does it again and "
        "again "
        "until the line is full and then it goes on for a while: what now, one may ask",
    };
    return kWords[static_cast<std::size_t>(below(static_cast<int>(kWords.size())))];
  }

  int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(random_); }

 private:
  std::mt19937 random_;
};

constexpr unsigned kValues = 3000;

TEST(Layout, IsOneOfEveryGeneratedValue) {
  for (unsigned seed = 0; seed < kValues; ++seed) {
    Values values(seed);
    const WrittenValue value = {{"b", values.make(5)}, {"a", values.make(3)}};
    const std::string text = laid_out(flow_text(value));
    EXPECT_EQ(read(text).value, json(value));
    if (HasFailure()) return;
  }
}

/// What comments a line may end with: one behind it, and one in a line below that stands so deep.
struct Room {
  bool behind = true;
  int deepest_below = 4;
};

/// Returns the room at the line breaks in long texts and behind them, where a comment could be text.
std::map<std::size_t, Room> room_at_texts(const Document& document) {
  std::map<std::size_t, Room> rooms;
  const std::string_view text = document.source.text();
  document.spans.for_each([&](const std::string& pointer, const NodeSpans& spans) {
    if (!document.value.at(json::json_pointer(pointer)).is_string()) return;
    const auto [begin, end] = spans.value;
    const std::size_t first = text.find('\n', begin);
    const bool is_block = text[begin] == '>';
    for (std::size_t at = first; at < end; at = text.find('\n', at + 1)) {
      rooms[at] = {.behind = is_block && at == first, .deepest_below = -1};
    }
    if (!is_block) return;
    const std::size_t last = text.rfind('\n', end - 1) + 1;
    const auto column = static_cast<int>(text.find_first_not_of(' ', last) - last);
    rooms[end] = {.behind = false, .deepest_below = std::min(column - 1, 4)};
  });
  return rooms;
}

/// Puts comments between the lines of a document and behind them, and counts them.
std::string commented(const Document& document, Values& values, int& count) {
  const std::map<std::size_t, Room> rooms = room_at_texts(document);
  const std::string_view text = document.source.text();
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto found = rooms.find(at);
    const Room room = found == rooms.end() ? Room{} : found->second;
    const bool is_end = text[at] == '\n';
    if (is_end && room.behind && values.below(4) == 0) {
      out += " # c" + std::to_string(count++) + "x";
    }
    out += text[at];
    if (is_end && room.deepest_below >= 0 && values.below(4) == 0) {
      out += std::string(static_cast<std::size_t>(values.below(room.deepest_below + 1)), ' ') +
             "# c" + std::to_string(count++) + "x\n";
    }
  }
  return out;
}

TEST(Layout, LosesNoCommentOfAGeneratedValue) {
  for (unsigned seed = 0; seed < kValues; ++seed) {
    Values values(seed);
    const WrittenValue value = {{"b", values.make(4)}, {"a", values.make(4)}};
    int count = 0;
    const std::string text = laid_out(commented(read(canonical_yaml(value, {})), values, count));
    for (int i = 0; i < count; ++i) {
      const std::string comment = "# c" + std::to_string(i) + "x";
      const std::size_t at = text.find(comment);
      ASSERT_NE(at, text.npos) << text;
      EXPECT_EQ(text.find(comment, at + 1), text.npos) << text;
    }
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace simrules
