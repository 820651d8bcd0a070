#include "schema/judge.h"

#include <algorithm>
#include <cmath>
#include <new>
#include <string>
#include <utility>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "schema/foreign/parts.h"
#include "schema/lint/keyword.h"

namespace simrules {

namespace {

using nlohmann::json;

// valijson compares every pair of items for `uniqueItems`.
constexpr std::size_t kMaxItems = 1024;
constexpr double kLargestExact = 9007199254740992;

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

json stripped(const json& schema);

/// Copies the value of a keyword, the schemas inside it stripped.
json stripped_value(const DraftKeyword& keyword, const json& value) {
  const bool holds_several = keyword.part == PlaceOfSchemas::kList ||
                             keyword.part == PlaceOfSchemas::kMap ||
                             keyword.part == PlaceOfSchemas::kNamesOrMap ||
                             (keyword.part == PlaceOfSchemas::kItems && value.is_array());
  if (keyword.part == PlaceOfSchemas::kNone || !value.is_structured()) return value;
  if (!holds_several) return stripped(value);
  json out = value.type();
  if (value.is_array()) {
    for (const json& part : value) out.push_back(stripped(part));
  } else {
    for (const auto& [name, part] : value.items()) out.emplace(name, stripped(part));
  }
  return out;
}

/// Copies the keywords that decide something, in a schema and those inside it.
json stripped(const json& schema) {
  if (!schema.is_object()) return schema;
  json out = json::object();
  for (const auto& [name, value] : schema.items()) {
    const DraftKeyword* keyword = find_draft_keyword(name);
    if (keyword != nullptr && name != "format") out.emplace(name, stripped_value(*keyword, value));
  }
  return out;
}

bool asks_for_unique_items(const json& schema) {
  if (!schema.is_structured()) return false;
  if (schema.is_object() && schema.contains("uniqueItems")) return true;
  return std::any_of(schema.begin(), schema.end(), asks_for_unique_items);
}

json judged_schema(const json& schema) {
  json out = stripped(schema);
  normalize_numbers(out);
  return out;
}

}  // namespace

JudgedValue::JudgedValue(const json& value) : original_(value) {
  look_at(value);
  if (!has_odd_number_) return;
  normalized_ = value;
  normalize_numbers(*normalized_);
}

void JudgedValue::look_at_text(const std::string& text) {
  holds_nul_ = holds_nul_ || text.find('\0') != std::string::npos;
  has_long_text_ = has_long_text_ || text.size() > kMaxMatchedBytes;
  has_wide_text_ =
      has_wide_text_ || std::any_of(text.begin(), text.end(), [](char c) { return c < 0; });
}

void JudgedValue::look_at(const json& value) {
  if (const auto* object = value.get_ptr<const json::object_t*>()) {
    for (const auto& [key, part] : *object) {
      look_at_text(key);
      look_at(part);
    }
  } else if (value.is_array()) {
    has_long_list_ = has_long_list_ || value.size() > kMaxItems;
    for (const json& part : value) look_at(part);
  } else if (const auto* text = value.get_ptr<const std::string*>()) {
    look_at_text(*text);
  } else if (value.is_number()) {
    has_odd_number_ = has_odd_number_ || value.is_number_float() ||
                      (value.is_number_unsigned() &&
                       value.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX));
    has_large_number_ = has_large_number_ || std::abs(value.get<double>()) >= kLargestExact;
  }
}

struct Judge::Engine {
  explicit Engine(json judged) : schema(std::move(judged)) {}

  json schema;
  bool unique = asks_for_unique_items(schema);
  valijson::Schema compiled = {};
  valijson::Validator validator{valijson::Validator::kStrongTypes};
};

Judge::Judge(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
Judge::~Judge() = default;

std::unique_ptr<Judge> Judge::of(const json& schema) {
  auto engine = std::make_unique<Engine>(judged_schema(schema));
  try {
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(engine->schema),
                          engine->compiled);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    return nullptr;
  }
  return std::unique_ptr<Judge>(new Judge(std::move(engine)));
}

std::optional<bool> Judge::verdict(const JudgedValue& value) {
  if (value.holds_nul() || (engine_->unique && value.has_long_list())) return std::nullopt;
  return engine_->validator.validate(
      engine_->compiled, valijson::adapters::NlohmannJsonAdapter(value.value()), nullptr);
}

}  // namespace simrules
