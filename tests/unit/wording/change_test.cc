#include "wording/change.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <gtest/gtest.h>

#include "diff/diff.h"
#include "diff/order/direction.h"
#include "schema/codes.h"
#include "support/case_fixture.h"
#include "support/source_dir.h"
#include "wording/rule.h"
#include "wording/words.h"

namespace simrules {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kLanguages = {"en", "ja", "zh"};

fs::path tests_folder() { return fs::path(kSourceDir) / "tests"; }

std::string read_text(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Compares with a checked-in text, or writes it where UPDATE_EXPECTED is set.
void expect_golden(const fs::path& path, const std::string& text) {
  if (std::getenv("UPDATE_EXPECTED") != nullptr) std::ofstream(path) << text;
  EXPECT_EQ(read_text(path), text) << path;
}

std::string change_sentences(const std::string& name) {
  const fs::path input = tests_folder() / "cases/diff" / name / "input";
  const Catalog base = read_catalog(input / "base");
  const Catalog head = read_catalog(input / "head");
  std::string text;
  const Differences differences = diff(base, test_schema(), head, test_schema());
  for (const Change* told : told_changes(differences)) {
    const Change& change = *told;
    text += "# " + change.policy + change.pointer + " " + change.id + "\n";
    for (const std::string& language : kLanguages) {
      text += change_sentence(change, {base, head, test_schema(), language}) + "\n";
    }
  }
  return text;
}

TEST(ChangeSentence, ReadsRightInEveryCase) {
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(tests_folder() / "sentences/changes")) {
    expect_golden(entry.path(), change_sentences(entry.path().stem().string()));
    ++count;
  }
  EXPECT_GE(count, 22U);
}

/// A change of the sample policy that ends in a direction word, in a field that has this direction.
Change change_of(const DirectionWord& direction) {
  Change change;
  change.id = "transfer-sample-" + direction.word;
  change.policy = "jp/sample";
  change.topic = "transfer";
  change.rule = "data-gift";
  change.cause = "carrier_change";
  change.effective = {{"announced", "2025-12"}, {"from", "2026-01-01"}};
  const auto at = [&](const char* field, nlohmann::json before, nlohmann::json after) {
    change.pointer = std::string("/transfer/data-gift/") + field;
    change.before = std::move(before);
    change.after = std::move(after);
  };
  at("amount/max", {{"value", 500}, {"unit", "MB"}}, {{"value", 1}, {"unit", "GB"}});
  if (direction.word == "decreased") std::swap(change.before, change.after);
  const auto turns = [&](const char* field, const char* best) {
    for (const auto& [word, turn] :
         rule_spec(test_schema().root(), "transfer")->member(field)->turns) {
      if (turn.fall == direction.word) at(field, best, word);
      if (turn.rise == direction.word) at(field, word, best);
    }
  };
  turns("verdict", "allowed");
  turns("lifecycle", "active");
  if (direction.word == "introduced") at("recurrence", nullptr, "monthly");
  if (direction.word == "removed") at("recurrence", "monthly", nullptr);
  if (direction.word == "reworded") at("notes/en", "One line.", "Another line.");
  if (direction.word == "enabled") at("used_first", false, true);
  if (direction.word == "disabled") at("used_first", true, false);
  if (direction.word == "extended") at("contracts/until", "2025-10", "2026-03-31");
  if (direction.word == "brought-forward") at("contracts/until", "2026-03-31", "2025");
  if (direction.word == "widened") at("recipients", "family_group", "anyone");
  if (direction.word == "narrowed") at("plans", "all", {"small", "large"});
  if (direction.word == "lengthened") at("conditions", nullptr, {"id_check"});
  if (direction.word == "shortened") at("conditions", {"id_check", "no_resale"}, {"no_resale"});
  if (direction.word == "clarified") at("recipients", "unknown", "anyone");
  if (direction.word == "obscured") at("recipients", "anyone", "unknown");
  return change;
}

TEST(ChangeSentence, HasATemplateForEveryDirection) {
  const Catalog catalog = make_test_catalog(test_policy());
  std::string text;
  for (const DirectionWord& direction : direction_words(test_schema())) {
    const Change change = change_of(direction);
    text += "# " + direction.word + "\n";
    for (const std::string& language : kLanguages) {
      const ChangeContext context{catalog, catalog, test_schema(), language};
      const std::string sentence = change_sentence(change, context);
      EXPECT_EQ(sentence.find("→"), std::string::npos) << direction.word << " has no template";
      EXPECT_EQ(sentence.find('{'), std::string::npos) << sentence;
      text += sentence + "\n";
    }
  }
  expect_golden(tests_folder() / "sentences/directions.txt", text);
}

TEST(ChangeSentence, TellsWhoseChangeItIs) {
  const Catalog catalog = make_test_catalog(test_policy());
  std::string text;
  for (const char* cause :
       {"carrier_change", "correction", "clarification", "reverified", "initial"}) {
    for (const auto& [before, after] : std::vector<std::pair<nlohmann::json, nlohmann::json>>{
             {"family_group", "anyone"}, {nullptr, "anyone"}, {"anyone", nullptr}}) {
      Change change = change_of({before.is_null()  ? "clarified"
                                 : after.is_null() ? "obscured"
                                                   : "widened",
                                 "",
                                 ""});
      change.cause = cause;
      change.before = before;
      change.after = after;
      for (const std::string& language : kLanguages) {
        const ChangeContext context{catalog, catalog, test_schema(), language};
        text += change_sentence(change, context) + "\n";
      }
    }
  }
  expect_golden(tests_folder() / "sentences/causes.txt", text);
}

TEST(Labels, AreThereForEveryCountry) {
  const FieldSpec* countries = test_schema().root().member("countries");
  for (char a = 'A'; a <= 'Z'; ++a) {
    for (char b = 'A'; b <= 'Z'; ++b) {
      const std::string code{a, b};
      if (!is_country(code)) continue;
      EXPECT_NE(countries->items->word_label(code, "ja"), code);
      EXPECT_NE(countries->items->word_label(code, "zh"), code);
    }
  }
}

TEST(Labels, AreThereForWhatTheProgramDerives) {
  for (const std::string& language : kLanguages) {
    std::set<std::string_view> words;
    for (int i = 0; i <= static_cast<int>(Impact::kEditorial); ++i) {
      words.insert(impact_word(static_cast<Impact>(i), test_schema().language(language)));
    }
    for (int i = 0; i <= static_cast<int>(Confidence::kConfirmed); ++i) {
      words.insert(confidence_word(static_cast<Confidence>(i), test_schema().language(language)));
    }
    for (const std::string& cause :
         rule_spec(test_schema().root(), "transfer")->member("revision")->member("cause")->words) {
      EXPECT_NE(test_schema().language(language).sentence("causes", cause), "");
    }
    EXPECT_EQ(words.size(), 12U) << language;
    EXPECT_FALSE(words.contains(""));
  }
}

void expect_golden_rules(const Catalog& catalog, const std::string& id) {
  const Policy* policy = catalog.find(id);
  ASSERT_NE(policy, nullptr);
  std::string text;
  for (const Rule& rule : policy->rules) {
    text += "# " + rule.topic + "/" + rule.id + "\n";
    for (const std::string& language : kLanguages) {
      text += rule_sentence(rule, *policy, test_schema(), language) + "\n";
    }
  }
  expect_golden(tests_folder() / "sentences/rules" / (fs::path(id).filename().string() + ".txt"),
                text);
}

TEST(RuleSentence, ReadsRightForEveryRealPolicy) {
  const Catalog catalog = read_catalog(fs::path(kSourceDir) / "policies");
  for (const char* id : {"jp/softbank", "jp/mineo", "jp/iijmio"}) expect_golden_rules(catalog, id);
}

TEST(RuleSentence, ReadsAsAnEditorWrites) {
  expect_golden_rules(read_catalog(tests_folder() / "cases/diff/as-an-editor-writes/input/base"),
                      "jp/blue");
}

}  // namespace
}  // namespace simrules
