#include "schema/schema.h"

#include <algorithm>
#include <locale>
#include <utility>

#include "base/pointer.h"
#include "base/report_error.h"
#include "schema/lint/lint.h"
#include "schema/lint/vocabulary.h"
#include "schema/reference.h"

namespace simrules {

namespace {

/// Fills the caches of the character tables that std::regex reads: libstdc++ writes them without a
/// lock when they are first used, and checkers run in several threads.
void warm_character_tables() {
  const auto& characters = std::use_facet<std::ctype<char>>(std::locale());
  for (int c = 0; c < 256; ++c) {
    characters.narrow(static_cast<char>(c), '\0');
    characters.widen(static_cast<char>(c));
  }
}

std::size_t count_fields(const FieldSpec& spec) {
  std::size_t count = 0;
  for (const auto& [name, member] : spec.properties) count += 1 + count_fields(*member);
  if (spec.items) count += count_fields(*spec.items);
  if (spec.additional) count += count_fields(*spec.additional);
  return count;
}

/// Lists the sections whose name is their topic, in the order that the schema states, else writes.
std::vector<std::string> list_topics(const FieldSpec& root, const Document& document) {
  std::vector<std::pair<std::size_t, std::string>> sections;
  for (const auto& [name, member] : root.properties) {
    if (member->topic != name) continue;
    const auto stated = std::find(root.order.begin(), root.order.end(), name);
    const auto spans = document.spans.find(pointer_join("/properties", name));
    const auto written = spans == document.spans.end() ? 0 : spans->second.value.begin;
    const auto rank = static_cast<std::size_t>(stated - root.order.begin());
    sections.emplace_back(stated == root.order.end() ? rank + written : rank, name);
  }
  std::sort(sections.begin(), sections.end());
  std::vector<std::string> topics;
  topics.reserve(sections.size());
  for (auto& [place, name] : sections) topics.push_back(std::move(name));
  return topics;
}

using Sentences = std::map<std::string, SentenceTemplates, std::less<>>;

constexpr std::string_view kFallbackLanguage = "en";

Sentences read_sentences(const nlohmann::json& schema) {
  const auto sentences = resolve(schema, schema).find("x-sentences");
  const bool has_sentences = sentences != resolve(schema, schema).end();
  return has_sentences ? sentences->get<Sentences>() : Sentences();
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
                                               DiagnosticSink& sink) {
  std::optional<Schema> schema = Schema::load(std::move(document), sink);
  if (!schema || !lint_vocabulary(schema->document(), vocabulary, sink)) return std::nullopt;
  PolicySchema policy = from_checked(std::move(*schema));
  if (policy.field_count() > 0) return policy;
  report_error(sink,
               "schema-checks-nothing",
               policy.schema().path(),
               "the policy schema describes no field",
               "describe the fields of a policy in `properties`");
  return std::nullopt;
}

PolicySchema PolicySchema::from_checked(Schema schema) {
  std::shared_ptr<const FieldSpec> root = read_field_specs(schema.value());
  return PolicySchema(std::move(schema), std::move(root));
}

PolicySchema::PolicySchema(Schema schema, std::shared_ptr<const FieldSpec> root)
    : schema_(std::move(schema)),
      root_(std::move(root)),
      topics_(list_topics(*root_, schema_.document())),
      sentences_(read_sentences(schema_.value())),
      field_count_(count_fields(*root_)) {}

std::vector<std::string> PolicySchema::languages() const {
  std::vector<std::string> languages;
  for (const auto& [language, templates] : sentences_) languages.push_back(language);
  if (languages.empty()) languages.emplace_back(kFallbackLanguage);
  return languages;
}

const SentenceTemplates& PolicySchema::sentences(std::string_view language) const {
  static const SentenceTemplates none;
  auto found = sentences_.find(language);
  if (found == sentences_.end()) found = sentences_.find(kFallbackLanguage);
  return found == sentences_.end() ? none : found->second;
}

}  // namespace simrules
