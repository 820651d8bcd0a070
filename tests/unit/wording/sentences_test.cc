#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "diff/diff.h"
#include "schema/language/place.h"
#include "schema/lint/vocabulary.h"
#include "support/render_fixture.h"
#include "unit/diff/generator.h"
#include "wording/change.h"
#include "wording/rule.h"

namespace simrules {
namespace {

using nlohmann::json;

/// Generated pairs of policies; raise it to search longer. One in twenty has most of the fields
/// that there are.
constexpr unsigned kPairs = 80;
constexpr unsigned kFullEvery = 20;
constexpr int kFull = 70;
constexpr int kSmall = 25;

/// What no sentence of any language holds.
constexpr std::array<std::string_view, 30> kOdd = {
    "..",  "。。", ".。",  "。.",  "{",    "}",    "[",    "]",    "  ",   " ,",
    " .",  " ;",   " :",   " )",   "( ",   "()",   "（）", "「」", "“”",   ",,",
    ", ,", ",.",   "、、", "，，", "；；", "、。", "，。", "（、", "（，", "→"};

/// Words that join others: no two of them stand side by side.
constexpr std::array<std::string_view, 27> kParticles = {
    "をを", "がが", "はは", "にに", "でで", "のの",     "とと",     "をが",   "がを",
    "はが", "がは", "をの", "のを", "のが", "からから", "までまで", "でもに", "でもと",
    "の的", "的的", "由由", "至至", "为为", "和和",     "每每",     "自自",   "起起"};

std::string odd_in(const std::string& text) {
  for (const std::string_view odd : kOdd) {
    if (text.find(odd) != std::string::npos) return std::string(odd);
  }
  for (const std::string_view odd : kParticles) {
    if (text.find(odd) != std::string::npos) return std::string(odd);
  }
  return {};
}

/// Returns a word that stands twice in a row: "from from".
std::string doubled_word(const std::string& text) {
  std::string before;
  std::string word;
  for (const char c : text + ' ') {
    if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
      word += c;
      continue;
    }
    if (word.size() > 1 && word == before) return word;
    before = c == ' ' ? word : "";
    word.clear();
  }
  return {};
}

/// The members that objects cannot do without, and those that go with another, by place.
struct Needs {
  std::map<std::string, std::vector<std::string>> always;
  std::map<std::string, json> with;
};

const Needs& needs() {
  static const Needs all = [] {
    Needs found;
    const json& schema = test_schema().schema().value();
    for (const FieldUse& use : list_fields(schema)) {
      const std::string place = field_place(use.pointer);
      if (use.node->contains("required")) found.always[place] = use.node->at("required");
      if (use.node->contains("dependencies")) found.with[place] = use.node->at("dependencies");
    }
    return found;
  }();
  return all;
}

void add_member(const FieldSpec& spec, json& object, const std::string& name, Generator& random) {
  const FieldSpec* member = spec.member(name);
  if (member != nullptr && !object.contains(name)) object[name] = random.make(*member);
}

/// Gives generated objects what each valid one has: sentences rely on it.
void complete(const FieldSpec& spec, json& value, Generator& random) {
  if (value.is_array() && spec.items != nullptr) {
    for (json& item : value) complete(*spec.items, item, random);
  }
  if (!value.is_object() || spec.is_quantity()) return;
  if (const auto names = needs().always.find(spec.place); names != needs().always.end()) {
    for (const std::string& name : names->second) add_member(spec, value, name, random);
  }
  if (const auto pairs = needs().with.find(spec.place); pairs != needs().with.end()) {
    for (const auto& [name, others] : pairs->second.items()) {
      if (!value.contains(name) || !others.is_array()) continue;
      for (const json& other : others) add_member(spec, value, other, random);
    }
  }
  for (auto& [name, item] : value.items()) {
    if (const FieldSpec* member = spec.member(name)) complete(*member, item, random);
  }
}

json completed(json policy, Generator& random) {
  policy["id"] = "jp/brand";
  policy["name"] = {{"en", "Brand"}};
  complete(test_schema().root(), policy, random);
  return policy;
}

/// Fails for a sentence with something that no editor would let stand.
/// Shape: once for each kind of change.
void expect_clean(const std::string& sentence, const std::string& kind, const std::string& where) {
  static std::set<std::string> seen;
  const std::string odd = odd_in(sentence) + doubled_word(sentence);
  if (odd.empty() || !seen.insert(kind + odd).second) return;
  ADD_FAILURE() << "`" << odd << "` in " << where << "\n" << sentence;
}

TEST(SentenceProperty, NoSentenceOnAChangeOrARuleHoldsAnOddity) {
  std::set<std::string> fields;
  for (unsigned seed = 0; seed < kPairs; ++seed) {
    Generator random(seed, seed % kFullEvery == 0 ? kFull : kSmall);
    const FieldSpec& root = test_schema().root();
    const json base = completed(random.make(root), random);
    const json head = completed(random.mutate(root, base), random);
    const Catalog before = make_test_catalog(base);
    const Catalog after = make_test_catalog(head);
    const Differences differences = diff(before, test_schema(), after, test_schema());
    for (const Change* change : told_changes(differences)) {
      for (const std::string& language : test_schema().languages()) {
        const std::string sentence =
            change_sentence(*change, {before, after, test_schema(), language});
        expect_clean(sentence, change->id, std::to_string(seed) + ' ' + change->pointer);
      }
      if (const FieldSpec* spec = find_field(root, change->pointer)) fields.insert(spec->place);
    }
    for (const Rule& rule : after.find("jp/brand")->rules) {
      for (const std::string& language : test_schema().languages()) {
        expect_clean(rule_sentence(rule, *after.find("jp/brand"), test_schema(), language),
                     rule.topic,
                     std::to_string(seed) + ' ' + rule.id);
      }
    }
  }
  // The pool reaches the fields of every definition.
  EXPECT_GT(fields.size(), 100U);
}

}  // namespace
}  // namespace simrules
