#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/pointer.h"
#include "base/text.h"
#include "schema/lint/keyword.h"
#include "schema/lint/lint.h"
#include "schema/lint/surroundings.h"
#include "schema/lint/vocabulary.h"
#include "schema/reference.h"
#include "schema/spec/words.h"

namespace simrules {

namespace {

using nlohmann::json;

void lint_key(SchemaLint& lint, const std::string& pointer, const json& node) {
  const auto key = node.find("x-key");
  if (key == node.end()) return;
  const std::string at = pointer_join(pointer, "x-key");
  const auto& name = key->get_ref<const std::string&>();
  const auto items = node.find("items");
  const json* item = items == node.end() ? nullptr : &resolve(lint.document.value, *items);
  const bool known =
      item != nullptr && item->contains("properties") && item->at("properties").contains(name);
  if (!known) {
    lint.value_error("schema-wrong-key",
                     at,
                     fmt::format("the items have no property {}", quoted(name)),
                     "name the property that identifies an item");
    return;
  }
  const json required = item->value("required", json::array());
  if (std::find(required.begin(), required.end(), name) != required.end()) return;
  lint.value_error("schema-wrong-key",
                   at,
                   fmt::format("{} is not required of the items", quoted(name)),
                   fmt::format("add {} to `required` of the items", quoted(name)));
}

/// Returns the words of a field; those of a set are the words of its items.
std::vector<std::string> field_words(const json& root, const json& node) {
  std::vector<std::string> words = words_of(node);
  if (!node.value("x-set", false) || !node.contains("items")) return words;
  const std::vector<std::string> more = words_of(resolve(root, node.at("items")));
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

void lint_word_keywords(SchemaLint& lint,
                        const std::string& pointer,
                        const json& node,
                        const std::vector<std::string>& words) {
  if (const auto most = node.find("x-most"); most != node.end()) {
    lint_word_list(lint, pointer_join(pointer, "x-most"), *most, words);
  }
  for (const char* keyword : {"x-unknown", "x-on-top", "x-divisible"}) {
    const json list = node.value(keyword, json::array());
    const std::string at = pointer_join(pointer, keyword);
    for (std::size_t i = 0; i < list.size(); ++i)
      lint_word_list(lint, pointer_join(at, i), list[i], words);
  }
  for (const char* keyword : {"x-plan-values", "x-units", "x-unit-ranges", "x-turns"}) {
    const auto map = node.find(keyword);
    // The words of an object stand beside an amount; its units are those of its member.
    const bool skipped = keyword == std::string_view("x-units") && allows_type(node, "object");
    if (map == node.end() || skipped) continue;
    const std::string at = pointer_join(pointer, keyword);
    for (const auto& [word, value] : map->items())
      lint_word_list(lint, pointer_join(at, word), word, words);
  }
}

/// Refuses an object that takes any key: a misspelt one would pass.
void lint_openness(SchemaLint& lint, const std::string& pointer, const json& node) {
  const auto additional = node.find("additionalProperties");
  const bool open = additional == node.end() || *additional == true;
  if (!node.contains("properties") || !open) return;
  lint.key_error("schema-missing-keyword",
                 pointer,
                 "the object takes any key, a misspelt one too",
                 "add `\"additionalProperties\": false`");
}

/// Refuses an order or scopes that name members which the object does not have.
void lint_members(SchemaLint& lint, const std::string& pointer, const json& node) {
  const json properties = node.value("properties", json::object());
  const auto require = [&](const std::string& name, const std::string& at) {
    if (properties.contains(name)) return;
    lint.value_error("schema-unknown-sibling",
                     at,
                     fmt::format("the object has no member {}", quoted(name)),
                     "name members of this object");
  };
  for (const char* keyword : {"x-order", "x-short"}) {
    const json names = node.value(keyword, json::array());
    for (std::size_t i = 0; i < names.size(); ++i)
      require(names[i], pointer_join(pointer_join(pointer, keyword), i));
  }
  const json scopes = node.value("x-scopes", json::object());
  for (const auto& [name, axis] : scopes.items())
    require(name, pointer_join(pointer_join(pointer, "x-scopes"), name));
}

/// Refuses keywords on a field that they say nothing about.
void lint_places(SchemaLint& lint, const std::string& pointer, const json& node) {
  const bool list = allows_type(node, "array");
  for (const char* keyword : {"x-set", "x-key"}) {
    if (!node.contains(keyword) || list) continue;
    lint.key_error("schema-misplaced-keyword",
                   pointer_join(pointer, keyword),
                   fmt::format("`{}` stands at a field that is no list", keyword),
                   "write it beside `\"type\": \"array\"`");
  }
}

/// Refuses our keywords where nothing reads them: in conditions and in definitions that no field
/// uses.
void lint_outside(SchemaLint& lint,
                  const json& node,
                  const std::string& pointer,
                  const std::set<std::string>& reached) {
  for (const auto& [name, value] : node.items()) {
    if (reached.count(pointer) != 0 || !is_own_keyword(name) || name == "x-help") continue;
    lint.key_error("schema-misplaced-keyword",
                   pointer_join(pointer, name),
                   fmt::format("{} has no effect here", quoted(name)),
                   "write it at the field itself, below `properties`");
  }
  for (const Subschema& child : subschemas(node, pointer))
    lint_outside(lint, *child.node, child.pointer, reached);
}

}  // namespace

void lint_word_list(SchemaLint& lint,
                    const std::string& pointer,
                    const std::string& word,
                    const std::vector<std::string>& words) {
  if (std::find(words.begin(), words.end(), word) != words.end()) return;
  const auto close = nearest(word, words);
  lint.value_error(
      "schema-unknown-word",
      pointer,
      fmt::format("{} is no word of this field", quoted(word)),
      close ? fmt::format("did you mean {}?", quoted(*close))
            : fmt::format("its words are {}", words.empty() ? "none" : quoted_list(words, "and")));
}

bool lint_fields(const Document& document,
                 const std::vector<FieldUse>& fields,
                 DiagnosticSink& sink) {
  SchemaLint lint{document, sink};
  const Surroundings around(document.value, fields);
  std::map<std::string, const json*> nodes;
  std::set<std::string> reached;
  for (const FieldUse& field : fields) nodes[field.pointer] = field.node;
  for (const auto& [pointer, written] : nodes) {
    const json& node = *written;
    const std::vector<std::string> words = field_words(document.value, node);
    lint_openness(lint, pointer, node);
    lint_places(lint, pointer, node);
    lint_contexts(lint, around, pointer, node);
    lint_key(lint, pointer, node);
    lint_members(lint, pointer, node);
    lint_word_keywords(lint, pointer, node, words);
    lint_conditions(lint, pointer, node);
    reached.insert(pointer);
  }
  lint_outside(lint, document.value, "", reached);
  return lint.ok;
}

}  // namespace simrules
