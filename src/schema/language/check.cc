#include "schema/language/check.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "base/text.h"
#include "schema/language/place.h"
#include "schema/language/placeholders.h"
#include "schema/lint/vocabulary.h"
#include "schema/reference.h"
#include "schema/schema_check.h"
#include "schema/spec/words.h"

namespace simrules {
namespace {

using nlohmann::json;
using Names = std::vector<std::string>;

/// What a language file can say of a field: the policy schema's side.
/// Shape: `members` are what templates can name: those of the field, and those beside it.
struct FieldPlace {
  bool is_named = false;
  Names words;
  Names questions;
  std::set<std::string> members;
  Names directions;
};

using Places = std::map<std::string, FieldPlace>;

/// The uses of a field's templates that are no direction of a change.
const Names kUses = {"text",
                     "name",
                     "noun",
                     "empty",
                     "number",
                     "amount",
                     "amount_one",
                     "counted",
                     "gained",
                     "lost",
                     "quoted",
                     "term",
                     "words"};

/// The uses that the English words of a field cannot stand in for.
const Names kContent = {"text", "name"};

/// Names a finding of the checker in the words of a translator; what is missing is told in English.
class ShapeSink final : public DiagnosticSink {
 public:
  explicit ShapeSink(DiagnosticSink& sink) : sink_(sink) {}

  bool is_clean() const { return is_clean_; }

  void report(Diagnostic diagnostic) override {
    const bool is_missing = diagnostic.check == "missing-key";
    const bool is_unknown = diagnostic.check == "unknown-key";
    diagnostic.check = is_missing   ? "language-missing-word"
                       : is_unknown ? "language-unknown-key"
                                    : "language-wrong-value";
    if (is_missing) diagnostic.severity = Severity::kWarning;
    is_clean_ = is_clean_ && is_missing;
    sink_.report(std::move(diagnostic));
  }

 private:
  DiagnosticSink& sink_;
  bool is_clean_ = true;
};

Names directions_of(const json& node) {
  Names directions;
  const auto turns = node.find("x-turns");
  if (turns == node.end()) return directions;
  for (const json& turn : *turns) {
    for (const json& direction : turn) directions.push_back(direction.get<std::string>());
  }
  return directions;
}

/// Returns the words that a file says the names of; those of a set are written at the set.
Names words_at(const json& root, const json& node) {
  const bool is_set = node.value("x-set", false) && node.contains("items");
  Names words = words_of(node);
  if (!is_set || !words.empty()) return words;
  // The words of items that several sets share stand where the items are.
  return node.at("items").contains("$ref") ? words : words_of(resolve(root, node.at("items")));
}

Places places_in(const json& policy) {
  Places places;
  std::set<std::string> of_sets;
  for (const FieldUse& use : list_fields(policy)) {
    FieldPlace& place = places[field_place(use.pointer)];
    const json& node = *use.node;
    place.is_named = place.is_named || use.named;
    place.words = words_at(policy, node);
    place.directions = directions_of(node);
    for (const json& question : node.value("x-questions", json::array()))
      place.questions.push_back(question.at("id"));
    for (const json* object : {use.node, use.named ? use.parent : nullptr}) {
      if (object == nullptr || !object->contains("properties")) continue;
      for (const auto& member : object->at("properties").items())
        place.members.insert(member.key());
    }
    if (node.value("x-set", false)) of_sets.insert(field_place(use.pointer) + "/[]");
  }
  for (const std::string& items : of_sets) {
    if (const auto found = places.find(items); found != places.end()) found->second.words.clear();
  }
  return places;
}

/// One check of one file.
struct Check {
  const Document& file;
  const LanguageRules& rules;
  DiagnosticSink& sink;
  std::set<std::string> forms = {};
  bool is_fine = true;

  void error(const char* check, const std::string& pointer, std::string message, std::string help) {
    is_fine = false;
    sink.report({.check = check,
                 .place = file.value_place(pointer),
                 .pointer = pointer,
                 .message = std::move(message),
                 .help = std::move(help)});
  }

  void unknown_key(const std::string& pointer, const std::string& what, const Names& known) {
    is_fine = false;
    const auto close = nearest(pointer_leaf(pointer), known);
    sink.report({.check = "language-unknown-key",
                 .place = file.key_place(pointer),
                 .pointer = pointer,
                 .message = fmt::format("{} is {}", quoted(pointer_leaf(pointer)), what),
                 .help = close ? fmt::format("did you mean {}?", quoted(*close))
                               : "take it out: nothing reads it"});
  }

  void missing(const std::string& pointer, const std::string& message) {
    sink.report({.check = "language-missing-word",
                 .severity = Severity::kWarning,
                 .place = file.key_place(pointer),
                 .pointer = pointer,
                 .message = message,
                 .help = "add it; until then it is told in English"});
  }
};

void check_brackets(Check& check, const std::string& pointer, const std::string& text) {
  if (has_balanced_brackets(text)) return;
  check.error("language-open-bracket",
              pointer,
              "a bracket of an optional part has no partner",
              "close each `[` with a `]`");
}

void check_template(Check& check,
                    const std::string& pointer,
                    const std::string& text,
                    const Names& allowed) {
  check_brackets(check, pointer, text);
  for (const std::string& name : placeholders_of(text)) {
    if (std::ranges::find(allowed, name) != allowed.end()) continue;
    const auto close = nearest(name, allowed);
    check.error("language-unknown-placeholder",
                pointer,
                fmt::format("the template has nothing to fill {} with", quoted(name)),
                close             ? fmt::format("did you mean {}?", quoted(*close))
                : allowed.empty() ? "write it without a placeholder"
                                  : "it can name " + quoted_list(allowed, "and"));
  }
}

/// Refuses a template without a placeholder that the English one has: something would not be told.
void check_told(Check& check,
                const std::string& pointer,
                const std::string& text,
                const std::string& english) {
  Names here = placeholders_of(text);
  // The name of a currency and its code tell the same.
  std::ranges::replace(here, "currency", "code");
  for (const std::string& name : placeholders_of(english)) {
    const std::string wanted = name == "currency" ? "code" : name;
    if (std::ranges::find(here, wanted) != here.end()) continue;
    check.error("language-lost-placeholder",
                pointer,
                fmt::format("{} is not told, which the English text names", quoted(name)),
                fmt::format("put `{{{}}}` where it belongs: {}", name, quoted(english)));
    return;
  }
}

/// Adds the forms that the templates of some texts ask for, as `{member:form}`.
void add_forms(std::set<std::string>& forms, const json& texts) {
  for (const json& text : texts) {
    if (text.is_object()) add_forms(forms, text);
    if (!text.is_string()) continue;
    for (const std::string& form : forms_of(text.get<std::string>())) {
      forms.insert({form, form + "_one"});
    }
  }
}

/// Lists the uses that a template of a field can be for.
Names uses_at(const Check& check, const FieldPlace& place) {
  Names uses = kUses;
  uses.insert(uses.end(), place.directions.begin(), place.directions.end());
  for (const auto& change : check.rules.english.sentences.at("changes"))
    uses.push_back(change.first);
  for (const std::string& member : place.members) uses.push_back("of_" + member);
  uses.insert(uses.end(), check.forms.begin(), check.forms.end());
  return uses;
}

/// Lists what a template of a field can name.
Names named_by(const std::string& use, const Check& check, const FieldPlace& place) {
  const bool is_change = check.rules.english.sentences.at("changes").contains(use) ||
                         std::ranges::find(place.directions, use) != place.directions.end();
  const std::string section = is_change                          ? "field"
                              : use.starts_with("of_")           ? "of"
                              : use == "amount_one"              ? "amount"
                              : use == "lost" || use == "quoted" ? "gained"
                                                                 : use;
  Names names = placeholders_in(section);
  const bool is_form = check.forms.contains(use) || use == "counted" || use == "term";
  if (is_form) names.emplace_back("it");
  if (section != "amount" && section != "gained")
    names.insert(names.end(), place.members.begin(), place.members.end());
  return names;
}

void check_phrases(Check& check,
                   const std::string& pointer,
                   const json& phrases,
                   const FieldPlace& place) {
  const Names uses = uses_at(check, place);
  for (const auto& [use, text] : phrases.items()) {
    const std::string at = pointer_join(pointer, use);
    if (std::ranges::find(uses, use) == uses.end()) {
      check.unknown_key(at, "no use of a template here", uses);
      continue;
    }
    const Names names = named_by(use, check, place);
    if (text.is_string()) check_template(check, at, text.get<std::string>(), names);
    if (!text.is_object() || use == "words") continue;
    for (const auto& word : text.items()) {
      check_template(check, pointer_join(at, word.key()), word.value().get<std::string>(), names);
    }
  }
}

void check_word_keys(Check& check,
                     const std::string& pointer,
                     const json& words,
                     const Names& known,
                     const char* what = "no word of this field") {
  for (const auto& word : words.items()) {
    if (std::ranges::find(known, word.key()) != known.end()) continue;
    check.unknown_key(pointer_join(pointer, word.key()), what, known);
  }
}

void check_field(Check& check,
                 const std::string& pointer,
                 const json& entry,
                 const FieldPlace& place) {
  if (const auto words = entry.find("words"); words != entry.end()) {
    check_word_keys(check, pointer_join(pointer, "words"), *words, place.words);
  }
  check_word_keys(check,
                  pointer_join(pointer, "questions"),
                  entry.value("questions", json::object()),
                  place.questions,
                  "no question of this field");
  const auto phrases = entry.find("phrases");
  if (phrases == entry.end()) return;
  const std::string at = pointer_join(pointer, "phrases");
  check_phrases(check, at, *phrases, place);
  Names words = place.words;
  // Truths have words in sentences where yes and no do not say enough.
  words.insert(words.end(), {"true", "false", "*"});
  for (const auto& [use, own] : phrases->items()) {
    if (own.is_object()) check_word_keys(check, pointer_join(at, use), own, words);
  }
}

bool has_text(const json& entry, std::initializer_list<std::string> path) {
  std::string pointer;
  for (const std::string& name : path) pointer = pointer_join(pointer, name);
  return find_value(entry, pointer) != nullptr;
}

/// Tells what is told in English because a language does not say it of a field.
void check_completeness(Check& check,
                        const std::string& pointer,
                        const json& entry,
                        const Places::value_type& field) {
  const auto& [name, place] = field;
  const auto lacks = [&](const std::string& what) {
    check.missing(pointer, fmt::format("{} has no {}", quoted(name), what));
  };
  if (place.is_named && !has_text(entry, {"label"})) lacks("`label`");
  const json& shared = check.file.value.value("words", json::object());
  for (const std::string& word : place.words) {
    const bool has_word = has_text(entry, {"words", word}) || shared.contains(word);
    if (!has_word) lacks("name of the word " + quoted(word));
  }
  for (const std::string& question : place.questions) {
    if (!has_text(entry, {"questions", question}))
      lacks("words for the question " + quoted(question));
  }
  for (const std::string& direction : place.directions) {
    if (!has_text(entry, {"phrases", direction})) lacks("sentence for " + quoted(direction));
  }
  const FieldWords* english = check.rules.english.field(name);
  if (english == nullptr) return;
  for (const std::string& use : kContent) {
    if (english->phrases.contains(use) && !has_text(entry, {"phrases", use})) {
      lacks(quoted(use) + " in `phrases`");
    }
  }
}

void check_fields(Check& check) {
  const Places places = places_in(check.rules.policy);
  Names known;
  for (const auto& place : places) known.push_back(place.first);
  const json& fields = check.file.value.at("fields");
  add_forms(check.forms, fields);
  for (const auto& [name, entry] : fields.items()) {
    const std::string at = pointer_join("/fields", name);
    const auto place = places.find(name);
    if (place == places.end()) {
      check.unknown_key(at, "no place of a field", known);
    } else {
      check_field(check, at, entry, place->second);
    }
  }
  for (const auto& place : places) {
    const auto entry = fields.find(place.first);
    const bool is_there = entry != fields.end();
    check_completeness(check,
                       is_there ? pointer_join("/fields", place.first) : "/fields",
                       is_there ? *entry : json::object(),
                       place);
  }
}

/// Checks the templates of sentences or the messages of reports.
void check_sections(Check& check, const char* part, const TextSections& english) {
  const bool is_message = part == std::string_view("messages");
  const json sections = check.file.value.value(part, json::object());
  for (const auto& [section, texts] : sections.items()) {
    const auto of_english = english.find(section);
    for (const auto& [use, text] : texts.items()) {
      const std::string at = pointer_join(pointer_join(pointer_join("", part), section), use);
      const auto found =
          of_english == english.end() ? Texts::const_iterator() : of_english->second.find(use);
      const bool has_english = of_english != english.end() && found != of_english->second.end();
      const Names told = has_english ? placeholders_of(found->second) : Names();
      check_template(
          check, at, text.get<std::string>(), is_message ? told : placeholders_in(section));
      if (has_english) check_told(check, at, text.get<std::string>(), found->second);
    }
  }
}

}  // namespace

bool check_shape(const Document& file, const Schema& shape, DiagnosticSink& sink) {
  ShapeSink renamed(sink);
  SchemaChecker(shape).check(file, renamed);
  return renamed.is_clean();
}

bool check_language(const Document& file, const LanguageRules& rules, DiagnosticSink& sink) {
  // What is checked here relies on the shape.
  if (!check_shape(file, rules.shape, sink)) return false;
  Check check{file, rules, sink};
  if (file.value.contains("fields")) check_fields(check);
  check_sections(check, "sentences", rules.english.sentences);
  check_sections(check, "messages", rules.english.messages);
  return check.is_fine;
}

}  // namespace simrules
