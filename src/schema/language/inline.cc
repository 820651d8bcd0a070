#include <memory>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

#include "schema/language/file.h"
#include "schema/language/place.h"
#include "schema/reference.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kLabels = "x-labels";
constexpr const char* kPhrases = "x-phrases";
constexpr const char* kSharedWords = "x-words";
constexpr const char* kSentences = "x-sentences";

const json& part_of(const json& node, const char* keyword, const std::string& language) {
  static const json nothing = json::object();
  const auto found = node.find(keyword);
  if (found == node.end()) return nothing;
  const auto own = found->find(language);
  return own == found->end() ? nothing : *own;
}

/// Writes the words of one schema and of all inside it as a language file has them.
void collect(const json& node,
             const std::string& place,
             const std::string& language,
             json& fields) {
  const json& label = part_of(node, kLabels, language);
  const json& phrases = part_of(node, kPhrases, language);
  json entry = label.is_object() ? label : json::object();
  if (!phrases.empty()) entry["phrases"] = phrases;
  if (!entry.empty()) fields[place] = std::move(entry);
  for (const char* map : {"definitions", "properties"}) {
    if (!node.contains(map)) continue;
    const std::string prefix = *map == 'd' ? "" : place + '/';
    for (const auto& [name, child] : node.at(map).items()) {
      collect(child, prefix + name, language, fields);
    }
  }
  for (const auto& [keyword, step] : {std::pair("items", "/[]"), {"additionalProperties", "/*"}}) {
    const auto child = node.find(keyword);
    if (child != node.end() && child->is_object()) collect(*child, place + step, language, fields);
  }
}

Language language_in(const json& schema, const std::string& tag) {
  const json& root = resolve(schema, schema);
  json file = {{"language", tag}, {"fields", json::object()}};
  collect(schema, "policy", tag, file["fields"]);
  file["words"] = part_of(root, kSharedWords, tag);
  file["sentences"] = part_of(root, kSentences, tag);
  Language language = read_language(file);
  const Language& own = built_in_languages()->find(tag);
  // English alone had a plural.
  if (!language.sentences.empty()) {
    const char* plural = tag == kFallbackLanguage ? "{word}s" : "{word}";
    language.sentences["phrases"].emplace("plural", plural);
  }
  language.html_lang = own.html_lang;
  language.messages = own.messages;
  // Prices were told with the code of their currency where the schema has no word for it.
  if (own.names.contains("countries")) language.names.insert(*own.names.find("countries"));
  return language;
}

}  // namespace

bool has_inline_words(const json& schema) {
  const json& root = resolve(schema, schema);
  return root.contains(kSharedWords) || root.contains(kSentences);
}

LanguagesPtr languages_for(const json& schema) {
  if (!has_inline_words(schema)) return built_in_languages();
  const json& root = resolve(schema, schema);
  std::set<std::string> told;
  std::set<std::string> all = {std::string(kFallbackLanguage)};
  for (const char* keyword : {kSentences, kSharedWords}) {
    const auto found = root.find(keyword);
    if (found == root.end()) continue;
    for (const auto& entry : found->items()) {
      all.insert(entry.key());
      if (keyword == kSentences) told.insert(entry.key());
    }
  }
  if (told.empty()) told.emplace(kFallbackLanguage);
  const auto shared = std::make_shared<const json>(schema);
  Languages::Readers readers;
  for (const std::string& tag : all) {
    readers[tag] = [shared, tag] { return language_in(*shared, tag); };
  }
  return std::make_shared<const Languages>(
      std::move(readers), std::vector<std::string>(told.begin(), told.end()), true);
}

json without_words(const json& schema) {
  if (schema.is_array()) {
    json list = json::array();
    for (const json& item : schema) list.push_back(without_words(item));
    return list;
  }
  if (!schema.is_object()) return schema;
  json bare = json::object();
  for (const auto& [name, value] : schema.items()) {
    const bool is_words =
        name == kLabels || name == kPhrases || name == kSharedWords || name == kSentences;
    if (!is_words) bare[name] = without_words(value);
  }
  return bare;
}

}  // namespace simrules
