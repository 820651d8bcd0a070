#include "schema/schema_index.h"

#include <algorithm>
#include <utility>

#include "schema/reference.h"
#include "schema/spec/words.h"

namespace simrules {

namespace {

using nlohmann::json;

constexpr unsigned kInteger = 1U << 6;
constexpr unsigned kNumber = 1U << 5;

constexpr std::pair<std::string_view, unsigned> kTypes[] = {
    {"null", 1U << 0},
    {"boolean", 1U << 1},
    {"object", 1U << 2},
    {"array", 1U << 3},
    {"string", 1U << 4},
    {"number", kNumber},
    {"integer", kInteger},
};

unsigned type_bit(std::string_view name) {
  for (const auto& [type, bit] : kTypes) {
    if (type == name) return bit;
  }
  return 0;
}

constexpr std::pair<const char*, const json * SchemaNode::*> kParts[] = {
    {"enum", &SchemaNode::values},
    {"const", &SchemaNode::constant},
    {"minimum", &SchemaNode::minimum},
    {"maximum", &SchemaNode::maximum},
    {"exclusiveMinimum", &SchemaNode::above},
    {"exclusiveMaximum", &SchemaNode::below},
    {"properties", &SchemaNode::properties},
    {"additionalProperties", &SchemaNode::additional},
    {"dependencies", &SchemaNode::dependencies},
    {"items", &SchemaNode::items},
    {"allOf", &SchemaNode::all_of},
    {"anyOf", &SchemaNode::any_of},
    {"oneOf", &SchemaNode::one_of},
    {"not", &SchemaNode::excluded},
    {"if", &SchemaNode::condition},
    {"then", &SchemaNode::consequence},
    {"else", &SchemaNode::alternative},
};

constexpr std::pair<const char*, std::optional<std::size_t> SchemaNode::*> kCounts[] = {
    {"minLength", &SchemaNode::min_length},
    {"maxLength", &SchemaNode::max_length},
    {"minItems", &SchemaNode::min_items},
    {"maxItems", &SchemaNode::max_items},
    {"minProperties", &SchemaNode::min_properties},
    {"maxProperties", &SchemaNode::max_properties},
};

void read_type(const json& schema, SchemaNode& node) {
  const auto type = schema.find("type");
  if (type == schema.end()) return;
  node.types = 0;
  if (type->is_string()) node.types = type_bit(type->get_ref<const std::string&>());
  if (type->is_array()) {
    for (const json& one : *type) node.types |= type_bit(one.get_ref<const std::string&>());
  }
}

void read_text_keywords(const json& schema, SchemaNode& node) {
  if (const auto pattern = schema.find("pattern"); pattern != schema.end()) {
    node.pattern = pattern->get_ptr<const std::string*>();
    node.pattern_words = words_of_pattern(*node.pattern);
  }
  if (const auto format = schema.find("format"); format != schema.end()) {
    node.format = find_format(format->get_ref<const std::string&>());
  }
  const auto key_format = schema.find("x-key-format");
  if (key_format != schema.end() && key_format->is_string()) {
    node.key_format = find_format(key_format->get_ref<const std::string&>());
  }
}

std::unique_ptr<SchemaNode> read_node(const json& schema) {
  auto node = std::make_unique<SchemaNode>();
  node->json = &schema;
  read_type(schema, *node);
  read_text_keywords(schema, *node);
  for (const auto& [keyword, part] : kParts) {
    const auto value = schema.find(keyword);
    if (value != schema.end()) (*node).*part = &*value;
  }
  for (const auto& [keyword, count] : kCounts) {
    const auto value = schema.find(keyword);
    if (value != schema.end()) (*node).*count = static_cast<std::size_t>(value->get<double>());
  }
  const auto unique = schema.find("uniqueItems");
  node->unique_items = unique != schema.end() && *unique == true;
  const auto required = schema.find("required");
  if (required != schema.end()) node->required = required->get<std::vector<std::string>>();
  return node;
}

}  // namespace

std::string SchemaNode::text(const char* keyword) const {
  const auto value = json->find(keyword);
  return value != json->end() && value->is_string() ? value->get<std::string>() : std::string();
}

bool SchemaNode::matches(const std::string& text) const {
  if (!regex) regex.emplace(*pattern);
  return std::regex_search(text, *regex);
}

unsigned type_bits(const json& value) {
  if (value.is_number_integer()) return kInteger | kNumber;
  if (value.is_number()) return kNumber;
  return type_bit(value.type_name());
}

const SchemaNode& SchemaIndex::node(const json& schema) {
  const SchemaNode*& known = by_place_[&schema];
  if (known != nullptr) return *known;
  const json& target = resolve(root_, schema);
  std::unique_ptr<SchemaNode>& node = nodes_[&target];
  if (node == nullptr) node = read_node(target);
  known = node.get();
  return *known;
}

bool SchemaIndex::has_formats(const SchemaNode& here) {
  if (!here.has_formats) {
    const auto in_part = [&](const json* part) {
      return part != nullptr && part->is_object() && has_formats(node(*part));
    };
    const auto in_parts = [&](const json* parts) {
      return parts != nullptr && std::any_of(parts->begin(), parts->end(), [&](const json& part) {
               return in_part(&part);
             });
    };
    here.has_formats =
        here.format != nullptr || here.key_format != nullptr || in_parts(here.properties) ||
        in_part(here.additional) || in_parts(here.dependencies) || in_part(here.items) ||
        in_parts(here.all_of) || in_part(here.consequence) || in_part(here.alternative);
  }
  return *here.has_formats;
}

}  // namespace simrules
