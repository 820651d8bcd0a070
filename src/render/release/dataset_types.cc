#include "render/release/dataset_types.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/text.h"
#include "release/contents/explicit_nulls.h"
#include "release/contents/schema_tree.h"
#include "schema/reference.h"
#include "schema/spec/words.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr std::string_view kIndent = "  ";

/// Types of TypeScript itself, which a type of ours must not hide.
constexpr std::string_view kTaken[] = {
    "Array", "Boolean", "Date", "Function", "Map", "Number", "Object", "Record", "Set", "String"};

/// Turns `transfer_rule` into `TransferRule`.
std::string type_name_of(std::string_view name) {
  std::string out;
  bool is_start = true;
  for (const char c : name) {
    if (is_letter(c) || (is_digit(c) && !out.empty())) out += is_start ? to_upper(c) : c;
    is_start = !is_alphanumeric(c);
  }
  const bool is_taken = std::find(std::begin(kTaken), std::end(kTaken), out) != std::end(kTaken);
  return is_taken ? out + "Value" : out;
}

std::string without_or_null(std::string name) {
  if (name.ends_with(kOrNull)) name.erase(name.size() - kOrNull.size());
  return name;
}

/// Makes text safe inside a comment: it ends where the comment does.
std::string comment_text(std::string text) {
  for (std::size_t at = text.find("*/"); at != std::string::npos; at = text.find("*/", at)) {
    text.replace(at, 2, "*\\/");
  }
  return text;
}

/// Says what the words of a node mean.
std::vector<std::string> word_lines(const json& node) {
  const json& words = member_of(node, "enum");
  const json& meanings = member_of(node, "enumDescriptions");
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < words.size() && i < meanings.size(); ++i) {
    if (!words[i].is_string() || !meanings[i].is_string()) continue;
    lines.push_back(
        fmt::format("- `{}`: {}", words[i].get<std::string>(), meanings[i].get<std::string>()));
  }
  return lines;
}

/// Lists what a comment says: the meaning, the format, and each word.
std::vector<std::string> comment_lines(const json& node, bool with_words) {
  const std::string title(text_at(node, "title"));
  const std::string description(text_at(node, "description"));
  const std::string format(text_at(node, "format"));
  std::vector<std::string> lines;
  if (!title.empty() || !description.empty()) {
    lines.push_back(title + (title.empty() || description.empty() ? "" : ": ") + description);
  }
  if (!format.empty()) lines.push_back("Format: `" + format + "`.");
  if (!with_words) return lines;
  for (std::string& word : word_lines(node)) lines.push_back(std::move(word));
  return lines;
}

std::string comment(const json& node, bool with_words, const std::string& indent) {
  const std::vector<std::string> lines = comment_lines(node, with_words);
  if (lines.empty()) return "";
  const std::string joined = comment_text(fmt::format("{}", fmt::join(lines, "\n")));
  if (joined.find('\n') == std::string::npos) return fmt::format("{}/** {} */\n", indent, joined);
  std::string text = indent + "/**\n" + indent + " * ";
  for (const char c : joined) text += c == '\n' ? "\n" + indent + " * " : std::string(1, c);
  return text + '\n' + indent + " */\n";
}

std::string property_name(const std::string& name) {
  const auto is_of_name = [](char c) { return is_alphanumeric(c) || c == '_' || c == '$'; };
  const bool is_plain =
      !name.empty() && !is_digit(name[0]) && std::ranges::all_of(name, is_of_name);
  return is_plain ? name : json(name).dump();
}

/// A union of types, each once, in the order of their coming.
class Union {
 public:
  void add(const std::string& type) {
    if (seen_.insert(type).second) text_ += (text_.empty() ? "" : " | ") + type;
  }
  std::string text() const { return text_.empty() ? "never" : text_; }

  /// Returns the union as the item of a list.
  std::string item() const { return seen_.size() > 1 ? '(' + text_ + ')' : text(); }

 private:
  std::set<std::string> seen_;
  std::string text_;
};

Union type_of(const json& root, const json& node, const std::string& indent);

bool is_required(const json& node, const std::string& name) {
  const json& required = member_of(node, "required");
  return std::find(required.begin(), required.end(), name) != required.end();
}

/// Writes the members between braces.
std::string body_of(const json& root, const json& node, const std::string& indent) {
  const std::string inner = indent + std::string(kIndent);
  std::string text = "{\n";
  Union all;
  const json& additional = member_of(node, "additionalProperties");
  if (additional.is_object()) all.add(type_of(root, additional, inner).text());
  for (const auto& [name, member] : member_of(node, "properties").items()) {
    const Union type = type_of(root, member, inner);
    all.add(type.text());
    text += comment(resolve(root, member), !member.contains("$ref"), inner);
    text += fmt::format("{}{}{}: {};\n",
                        inner,
                        property_name(name),
                        is_required(node, name) ? "" : "?",
                        type.text());
  }
  if (additional.is_object()) {
    // The declared members are part of what the index signature promises.
    all.add("undefined");
    const std::string key(text_at(node, "x-key-format"));
    text += comment(resolve(root, additional), true, inner);
    text += fmt::format(
        "{}[{}: string]: {};\n", inner, key.empty() ? "key" : property_name(key), all.text());
  }
  return text + indent + '}';
}

std::string object_type(const json& root, const json& node, const std::string& indent) {
  const bool is_open = !node.contains("properties") && !node.contains("additionalProperties");
  return is_open ? "Record<string, unknown>" : body_of(root, node, indent);
}

void add_text_type(const json& node, Union& type) {
  const std::vector<std::string> words = words_of(node);
  for (const std::string& word : words) type.add(json(word).dump());
  if (words.empty() || has_other_texts(node)) type.add("string");
}

void add_type(const json& root,
              const json& node,
              const std::string& name,
              const std::string& indent,
              Union& type) {
  if (name == "string") return add_text_type(node, type);
  if (name == "integer" || name == "number") return type.add("number");
  if (name == "object") return type.add(object_type(root, node, indent));
  if (name == "array") {
    const json& items = member_of(node, "items");
    return type.add((items.is_object() ? type_of(root, items, indent).item() : "unknown") + "[]");
  }
  type.add(name);
}

Union type_of(const json& root, const json& node, const std::string& indent) {
  Union type;
  const std::string reference(text_at(node, "$ref"));
  if (reference.starts_with(kLocalPrefix)) {
    const std::string name = reference.substr(kLocalPrefix.size());
    type.add(type_name_of(without_or_null(name)));
    if (name.ends_with(kOrNull)) type.add("null");
    return type;
  }
  if (node.contains("const")) {
    type.add(node.at("const").dump());
    return type;
  }
  if (node.contains("enum")) {
    for (const json& word : node.at("enum")) type.add(word.dump());
    return type;
  }
  std::vector<std::string> types = types_of(node);
  if (types.empty()) types.push_back(node.contains("properties") ? "object" : "unknown");
  for (const std::string& name : types) add_type(root, node, name, indent, type);
  return type;
}

/// Takes a value away from what a keyword lists.
void erase_from(json& node, const char* keyword, const json& value) {
  const auto found = node.find(keyword);
  if (found == node.end() || !found->is_array()) return;
  found->erase(std::remove(found->begin(), found->end(), value), found->end());
}

/// Takes null away from what a nullable definition allows.
json without_null(json node) {
  erase_from(node, "type", "null");
  erase_from(node, "enum", nullptr);
  return node;
}

std::string declaration(const json& root, const std::string& name, const json& node) {
  const std::string head = '\n' + comment(node, true, "");
  const std::vector<std::string> types = types_of(node);
  const bool is_interface = types == std::vector<std::string>{"object"} && !node.contains("$ref") &&
                            (node.contains("properties") || node.contains("additionalProperties"));
  if (is_interface)
    return fmt::format("{}export interface {} {}\n", head, name, body_of(root, node, ""));
  return fmt::format("{}export type {} = {};\n", head, name, type_of(root, node, "").text());
}

/// Makes one type of the rules of all topics, which their `topic` tells apart.
std::string rule_type(const std::vector<std::string>& topics, const json& schema) {
  if (member_of(schema, "definitions").contains("rule")) return "";
  std::vector<std::string> types;
  types.reserve(topics.size());
  for (const std::string& topic : topics)
    types.push_back(fmt::format("NonNullable<Policy[{}]>[number]", json(topic).dump()));
  return fmt::format("\n/** A rule of any topic; `topic` tells which. */\nexport type Rule = {};\n",
                     fmt::join(types, " | "));
}

}  // namespace

std::string schema_types(const json& schema) {
  const std::string title = type_name_of(text_at(schema, "title"));
  std::string text = declaration(schema, title.empty() ? "Root" : title, schema);
  const json& definitions = member_of(schema, "definitions");
  json root = schema;
  root.erase("definitions");
  const std::set<std::string> used = used_definitions(root, definitions);
  for (const auto& [name, node] : definitions.items()) {
    const std::string plain = without_or_null(name);
    const bool is_nullable_copy = plain != name;
    if (!used.contains(plain) && !used.contains(plain + std::string(kOrNull))) continue;
    if (is_nullable_copy && definitions.contains(plain)) continue;
    text += declaration(schema, type_name_of(plain), is_nullable_copy ? without_null(node) : node);
  }
  return text;
}

std::string dataset_types(const ReleaseContent& content) {
  const json& told = content.description.told;
  const std::string text =
      fmt::format(
          "// Types of dataset.json of the simrules dataset {}, released {}; schema version "
          "{}.\n"
          "// Generated from the dataset.schema.json beside it.\n",
          content.version,
          content.released,
          content.head.schema_version) +
      schema_types(told);
  return text + rule_type(content.head.schema.topics(), told);
}

}  // namespace simrules
