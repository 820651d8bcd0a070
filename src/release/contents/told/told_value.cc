#include <charconv>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/date.h"
#include "base/member.h"
#include "release/contents/schema_tree.h"
#include "release/contents/told/field_form.h"
#include "release/contents/told/one_type.h"

namespace simrules {
namespace {

using nlohmann::json;

/// Reads the digits of a decimal; null where they are none.
/// Shape: numbers of up to 15 digits are exact, and come out as they went in.
json number_of(const json& value) {
  if (!value.is_string()) return value;
  const auto& text = value.get_ref<const std::string&>();
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? json(number) : json();
}

json told_quantity(const json& value, const json& node, const json& definitions) {
  json told = {{"kind", kQuantityKind}, {"value", nullptr}};
  for (const auto& [name, field] : node.at("properties").items())
    told[name] = told_value(member_of(value, name), field, definitions);
  if (value.is_object()) return told;
  told["value"] = number_of(value);
  if (told["value"].is_null()) told["kind"] = value;
  return told;
}

void add_days(const std::string& name, const json& value, json& told) {
  json earliest;
  json latest;
  const auto date =
      value.is_string() ? parse_partial_date(value.get_ref<const std::string&>()) : std::nullopt;
  if (date) {
    earliest = to_string(first_day(*date));
    latest = to_string(last_day(*date));
  }
  told[name + kEarliest] = std::move(earliest);
  told[name + kLatest] = std::move(latest);
}

/// Tells one member of an object, with what a dataset has beside it.
void tell_member(const std::string& field,
                 const json& object,
                 const json& schema,
                 const json& definitions,
                 json& told) {
  const json* node = resolve_local(&schema, definitions);
  const json& written = object.at(field);
  if (node == nullptr) {
    told[field] = written;
    return;
  }
  const FieldTelling telling = telling_of(field, *node);
  const bool is_absent = written.is_null() && !telling.otherwise.empty();
  const json& value = is_absent ? member_of(object, telling.otherwise) : written;
  const bool is_word = !telling.flag.empty() && value.is_string();
  if (!telling.flag.empty()) told[telling.flag] = value.is_null() ? json() : json(is_word);
  told[telling.name] = is_word ? json::array() : told_value(value, schema, definitions);
  const FieldForm form = form_of(*node);
  if (form == FieldForm::kPartialDate) add_days(telling.name, value, told);
  if (form == FieldForm::kDecimalOrWord) {
    const bool is_number = !value.is_null() && !told[telling.name].is_null();
    told[telling.name + kKind] = is_number ? json(kQuantityKind) : value;
  }
  const ListSummary& summary = telling.summary;
  if (summary.name.empty()) return;
  told[summary.name] = summary.words.at(value.is_null() ? 2 : value.empty() ? 0 : 1);
}

json told_object(const json& value, const json& node, const json& definitions) {
  const json& others = member_of(node, "additionalProperties");
  json told = json::object();
  for (const auto& [name, member] : value.items()) {
    const json& field = member_of(member_of(node, "properties"), name);
    if (!field.is_null() && !others.is_object()) {
      tell_member(name, value, field, definitions, told);
    } else {
      told[name] = told_value(member, field.is_null() ? others : field, definitions);
    }
  }
  return told;
}

}  // namespace

json told_value(const json& value, const json& schema, const json& definitions) {
  const json* node = resolve_local(&schema, definitions);
  if (node == nullptr || value.is_null()) return value;
  switch (form_of(*node)) {
    case FieldForm::kDecimal:
    case FieldForm::kDecimalOrWord:
      return number_of(value);
    case FieldForm::kQuantity:
      return told_quantity(value, *node, definitions);
    default:
      break;
  }
  if (value.is_object()) return told_object(value, *node, definitions);
  if (!value.is_array() || !node->contains("items")) return value;
  json told = json::array();
  for (const json& item : value) told.push_back(told_value(item, node->at("items"), definitions));
  return told;
}

}  // namespace simrules
