#include "schema/spec/field_spec.h"

#include <algorithm>

namespace simrules {

namespace {

std::string spaced(std::string text) {
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

/// Returns what a language says of a place, or nothing.
const FieldWords& words_at(const LanguagesPtr& languages,
                           std::string_view language,
                           std::string_view place) {
  static const FieldWords kNothing;
  const FieldWords* found =
      languages == nullptr || place.empty() ? nullptr : languages->find(language).field(place);
  return found == nullptr ? kNothing : *found;
}

const std::string* find_text(const Texts& texts, std::string_view name) {
  const auto found = texts.find(name);
  return found == texts.end() ? nullptr : &found->second;
}

/// Returns where the names of codes of a format are in a language; empty for other formats.
std::string_view names_of(std::string_view format) {
  if (format == "country") return "countries";
  return format == "currency" ? "currencies" : "";
}

}  // namespace

void LazyFields::read() const {
  std::call_once(reading_, [&] {
    if (read_) fields_ = read_();
    is_read_.store(true, std::memory_order_release);
  });
}

const FieldSpec* FieldSpec::member(std::string_view property) const {
  const auto found = properties.find(property);
  return found != properties.end() ? found->second.get() : additional.get();
}

bool FieldSpec::is_unknown(const nlohmann::json& value) const {
  if (!value.is_string()) return false;
  const auto& word = value.get_ref<const std::string&>();
  return std::find(unknown.begin(), unknown.end(), word) != unknown.end();
}

std::string FieldSpec::label(std::string_view language) const {
  const FieldWords& own = words_at(languages, language, place);
  if (!own.label.empty()) return own.label;
  const FieldWords& of_set = words_at(languages, language, is_set ? "" : twin);
  if (!of_set.label.empty()) return of_set.label;
  return title.empty() ? spaced(name) : title;
}

std::string FieldSpec::word_label(const std::string& word, std::string_view language) const {
  for (const std::string& at : {place, twin}) {
    const std::string* label = find_text(words_at(languages, language, at).words, word);
    if (label != nullptr) return *label;
  }
  if (languages == nullptr) return spaced(word);
  const Language& all = languages->find(language);
  const std::string_view kind = names_of(format);
  const std::string& code_name = all.name_of(kind, word);
  if (!code_name.empty()) return code_name;
  const std::string* shared = kind.empty() ? find_text(all.words, word) : nullptr;
  return shared == nullptr ? spaced(word) : *shared;
}

std::string FieldSpec::question_text(std::string_view question,
                                     std::string_view use,
                                     std::string_view language) const {
  const TextSections& all = words_at(languages, language, place).questions;
  const auto texts = all.find(question);
  const std::string* text = texts == all.end() ? nullptr : find_text(texts->second, use);
  return text == nullptr ? std::string() : *text;
}

std::string FieldSpec::phrase(std::string_view use, std::string_view language) const {
  const std::string* text = find_text(phrases(language), use);
  return text == nullptr ? std::string() : *text;
}

const Texts& FieldSpec::phrases(std::string_view language) const {
  return words_at(languages, language, place).phrases;
}

std::string FieldSpec::phrase_word(std::string_view word, std::string_view language) const {
  for (const std::string& at : {place, is_set ? std::string() : twin}) {
    const std::string* text = find_text(words_at(languages, language, at).phrase_words, word);
    if (text != nullptr) return *text;
  }
  return {};
}

}  // namespace simrules
