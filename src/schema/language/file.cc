#include "schema/language/file.h"

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "schema/embedded_languages.h"

namespace simrules {
namespace {

using nlohmann::json;

/// Returns the texts of an object, without the objects that stand among them.
Texts texts_of(const json& object) {
  Texts texts;
  for (const auto& [name, text] : object.items()) {
    if (text.is_string()) texts.emplace(name, text.get<std::string>());
  }
  return texts;
}

/// Adds the forms that words have: `counter` of `lines` is called `counter:lines`, and that of every
/// other value, which stands at `*`, `counter`.
void add_word_forms(Texts& texts, const json& phrases) {
  for (const auto& [form, words] : phrases.items()) {
    if (!words.is_object() || form == "words") continue;
    for (const auto& [word, text] : texts_of(words))
      texts.emplace(word == "*" ? form : fmt::format("{}:{}", form, word), text);
  }
}

Texts texts_at(const json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() ? Texts() : texts_of(*found);
}

TextSections sections_at(const json& object, const char* name) {
  TextSections sections;
  const auto found = object.find(name);
  if (found == object.end()) return sections;
  for (const auto& [section, texts] : found->items()) sections.emplace(section, texts_of(texts));
  return sections;
}

FieldWords field_words(const json& entry) {
  FieldWords words;
  if (!entry.is_object()) return words;
  words.label = entry.value("label", "");
  words.words = texts_at(entry, "words");
  words.questions = sections_at(entry, "questions");
  const auto phrases = entry.find("phrases");
  if (phrases == entry.end()) return words;
  words.phrases = texts_of(*phrases);
  add_word_forms(words.phrases, *phrases);
  words.phrase_words = texts_at(*phrases, "words");
  return words;
}

/// Adds the names that a file does not have itself.
void add_names(json& file, const json& names) {
  for (const auto& [kind, texts] : names.items()) {
    json& own = file["names"][kind];
    if (own.is_null()) own = json::object();
    for (const auto& [code, name] : texts.items()) own.emplace(code, name);
  }
}

json parse_whole(const LanguageText& text) {
  json file = json::parse(text.text);
  if (!text.names.empty()) add_names(file, json::parse(text.names));
  return file;
}

/// Gives the English of a repository or a release that an older program made the sentences and messages
/// that came since: without them there would be nothing to say.
void add_newer_messages(const LanguageText& text, Language& english) {
  const auto& built_in = embedded_languages();
  const auto own = std::ranges::find(built_in, kFallbackLanguage, &LanguageText::tag);
  if (own == built_in.end() || own->text == text.text) return;
  const Language newest = read_language(parse_whole(*own));
  for (const auto part : {&Language::sentences, &Language::messages}) {
    for (const auto& [section, texts] : newest.*part)
      (english.*part)[section].insert(texts.begin(), texts.end());
  }
}

}  // namespace

Language read_language(const json& file) {
  Language language;
  language.tag = file.value("language", "");
  language.name = file.value("name", "");
  language.html_lang = file.value("html_lang", language.tag);
  const json fields = file.value("fields", json::object());
  for (const auto& [place, entry] : fields.items()) {
    language.fields.emplace(place, field_words(entry));
  }
  language.words = texts_at(file, "words");
  language.sentences = sections_at(file, "sentences");
  language.messages = sections_at(file, "messages");
  language.names = sections_at(file, "names");
  return language;
}

LanguagesPtr languages_of(std::vector<LanguageText> texts) {
  std::ranges::sort(texts, {}, &LanguageText::tag);
  std::stable_partition(texts.begin(), texts.end(), [](const LanguageText& text) {
    return text.tag == kFallbackLanguage;
  });
  const auto files = std::make_shared<const std::vector<LanguageText>>(std::move(texts));
  Languages::Readers readers;
  std::vector<std::string> tags;
  for (const LanguageText& text : *files) {
    readers[tags.emplace_back(text.tag)] = [files, &text] {
      Language language = read_language(parse_whole(text));
      if (text.tag == kFallbackLanguage) add_newer_messages(text, language);
      return language;
    };
  }
  return std::make_shared<const Languages>(std::move(readers), std::move(tags), false, files);
}

const LanguagesPtr& built_in_languages() {
  static const LanguagesPtr kLanguages = languages_of(embedded_languages());
  return kLanguages;
}

std::string whole_language(const LanguageText& language) {
  json whole = parse_whole(language);
  whole["$schema"] = kLanguageSchemaName;
  return whole.dump(2) + '\n';
}

}  // namespace simrules
