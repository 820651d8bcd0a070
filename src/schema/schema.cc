#include "schema/schema.h"

#include <algorithm>
#include <locale>
#include <utility>

#include "base/pointer.h"
#include "base/report_error.h"
#include "schema/language/file.h"
#include "schema/lint/lint.h"
#include "schema/lint/vocabulary.h"
#include "schema/spec/find_field.h"

namespace simrules {

namespace {

/// Fills the caches of the character tables that std::regex reads: libstdc++ writes them without a
/// lock when they are first used, and checkers compile patterns in several threads.
void warm_character_tables() {
  const auto& characters = std::use_facet<std::ctype<char>>(std::locale());
  for (int c = 0; c < 256; ++c) {
    characters.narrow(static_cast<char>(c), '\0');
    characters.widen(static_cast<char>(c));
  }
}

/// Lists the sections whose name is their topic, in the order that the schema states, else writes.
std::vector<std::string> list_topics(const FieldSpec& root, const Document& document) {
  std::vector<std::pair<std::size_t, std::string>> sections;
  for (const auto& [name, member] : root.properties) {
    if (member->topic != name) continue;
    const auto stated = std::find(root.order.begin(), root.order.end(), name);
    const auto spans = document.spans.find(pointer_join("/properties", name));
    const auto written = spans ? spans->value.begin : 0;
    const auto rank = static_cast<std::size_t>(stated - root.order.begin());
    sections.emplace_back(stated == root.order.end() ? rank + written : rank, name);
  }
  std::sort(sections.begin(), sections.end());
  std::vector<std::string> topics;
  topics.reserve(sections.size());
  for (auto& [place, name] : sections) topics.push_back(std::move(name));
  return topics;
}

std::vector<TopicQuestion> list_questions(const FieldSpec& root,
                                          const std::vector<std::string>& topics) {
  std::vector<TopicQuestion> questions;
  for (const std::string& topic : topics) {
    const FieldSpec* rule = rule_spec(root, topic);
    if (rule == nullptr) continue;
    for (const auto& [name, field] : rule->properties) {
      for (const Question& question : field->questions)
        questions.push_back({topic, field.get(), question});
    }
  }
  return questions;
}

}  // namespace

std::optional<Schema> Schema::load(Document document, DiagnosticSink& sink) {
  if (!lint_schema(document, sink)) return std::nullopt;
  return from_checked(std::move(document));
}

Schema Schema::from_checked(Document document) {
  warm_character_tables();
  return Schema(std::make_shared<const Document>(std::move(document)));
}

std::size_t Schema::constraint_count() const { return count_constraints(value()); }

std::optional<PolicySchema> PolicySchema::load(Document document,
                                               const Schema& vocabulary,
                                               DiagnosticSink& sink,
                                               LanguagesPtr languages) {
  const nlohmann::json with_words = languages == nullptr ? document.value : nlohmann::json();
  if (languages == nullptr) document.value = without_words(document.value);
  std::optional<Schema> schema = Schema::load(std::move(document), sink);
  if (!schema || !lint_vocabulary(schema->document(), vocabulary, sink)) return std::nullopt;
  if (languages == nullptr) languages = languages_for(with_words);
  PolicySchema policy = from_checked(std::move(*schema), std::move(languages));
  if (policy.field_count() > 0) return policy;
  report_error(sink,
               "schema-checks-nothing",
               policy.schema().path(),
               "the policy schema describes no field",
               "describe the fields of a policy in `properties`");
  return std::nullopt;
}

PolicySchema PolicySchema::from_checked(Schema schema, LanguagesPtr languages) {
  if (languages == nullptr) languages = languages_for(schema.value());
  return PolicySchema(std::move(schema), std::move(languages));
}

const TopicQuestion* PolicySchema::find_question(std::string_view id) const {
  const auto found = std::ranges::find(questions_, id, &TopicQuestion::id);
  return found == questions_.end() ? nullptr : &*found;
}

PolicySchema::PolicySchema(Schema schema, LanguagesPtr languages)
    : schema_(std::move(schema)),
      languages_(std::move(languages)),
      root_(read_field_specs(schema_.shared_value(), languages_)),
      topics_(list_topics(*root_, schema_.document())),
      questions_(list_questions(*root_, topics_)),
      field_count_(count_fields(schema_.value())) {}

}  // namespace simrules
