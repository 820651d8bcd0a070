#include "schema/language/language.h"

#include <stdexcept>
#include <utility>

namespace simrules {
namespace {

const std::string* find_text(const TextSections& sections,
                             std::string_view section,
                             std::string_view use) {
  const auto part = sections.find(section);
  if (part == sections.end()) return nullptr;
  const auto found = part->second.find(use);
  return found == part->second.end() ? nullptr : &found->second;
}

const std::string& text_or_nothing(const std::string* text) {
  static const std::string kNothing;
  return text == nullptr ? kNothing : *text;
}

}  // namespace

const FieldWords* Language::field(std::string_view place) const {
  const auto found = fields.find(place);
  return found == fields.end() ? nullptr : &found->second;
}

const std::string& Language::sentence(std::string_view section, std::string_view use) const {
  return text_or_nothing(find_text(sentences, section, use));
}

const std::string& Language::message(std::string_view section, std::string_view use) const {
  const std::string* text = find_text(messages, section, use);
  if (text != nullptr) return *text;
  throw std::out_of_range("no message " + std::string(section) + "/" + std::string(use));
}

const std::string& Language::name_of(std::string_view kind, std::string_view code) const {
  return text_or_nothing(find_text(names, kind, code));
}

void fill_gaps(Language& language, const Language& from) {
  for (const auto& [place, words] : from.fields) {
    const auto [own, is_new] = language.fields.emplace(place, words);
    if (is_new) continue;
    if (own->second.label.empty()) own->second.label = words.label;
    own->second.words.insert(words.words.begin(), words.words.end());
    for (const auto& [question, texts] : words.questions)
      own->second.questions[question].insert(texts.begin(), texts.end());
  }
  language.words.insert(from.words.begin(), from.words.end());
  for (const auto part : {&Language::sentences, &Language::messages, &Language::names}) {
    for (const auto& [section, texts] : from.*part) {
      (language.*part)[section].insert(texts.begin(), texts.end());
    }
  }
}

Languages::Languages(Readers readers,
                     std::vector<std::string> tags,
                     bool is_whole,
                     std::shared_ptr<const std::vector<LanguageText>> files)
    : readers_(std::move(readers)),
      tags_(std::move(tags)),
      is_whole_(is_whole),
      files_(files == nullptr ? std::make_shared<const std::vector<LanguageText>>()
                              : std::move(files)) {}

const Language& Languages::find(std::string_view tag) const {
  const std::lock_guard lock(mutex_);
  return read(readers_.contains(tag) ? tag : kFallbackLanguage);
}

const Language& Languages::read(std::string_view tag) const {
  const auto known = read_.find(tag);
  if (known != read_.end()) return *known->second;
  Language language = readers_.find(tag)->second();
  if (!is_whole_ && tag != kFallbackLanguage) fill_gaps(language, read(kFallbackLanguage));
  auto& place = read_[std::string(tag)];
  place = std::make_unique<const Language>(std::move(language));
  return *place;
}

}  // namespace simrules
