#include "schema/schema_check.h"

#include <new>
#include <stdexcept>
#include <utility>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "schema/explain/walk.h"
#include "schema/lint/keyword.h"

namespace simrules {

namespace {

using nlohmann::json;

// valijson compares every pair of items for `uniqueItems`.
constexpr std::size_t kMaxItems = 1024;

/// Rewrites the numbers that validators read differently: 2.0 is the whole number 2, and a whole
/// number that a double cannot hold is a double.
void normalize_numbers(json& value) {
  if (value.is_structured()) {
    for (json& part : value) normalize_numbers(part);
  } else if (value.is_number_unsigned()) {
    if (value.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX))
      value = value.get<double>();
  } else if (value.is_number_float() && is_whole_number(value)) {
    value = static_cast<std::int64_t>(value.get<double>());
  }
}

/// What must be known of a document before a validator sees it.
struct Traits {
  bool odd_numbers = false;
  bool long_lists = false;
  bool nul_in_text = false;
};

bool holds_nul(const std::string& text) { return text.find('\0') != std::string::npos; }

void find_traits(const json& value, Traits& traits) {
  if (const auto* object = value.get_ptr<const json::object_t*>()) {
    for (const auto& [key, part] : *object) {
      traits.nul_in_text = traits.nul_in_text || holds_nul(key);
      find_traits(part, traits);
    }
  } else if (value.is_array()) {
    traits.long_lists = traits.long_lists || value.size() > kMaxItems;
    for (const json& part : value) find_traits(part, traits);
  } else if (const auto* text = value.get_ptr<const std::string*>()) {
    traits.nul_in_text = traits.nul_in_text || holds_nul(*text);
  } else if (value.is_number_float() || value.is_number_unsigned()) {
    traits.odd_numbers = traits.odd_numbers || value.is_number_float() ||
                         value.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX);
  }
}

json strip_schema(const json& schema);

json strip_part(KeywordShape shape, const json& value) {
  const bool map = shape == KeywordShape::kSchemaMap || shape == KeywordShape::kDependencies;
  const bool list = shape == KeywordShape::kSchemaList;
  const bool one = shape == KeywordShape::kSchema || shape == KeywordShape::kSchemaOrFlag;
  if (one && value.is_object()) return strip_schema(value);
  if (!map && !list) return value;
  json out = value;
  for (json& part : out) {
    if (part.is_object()) part = strip_schema(part);
  }
  return out;
}

/// Copies what valijson shall judge: no annotations, no formats, no keywords of ours.
json strip_schema(const json& schema) {
  json out = json::object();
  for (const auto& [name, value] : schema.items()) {
    const Keyword* keyword = find_keyword(name);
    if (keyword != nullptr && keyword->asserts) out[name] = strip_part(keyword->shape, value);
  }
  return out;
}

bool asks_for_unique_items(const json& schema) {
  if (!schema.is_structured()) return false;
  if (schema.is_object() && schema.contains("uniqueItems")) return true;
  for (const json& part : schema) {
    if (asks_for_unique_items(part)) return true;
  }
  return false;
}

json judged_schema(const json& schema) {
  json out = strip_schema(schema);
  normalize_numbers(out);
  return out;
}

}  // namespace

struct SchemaChecker::Engine {
  explicit Engine(const Schema& source)
      : schema(source),
        judged(judged_schema(source.value())),
        unique(asks_for_unique_items(judged)),
        index(schema.value()) {
    try {
      valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
      parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(judged), compiled);
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception& error) {
      // The linter accepts only what valijson reads.
      throw std::logic_error(schema.path() + " cannot be compiled: " + error.what());
    }
  }

  /// Returns valijson's verdict, if valijson can be asked for one.
  std::optional<bool> verdict(const json& value,
                              const Traits& traits,
                              const Explanation& explanation) {
    // Long texts exhaust the stack in its patterns, long lists take it very long, and to it a text
    // ends at a NUL.
    if (explanation.oversized || traits.nul_in_text || (unique && traits.long_lists))
      return std::nullopt;
    return validator.validate(compiled, valijson::adapters::NlohmannJsonAdapter(value), nullptr);
  }

  Schema schema;
  json judged;
  bool unique;
  SchemaIndex index;
  valijson::Schema compiled;
  valijson::Validator validator{valijson::Validator::kStrongTypes};
};

SchemaChecker::SchemaChecker(const Schema& schema) : engine_(std::make_unique<Engine>(schema)) {}
SchemaChecker::~SchemaChecker() = default;
SchemaChecker::SchemaChecker(SchemaChecker&&) noexcept = default;
SchemaChecker& SchemaChecker::operator=(SchemaChecker&&) noexcept = default;

bool SchemaChecker::check(const Document& document, DiagnosticSink& sink) {
  Traits traits;
  find_traits(document.value, traits);
  json normalized;
  if (traits.odd_numbers) {
    normalized = document.value;
    normalize_numbers(normalized);
  }
  const json& value = traits.odd_numbers ? normalized : document.value;
  Explanation explanation = explain_value(engine_->index, document, value);
  const std::optional<bool> verdict = engine_->verdict(value, traits, explanation);
  if (verdict && *verdict != explanation.conforms) {
    throw std::logic_error("the verdict on " + document.source.path() +
                           " and its explanation disagree");
  }
  if (document.sound && !explanation.conforms && explanation.diagnostics.empty()) {
    throw std::logic_error("the violation in " + document.source.path() + " has no explanation");
  }
  const bool clean = explanation.diagnostics.empty();
  for (Diagnostic& diagnostic : explanation.diagnostics) sink.report(std::move(diagnostic));
  return clean;
}

}  // namespace simrules
