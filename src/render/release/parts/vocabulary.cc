#include "render/release/parts/vocabulary.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "release/contents/json_text.h"
#include "release/contents/parts/small_files.h"
#include "render/release/parts/head.h"

namespace simrules {
namespace {

using nlohmann::json;

/// Writes what a text is in each language.
template <typename TextIn>
json texts_json(const PolicySchema& schema, const TextIn& text_in) {
  json texts = json::object();
  for (const std::string& tag : schema.languages()) texts[tag] = text_in(tag);
  return texts;
}

json questions_json(const FieldSpec& field, const PolicySchema& schema) {
  json questions = json::object();
  for (const Question& question : field.questions) {
    const FieldWords* words = schema.language(kFallbackLanguage).field(field.place);
    if (words == nullptr || !words->questions.contains(question.id)) continue;
    for (const auto& text : words->questions.at(question.id)) {
      const std::string& use = text.first;
      questions[question.id][use] = texts_json(
          schema, [&](const auto& tag) { return field.question_text(question.id, use, tag); });
    }
  }
  return questions;
}

json field_json(const FieldSpec& field, const PolicySchema& schema) {
  json words = json::object();
  for (const std::string& word : field.words)
    words[word] = texts_json(schema, [&](const auto& tag) { return field.word_label(word, tag); });
  return {{"label", texts_json(schema, [&](const auto& tag) { return field.label(tag); })},
          {"words", std::move(words)},
          {"questions", questions_json(field, schema)}};
}

/// Adds a field and those below it, by the place where files of languages have their words.
/// Shape: several fields may share a place, and what one of them lacks another one has.
void add_fields(const FieldSpec& field, const PolicySchema& schema, json& fields) {
  if (!field.place.empty()) {
    json& entry = fields[field.place];
    const json now = field_json(field, schema);
    if (entry.is_null()) {
      entry = now;
    } else {
      for (const char* part : {"words", "questions"}) entry[part].update(now.at(part));
    }
  }
  for (const auto& member : field.properties) add_fields(*member.second, schema, fields);
  for (const FieldSpec* below : {field.items.get(), field.additional.get()}) {
    if (below != nullptr) add_fields(*below, schema, fields);
  }
}

/// Turns sections of texts of each language into texts with each language.
json sections_json(const PolicySchema& schema, TextSections Language::*sections) {
  json all = json::object();
  for (const auto& [section, texts] : schema.language(kFallbackLanguage).*sections) {
    json& told = all[section] = json::object();
    for (const auto& text : texts) {
      const std::string& use = text.first;
      told[use] = texts_json(schema, [&](const std::string& tag) {
        const Texts& others = (schema.language(tag).*sections).at(section);
        const auto found = others.find(use);
        return found == others.end() ? text.second : found->second;
      });
    }
  }
  return all;
}

json languages_json(const PolicySchema& schema) {
  json languages = json::object();
  for (const std::string& tag : schema.languages()) {
    const Language& language = schema.language(tag);
    languages[tag] = {{"name", language.name}, {"html_lang", language.html_lang}};
  }
  return languages;
}

}  // namespace

std::string vocabulary_file(const ReleaseContent& content, const std::vector<ReleaseFile>&) {
  const PolicySchema& schema = content.head.schema;
  json fields = json::object();
  add_fields(schema.root(), schema, fields);
  json text = small_file_head(kVocabularyName, content);
  text["languages"] = languages_json(schema);
  text["fields"] = std::move(fields);
  text["messages"] = sections_json(schema, &Language::messages);
  text["names"] = sections_json(schema, &Language::names);
  return compact_json_text(text);
}

}  // namespace simrules
