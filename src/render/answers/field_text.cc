#include "render/answers/field_text.h"

#include <algorithm>
#include <functional>
#include <regex>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "render/text/terminal.h"
#include "schema/language/file.h"
#include "schema/reference.h"

namespace simrules {
namespace {

using nlohmann::json;

/// A field on the way through the schema.
/// Shape: `node` is its JSON, references followed; null where the schema says nothing.
struct Field {
  const FieldSpec& spec;
  const json& node;
  std::vector<std::string> path = {};
};

using Visit = std::function<void(const Field&)>;

const json& member_at(const json& root, const json& node, const char* group, const char* name) {
  static const json kNothing;
  const json& resolved = node.is_object() ? resolve(root, node) : node;
  const auto found = resolved.find(group);
  if (!resolved.is_object() || found == resolved.end() || !found->is_object()) return kNothing;
  if (name == nullptr) return *found;
  const auto member = found->find(name);
  return member == found->end() ? kNothing : *member;
}

/// Visits every field but those of earlier terms, which say the same once more.
void visit_fields(const json& root, const Field& field, const Visit& visit) {
  for (const auto& [name, member] : field.spec.properties) {
    if (member->area == Area::kPast) continue;
    std::vector<std::string> path = field.path;
    path.push_back(name);
    const Field inner{*member, member_at(root, field.node, "properties", name.c_str()), path};
    visit(inner);
    visit_fields(root, inner, visit);
  }
  if (field.spec.items) {
    visit_fields(root,
                 {*field.spec.items, member_at(root, field.node, "items", nullptr), field.path},
                 visit);
  }
}

std::vector<std::string> parts_of(std::string_view name) {
  std::vector<std::string> parts(1);
  for (const char c : name) {
    if (c == '.' || c == '/') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

bool ends_with(const std::vector<std::string>& path, const std::vector<std::string>& end) {
  return path.size() >= end.size() && std::equal(end.rbegin(), end.rend(), path.rbegin());
}

/// Returns what stands in the first snippet of an editor, without its gaps.
std::string snippet_of(const json& node) {
  const auto snippets = node.find("defaultSnippets");
  if (snippets == node.end() || snippets->empty() || !snippets->front().contains("body")) return "";
  const std::string body = snippets->front()["body"].dump();
  const std::string filled =
      std::regex_replace(body, std::regex(R"re(\$\{[0-9]+:([^}]*)\})re"), "$1");
  return std::regex_replace(filled, std::regex(R"re(\$[0-9]+)re"), "");
}

std::string example_of(const FieldSpec& spec, const json& node) {
  if (node.is_object()) {
    const auto examples = node.find("examples");
    if (examples != node.end() && !examples->empty()) return examples->front().dump();
    if (std::string snippet = snippet_of(node); !snippet.empty()) return snippet;
  }
  if (!spec.words.empty()) return spec.is_set ? "[" + spec.words.front() + "]" : spec.words.front();
  const auto has = [&](const char* type) {
    return std::ranges::find(spec.types, type) != spec.types.end();
  };
  if (has("boolean")) return "true";
  return has("integer") ? "5" : "";
}

std::string absence_of(const FieldSpec& spec) {
  if (!spec.absent) return "nothing: it is not known";
  if (spec.absent->is_null() || spec.absent->empty()) return "that there is none";
  return fmt::format("{}", quoted(spec.absent->dump()));
}

std::string paragraph(const std::string& text) {
  std::string out;
  for (const std::string& line : wrap(text, kColumns - 2)) out += "  " + line + "\n";
  return out;
}

std::string entry_text(const Field& field, const std::string& places, const json& root) {
  const FieldSpec& spec = field.spec;
  const std::string language(kFallbackLanguage);
  const json& node = field.node.is_object() ? resolve(root, field.node) : field.node;
  std::string out = fmt::format("{}: {}\n", spec.name, spec.label(language));
  out += paragraph("in " + places);
  if (!spec.description.empty()) out += paragraph(spec.description);
  const std::vector<std::string>& words =
      spec.words.empty() && spec.items ? spec.items->words : spec.words;
  for (const std::string& word : words) {
    out += fmt::format("    {}: {}\n", word, spec.word_label(word, language));
  }
  const FieldSpec& inner = spec.items ? *spec.items : spec;
  std::string members;
  for (const auto& [name, member] : inner.properties)
    members += (members.empty() ? "" : ", ") + name;
  if (!members.empty()) out += paragraph((spec.items ? "each has " : "it has ") + members);
  const std::string example = example_of(spec, node);
  if (!example.empty()) out += fmt::format("  example: {}: {}\n", spec.name, example);
  return out + paragraph("left out, it says " + absence_of(spec));
}

}  // namespace

std::string field_text(const PolicySchema& schema, std::string_view name) {
  const std::vector<std::string> wanted = parts_of(name);
  const json& root = schema.schema().value();
  std::vector<Field> found;
  std::vector<std::string> places;
  visit_fields(root, {schema.root(), root, {}}, [&](const Field& field) {
    if (!ends_with(field.path, wanted)) return;
    const std::string place = fmt::format("{}", fmt::join(field.path, "."));
    const auto same = std::ranges::find_if(
        found, [&](const Field& known) { return known.spec.place == field.spec.place; });
    if (same != found.end()) {
      places[static_cast<std::size_t>(same - found.begin())] += ", " + place;
      return;
    }
    found.push_back(field);
    places.push_back(place);
  });
  std::string out;
  for (std::size_t i = 0; i < found.size(); ++i) {
    out += (i > 0 ? "\n" : "") + entry_text(found[i], places[i], root);
  }
  return out;
}

std::vector<std::string> field_names(const PolicySchema& schema) {
  std::set<std::string> names;
  const json& root = schema.schema().value();
  visit_fields(
      root, {schema.root(), root, {}}, [&](const Field& field) { names.insert(field.spec.name); });
  return {names.begin(), names.end()};
}

}  // namespace simrules
