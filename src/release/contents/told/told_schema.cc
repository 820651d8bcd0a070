#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "release/contents/explicit_nulls.h"
#include "release/contents/schema_tree.h"
#include "release/contents/told/field_form.h"
#include "release/contents/told/one_type.h"
#include "schema/spec/words.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kOfConditions[] = {"if", "then", "else", "allOf", "not", "dependencies"};
constexpr const char* kOfTexts[] = {"pattern", "patternErrorMessage", "format"};

/// Keeps of the types those that stay, and null.
void keep_type(json& node, const char* type) {
  const bool is_nullable = allows_type(node, kNull);
  node["type"] = is_nullable ? json({type, kNull}) : json(type);
  for (const char* keyword : kOfTexts) node.erase(keyword);
}

void tell_number(json& node) {
  keep_type(node, "number");
  // A fraction may lie beyond the bounds of whole numbers.
  node.erase("maximum");
  if (member_of(node, "minimum") == 0) return;
  node.erase("minimum");
  node["exclusiveMinimum"] = 0;
}

void tell_number_or_word(json& node) {
  tell_number(node);
  node["type"] = {"number", kNull};
  node.erase("x-unknown");
}

/// Reads what the words of a field mean from the list that editors show.
json meaning_of(const json& node, const std::string& word) {
  const std::string text = node.value("markdownDescription", "");
  const std::string start = fmt::format("* `{}`: ", word);
  const std::size_t at = text.find(start);
  if (at == std::string::npos) return word;
  const std::size_t begin = at + start.size();
  return text.substr(begin, text.find('\n', begin) - begin);
}

json kind_field(const json& node, const char* of_number) {
  json kind = {{"title", "Kind"},
               {"description", "Whether it is a number, or what stands in place of one."},
               {"type", "string"},
               {"enum", {kQuantityKind}},
               {"enumDescriptions", {of_number}}};
  for (const std::string& word : words_of(node)) {
    kind["enum"].push_back(word);
    kind["enumDescriptions"].push_back(meaning_of(node, word));
  }
  const json& unknown = member_of(node, "x-unknown");
  if (!unknown.is_null()) kind["x-unknown"] = unknown;
  return kind;
}

void tell_quantity(json& node) {
  json kind = kind_field(node, "The number in `value`, in the unit beside it.");
  const bool has_number = allows_type(node, "integer");
  if (has_number || !node["properties"].contains("value")) {
    node["properties"]["value"] = {{"title", "Number"},
                                   {"description", "The number; null where `kind` is a word."},
                                   {"type", {"number", kNull}},
                                   {"minimum", 0}};
  }
  node["properties"]["kind"] = std::move(kind);
  keep_type(node, "object");
  for (const char* keyword : {"minimum", "maximum", "x-unknown", "x-most"}) node.erase(keyword);
  node["required"] = json::array();
  for (const auto& [name, field] : node["properties"].items()) node["required"].push_back(name);
}

/// Says the type that follows from the words of a field, for readers that do not look at them.
void tell_type_of_words(json& node) {
  const std::vector<std::string> types = types_of(node);
  node["type"] = types.size() == 1 ? json(types.front()) : json(types);
}

void tell_list(json& node) {
  keep_type(node, "array");
  node.erase("minItems");
}

json flag_field(const json& node, const FieldTelling& telling) {
  const std::vector<std::string> words = words_of(node);
  const std::string word = words.empty() ? std::string("everything") : words.front();
  std::string title = telling.flag;
  std::ranges::replace(title, '_', ' ');
  title.front() = static_cast<char>(title.front() - 'a' + 'A');
  json type = allows_type(node, kNull) && telling.otherwise.empty() ? json({"boolean", kNull})
                                                                    : json("boolean");
  return {{"title", std::move(title)},
          {"description",
           fmt::format("Whether it is {}, and no list; `{}` is empty then.", word, telling.name)},
          {"type", std::move(type)}};
}

json number_kind_field(const json& node) {
  json kind = kind_field(node, "A number.");
  std::set<std::string> no_copies;
  if (allows_type(node, kNull)) let_be_null(kind, no_copies);
  return kind;
}

json day_field(const char* title, const char* which) {
  return {
      {"title", title},
      {"description", fmt::format("The {} day that the date of the same name can mean.", which)},
      {"type", {"string", kNull}},
      {"format", "date"}};
}

json summary_field(const ListSummary& summary, const std::string& list) {
  return {{"title", summary.title},
          {"description", fmt::format("What `{}` says, in a word.", list)},
          {"type", "string"},
          {"enum", summary.words},
          {"enumDescriptions", summary.meanings}};
}

/// Rewrites an object for what is beside its fields.
class ObjectTelling {
 public:
  /// Shape: `written` are the fields as authors write them.
  ObjectTelling(json& object, const json& written, const json& definitions)
      : object_(object), written_(written), definitions_(definitions) {}

  /// Returns the name that two fields would have.
  std::optional<std::string> tell() {
    for (const auto& [name, field] : written_.items()) {
      const json* node = resolve_local(&field, definitions_);
      if (node != nullptr) tell_field(name, *node);
    }
    return taken_;
  }

 private:
  void tell_field(const std::string& field, const json& node) {
    const FieldTelling telling = telling_of(field, node);
    if (!telling.otherwise.empty()) never_null(field, member_of(written_, telling.otherwise));
    if (telling.name != field) rename(field, telling.name);
    if (!telling.flag.empty()) add(field, telling.flag, flag_field(node, telling));
    if (form_of(node) == FieldForm::kPartialDate) {
      add(field, telling.name + kEarliest, day_field("First day", "first"));
      add(field, telling.name + kLatest, day_field("Last day", "last"));
    }
    if (form_of(node) == FieldForm::kDecimalOrWord)
      add(field, telling.name + kKind, number_kind_field(node));
    const ListSummary& summary = telling.summary;
    if (!summary.name.empty()) add(field, summary.name, summary_field(summary, telling.name));
  }

  void add(const std::string& beside, const std::string& name, json field) {
    json& properties = object_["properties"];
    if (properties.contains(name)) {
      taken_ = name;
      return;
    }
    const bool is_nullable = allows_type(field, kNull);
    properties[name] = std::move(field);
    if (is_nullable && is_optional(beside)) object_[kOptional].push_back(name);
    json& required = object_["required"];
    if (list_contains(required, beside) || is_optional(beside)) required.push_back(name);
    const auto order = object_.find("x-order");
    if (order == object_.end()) return;
    const auto at = std::ranges::find(*order, json(beside));
    if (at != order->end()) order->insert(at + 1, name);
  }

  void rename(const std::string& field, const std::string& name) {
    json told = object_["properties"][field];
    object_["properties"].erase(field);
    if (object_["properties"].contains(name)) taken_ = name;
    object_["properties"][name] = std::move(told);
    for (const char* list : {"required", "x-order", kOptional}) {
      const auto names = object_.find(list);
      if (names != object_.end()) std::ranges::replace(*names, json(field), json(name));
    }
  }

  /// What is stated elsewhere where it is not stated here is never null, unless that may be.
  void never_null(const std::string& field, const json& other) {
    const json* beside = resolve_local(&other, definitions_);
    if (beside == nullptr || allows_type(*beside, kNull)) return;
    json& type = object_["properties"][field]["type"];
    if (type.is_array() && type.size() == 2) type = json(type.front());
  }

  bool is_optional(const std::string& name) const {
    const auto optional = object_.find(kOptional);
    return optional != object_.end() && list_contains(*optional, name);
  }

  json& object_;
  const json& written_;
  const json& definitions_;
  std::optional<std::string> taken_;
};

/// Tells everything inside a schema; returns the name that two fields would have.
std::optional<std::string> tell_schema(json& node, const json& written) {
  for (const char* keyword : kOfConditions) node.erase(keyword);
  const json as_written = node;
  const std::string description = telling_of("", as_written).description;
  if (!description.empty()) node["description"] = description;
  const FieldForm form = form_of(as_written);
  if (node.contains("enum") && !node.contains("type")) tell_type_of_words(node);
  if (form == FieldForm::kDecimal) tell_number(node);
  if (form == FieldForm::kDecimalOrWord) tell_number_or_word(node);
  if (form == FieldForm::kQuantity) tell_quantity(node);
  if (form == FieldForm::kListOrWord) tell_list(node);
  std::optional<std::string> taken;
  for (json* child : field_schemas(node)) {
    if (auto inner = tell_schema(*child, written)) taken = std::move(inner);
  }
  const bool is_map = member_of(node, "additionalProperties").is_object();
  if (form != FieldForm::kQuantity && !is_map && object_member(node, "properties") != nullptr) {
    auto found = ObjectTelling(node, as_written.at("properties"), written).tell();
    if (found) taken = std::move(found);
  }
  return taken;
}

/// Lets what stands inside quantities be null, as it is where a word stands in their place.
void let_members_be_null(json& definitions) {
  std::set<std::string> wanted;
  std::vector<json*> open;
  for (json& definition : definitions) open.push_back(&definition);
  while (!open.empty()) {
    json& node = *open.back();
    open.pop_back();
    for (json* child : field_schemas(node)) open.push_back(child);
    if (form_of(node) != FieldForm::kQuantity) continue;
    for (json& field : node["properties"]) {
      const json* target = resolve_local(&field, definitions);
      const bool is_nullable = target != nullptr && list_contains(types_of(*target), kNull);
      if (!is_nullable) let_be_null(field, wanted);
    }
  }
  add_nullable_copies(definitions, std::move(wanted));
}

}  // namespace

std::optional<std::string> tell_in_one_type(json& definitions) {
  let_members_be_null(definitions);
  const json written = definitions;
  std::optional<std::string> taken;
  for (json& definition : definitions) {
    if (auto found = tell_schema(definition, written)) taken = std::move(found);
  }
  return taken;
}

}  // namespace simrules
