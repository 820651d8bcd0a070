#include "schema/spec/field_spec.h"

#include <algorithm>

namespace simrules {

namespace {

std::string spaced(std::string text) {
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

}  // namespace

const FieldSpec* FieldSpec::member(std::string_view property) const {
  const auto found = properties.find(std::string(property));
  return found != properties.end() ? found->second.get() : additional.get();
}

bool FieldSpec::is_unknown(const nlohmann::json& value) const {
  if (!value.is_string()) return false;
  const auto& word = value.get_ref<const std::string&>();
  return std::find(unknown.begin(), unknown.end(), word) != unknown.end();
}

std::string FieldSpec::label(std::string_view language) const {
  const auto found = labels.find(std::string(language));
  if (found != labels.end() && !found->second.text.empty()) return found->second.text;
  return title.empty() ? spaced(name) : title;
}

std::string FieldSpec::word_label(const std::string& word, std::string_view language) const {
  const auto found = labels.find(std::string(language));
  if (found != labels.end()) {
    const auto labelled = found->second.words.find(word);
    if (labelled != found->second.words.end()) return labelled->second;
  }
  return spaced(word);
}

std::string FieldSpec::phrase(std::string_view use, std::string_view language) const {
  const auto found = phrases.find(std::string(language));
  if (found == phrases.end()) return {};
  const auto text = found->second.templates.find(std::string(use));
  return text == found->second.templates.end() ? std::string() : text->second;
}

}  // namespace simrules
