#include "render/release/fields_markdown.h"

#include <algorithm>
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
using Texts = std::vector<std::string>;

/// One object that the schema defines, with the paths from the root that lead to it.
struct Section {
  const json* node;
  std::string title;
  Texts places;
  Texts topics;
};

struct Page {
  const json& schema;
  std::vector<Section> sections;
};

void add_new(Texts& texts, const std::string& text) {
  if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
}

/// Follows a reference; one to a copy that may be null leads to what it is a copy of.
const json& definition_of(const json& schema, const json& written) {
  const std::string reference(text_at(written, "$ref"));
  if (reference.empty()) return written;
  std::string pointer = reference_pointer(reference).value_or("");
  if (pointer.ends_with(kOrNull)) pointer.erase(pointer.size() - kOrNull.size());
  const json* plain = find_value(schema, pointer);
  return plain == nullptr ? resolve(schema, written) : definition_of(schema, *plain);
}

bool has_fields(const json& node) {
  return member_of(node, "properties").is_object() &&
         !member_of(node, "additionalProperties").is_object();
}

/// An object has a section of its own where the schema defines it by a name.
bool has_section(const Page& page, const json& written) {
  return written.contains("$ref") && has_fields(definition_of(page.schema, written));
}

/// Lists the fields of an object: those that are required first, in the schema's order.
Texts field_names(const json& node) {
  Texts names;
  const json& properties = member_of(node, "properties");
  for (const json& name : member_of(node, "required")) {
    if (name.is_string() && properties.contains(name)) add_new(names, name.get<std::string>());
  }
  for (const auto& [name, field] : properties.items()) add_new(names, name);
  return names;
}

Section& section_of(Page& page, const json& node) {
  for (Section& section : page.sections) {
    if (section.node == &node) return section;
  }
  const std::string title(text_at(node, "title"));
  std::string unlike = title;
  const auto is_taken = [&](const Section& other) { return other.title == unlike; };
  for (int number = 2; std::any_of(page.sections.begin(), page.sections.end(), is_taken);
       ++number) {
    unlike = fmt::format("{} {}", title, number);
  }
  return page.sections.emplace_back(Section{&node, unlike, {}, {}});
}

/// Where a walk through the schema is.
struct Place {
  std::string path;
  std::string topic;
};

/// Finds every object below a field; the schema has no cycles.
void find_sections(Page& page, const json& written, Place place) {
  const json& node = definition_of(page.schema, written);
  const std::string topic(text_at(node, "x-topic"));
  if (!topic.empty()) place.topic = topic;
  if (has_section(page, written) || &written == &page.schema) {
    Section& section = section_of(page, node);
    add_new(section.places, place.path);
    if (!place.topic.empty()) add_new(section.topics, place.topic);
  }
  if (has_fields(node)) {
    for (const std::string& name : field_names(node)) {
      const std::string dot = place.path.empty() ? "" : ".";
      find_sections(page,
                    member_of(node, "properties").at(name),
                    {fmt::format("{}{}{}", place.path, dot, name), place.topic});
    }
  }
  const json& items = member_of(node, "items");
  if (items.is_object()) find_sections(page, items, {place.path + "[]", place.topic});
  const json& values = member_of(node, "additionalProperties");
  if (values.is_object()) find_sections(page, values, {place.path + ".*", place.topic});
}

/// Names a heading as a link on the page does.
std::string anchor_of(std::string title) {
  std::ranges::transform(title, title.begin(), [](char c) { return c == ' ' ? '-' : to_lower(c); });
  return title;
}

/// A bar ends a cell even inside code, and a line break ends the table.
std::string cell(std::string text) {
  for (std::size_t at = text.find_first_of("|\n"); at != std::string::npos;
       at = text.find_first_of("|\n", at + 2)) {
    text.replace(at, 1, text[at] == '|' ? "\\|" : "; ");
  }
  return text;
}

std::string code_span(std::string_view text) { return fmt::format("`{}`", text); }

std::string codes(const Texts& words) {
  Texts shown;
  for (const std::string& word : words) shown.push_back(code_span(word));
  return fmt::format("{}", fmt::join(shown, ", "));
}

std::string type_text(Page& page, const json& written);

/// Says what a text can be: words, or what its format asks for.
std::string string_text(const json& node) {
  // The description tells the words of an enum with their meaning.
  if (node.contains("enumDescriptions")) return "word";
  const Texts words = words_of(node);
  if (!words.empty())
    return (words.size() > 1 ? "one of " : "") + codes(words) +
           (has_other_texts(node) ? ", or text" : "");
  if (list_contains(json(types_of(node)), "integer")) return "a decimal as text";
  const std::string format(text_at(node, "format"));
  return format.empty() ? "text" : fmt::format("text ({})", format);
}

std::string one_type_text(Page& page, const json& node, const std::string& type) {
  if (type == "string") return string_text(node);
  if (type == "integer") return "whole number";
  if (type == "number") return "number";
  if (type == "boolean") return "`true` or `false`";
  if (type == "array") return "list: " + type_text(page, member_of(node, "items"));
  const json& values = member_of(node, "additionalProperties");
  if (!values.is_object()) return "object";
  const std::string key(text_at(node, "x-key-format"));
  return fmt::format("{} by {}", type_text(page, values), key.empty() ? "key" : key);
}

std::string type_text(Page& page, const json& written) {
  const json& node = definition_of(page.schema, written);
  const bool is_linked = has_section(page, written);
  Texts texts;
  for (const std::string& type : types_of(node)) {
    if (type == "null") continue;
    const std::string& title = is_linked ? section_of(page, node).title : type;
    const bool is_link = is_linked && type == "object";
    add_new(texts,
            is_link ? fmt::format("[{}](#{})", title, anchor_of(title))
                    : one_type_text(page, node, type));
  }
  if (member_of(node, "const").is_number()) return code_span(node.at("const").dump());
  return fmt::format("{}", fmt::join(texts, ", or "));
}

/// Says what stands there where a policy states nothing.
std::string absence_text(const json& parent, const std::string& name, const json& node) {
  if (!list_contains(member_of(parent, "x-optional"), name)) {
    return list_contains(member_of(parent, "required"), name) ? "always stated" : "left out";
  }
  const auto absent = node.find("x-absent");
  if (absent == node.end()) return "`null`";
  return absent->is_null() ? "`null`: there is none" : code_span(absent->dump());
}

/// Names the unit, or each unit that converts with its factor.
std::string unit_text(const json& node) {
  Texts texts;
  const std::string unit(text_at(node, "x-unit"));
  if (!unit.empty()) texts.push_back(unit);
  for (const auto& [name, factor] : member_of(node, "x-units").items()) {
    texts.push_back(fmt::format("{} = {}", name, factor.dump()));
  }
  return fmt::format("{}", fmt::join(texts, "<br>"));
}

bool can_be_null(const json& schema, const json& written) {
  return list_contains(json(types_of(resolve(schema, written))), "null");
}

Texts word_texts(const json& node) {
  Texts texts;
  const json& words = member_of(node, "enum");
  const json& meanings = member_of(node, "enumDescriptions");
  for (std::size_t i = 0; i < words.size() && i < meanings.size(); ++i) {
    if (!words[i].is_string() || !meanings[i].is_string()) continue;
    texts.push_back(code_span(words[i].get<std::string>()) + ": " + meanings[i].get<std::string>());
  }
  return texts;
}

std::string description_of(const json& schema, const json& node) {
  Texts texts = {std::string(text_at(node, "description"))};
  for (std::string& text : word_texts(node)) texts.push_back(std::move(text));
  const json& items = member_of(node, "items");
  if (items.is_object()) {
    for (std::string& text : word_texts(definition_of(schema, items))) {
      texts.push_back(std::move(text));
    }
  }
  const json& unknown = member_of(node, "x-unknown");
  if (unknown.is_array() && !unknown.empty()) {
    texts.push_back("Not known: " + codes(unknown.get<Texts>()) + ".");
  }
  for (const auto& [word, pointer] : member_of(node, "x-plan-values").items()) {
    texts.push_back(
        fmt::format("`{}`: what the plan has at `{}`.", word, pointer.get<std::string>()));
  }
  const std::string list(text_at(node, "x-refers"));
  if (!list.empty()) texts.push_back(fmt::format("Refers to `{}`.", list));
  return fmt::format("{}", fmt::join(texts, "<br>"));
}

/// Texts that stand for all of their format, or of their pattern by what is in it.
struct TextExample {
  std::string_view sign;
  std::string_view text;
};
constexpr TextExample kFormatExamples[] = {{"partial-date", "2026-11"},
                                           {"first-day", "2026-11"},
                                           {"last-day", "2026-11"},
                                           {"date", "2026-11-22"},
                                           {"uri", "https://example.com/"},
                                           {"country", "JP"},
                                           {"subdivision", "US-HI"},
                                           {"currency", "JPY"},
                                           {"language", "ja"},
                                           {"time-zone", "Asia/Tokyo"},
                                           {"plmn", "440-50"}};
constexpr TextExample kPatternExamples[] = {{"#", "jp/au#transfer/data-gift"},
                                            {"transfer|", "transfer/data-gift"},
                                            {"global", "jp/au"},
                                            {"24:00", "09:00"},
                                            {"[0-9]{1,9}\\.", "3.0.0"},
                                            {"[0-9a-f]{64}", "e3b0c44298fc1c14..."},
                                            {",[0-9]{4}", "example.com,2026"},
                                            {"A-Za-z0-9.+-", "CC0-1.0"}};

/// Returns a text that can stand in a field.
json text_example(const json& node) {
  const std::string format(text_at(node, "format"));
  for (const TextExample& row : kFormatExamples) {
    if (row.sign == format) return row.text;
  }
  const std::string pattern(text_at(node, "pattern"));
  for (const TextExample& row : kPatternExamples) {
    if (pattern.find(row.sign) != std::string::npos) return row.text;
  }
  return pattern.empty() ? "Data Gift" : "data-gift";
}

/// Returns a value that can stand in a field; null for an object, whose members have rows of their own.
json example_of(const json& schema, const json& written) {
  const json& node = definition_of(schema, written);
  const json& examples = member_of(node, "examples");
  if (!examples.empty()) return examples.front();
  if (node.contains("const")) return node.at("const");
  const Texts words = words_of(node);
  if (!words.empty()) return words.front();
  const Texts types = types_of(node);
  const auto can_be = [&](const char* type) { return list_contains(json(types), type); };
  if (can_be("boolean")) return true;
  if (can_be("integer") || can_be("number")) {
    const json& least = member_of(node, "minimum");
    return least.is_number() && least > 0 ? least : json(1);
  }
  if (can_be("string")) return text_example(node);
  if (can_be("array")) {
    const json item = example_of(schema, member_of(node, "items"));
    return item.is_null() ? json() : json::array({item});
  }
  const json& values = member_of(node, "additionalProperties");
  if (!values.is_object()) return {};
  const json value = example_of(schema, values);
  return value.is_null() ? json() : json({{"en", value}});
}

std::string example_text(const json& schema, const json& written) {
  const json example = example_of(schema, written);
  return example.is_null() ? "" : code_span(example.dump());
}

std::string rows_of(Page& page, const json& object, const std::string& prefix) {
  std::string rows;
  for (const std::string& name : field_names(object)) {
    const json& written = object.at("properties").at(name);
    const json& node = definition_of(page.schema, written);
    rows += fmt::format("| `{}{}` | {} | {} | {} | {} | {} | {} |\n",
                        prefix,
                        name,
                        cell(type_text(page, written)),
                        cell(example_text(page.schema, written)),
                        can_be_null(page.schema, written) ? "yes" : "no",
                        cell(absence_text(object, name, node)),
                        cell(unit_text(node)),
                        cell(description_of(page.schema, node)));
    if (!has_section(page, written) && has_fields(node)) {
      rows += rows_of(page, node, prefix + name + '.');
    }
    const json& items = member_of(node, "items");
    if (items.is_object() && !items.contains("$ref") && has_fields(items)) {
      rows += rows_of(page, items, prefix + name + "[].");
    }
  }
  return rows;
}

std::string section_text(Page& page, const Section& section) {
  std::string text =
      fmt::format("\n## {}\n\n{}\n\n", section.title, text_at(*section.node, "description"));
  if (!section.places.front().empty()) {
    text += fmt::format("At {}.", codes(section.places));
    if (!section.topics.empty())
      text += fmt::format(" Topics: {}.", fmt::join(section.topics, ", "));
    text += "\n\n";
  }
  text +=
      "| Field | Holds | Example | Null | Not stated | Unit | Description "
      "|\n|---|---|---|---|---|---|---|\n";
  return text + rows_of(page, *section.node, "");
}

}  // namespace

std::string fields_markdown(const json& schema) {
  Page page{schema, {}};
  find_sections(page, schema, {});
  std::string text = fmt::format("# Fields: {}\n\n", text_at(schema, "title"));
  text +=
      "This page is generated from the schema. The column “Not stated” tells what stands there\n";
  text += "where nothing is stated.\n";
  // Links to sections add none: all of them have been found.
  const std::vector<Section> sections = page.sections;
  for (const Section& section : sections) text += section_text(page, section);
  return text;
}

}  // namespace simrules
