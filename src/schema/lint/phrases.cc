#include <algorithm>

#include <fmt/format.h>

#include "base/pointer.h"
#include "base/text.h"
#include "schema/lint/vocabulary.h"

namespace simrules {

namespace {

using nlohmann::json;

/// What a template can name besides the members of an object, by the section of `x-sentences` that
/// it is in; `amounts` are the forms of a quantity.
struct Placeholders {
  std::string_view section;
  std::vector<std::string> names;
};

const std::vector<Placeholders>& placeholders() {
  static const std::vector<std::string> change = {
      "field", "before", "after", "gained", "lost", "because", "successor"};
  static const std::vector<Placeholders> rows = {
      {"changes", change},
      {"ours", change},
      {"records", change},
      {"rules", {"policy", "rule", "verdict", "terms"}},
      {"amounts", {"number", "unit", "one"}},
      {"phrases",
       {"statement",
        "subject",
        "clause",
        "from",
        "until",
        "until_not_before",
        "new_signups_until",
        "announced",
        "only_announced",
        "incomparable",
        "policy",
        "rule",
        "label",
        "name",
        "inner",
        "outer",
        "value",
        "plan",
        "number",
        "unit",
        "currency",
        "day",
        "month",
        "year"}},
  };
  return rows;
}

/// Returns what a template of a section can name; nothing in a section without templates.
const std::vector<std::string>& allowed_in(std::string_view section) {
  static const std::vector<std::string> none;
  for (const Placeholders& row : placeholders()) {
    if (row.section == section) return row.names;
  }
  return none;
}

/// Lists the placeholders of a template, without the form that follows a colon.
std::vector<std::string> placeholders_of(const std::string& text) {
  std::vector<std::string> names;
  for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) {
    const std::string inner = text.substr(at + 1, text.find('}', at) - at - 1);
    names.push_back(inner.substr(0, inner.find(':')));
  }
  return names;
}

/// Tells whether the brackets of optional parts close in the order in which they open.
bool is_balanced(const std::string& text) {
  int depth = 0;
  for (const char c : text) {
    depth += c == '[' ? 1 : c == ']' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth == 0;
}

void lint_brackets(SchemaLint& lint, const std::string& pointer, const std::string& text) {
  if (is_balanced(text)) return;
  lint.value_error("schema-wrong-keyword-value",
                   pointer,
                   "a bracket of an optional part has no partner",
                   "close each `[` with a `]`");
}

void lint_placeholders(SchemaLint& lint,
                       const std::string& pointer,
                       const std::string& text,
                       const std::vector<std::string>& allowed) {
  for (const std::string& name : placeholders_of(text)) {
    if (std::find(allowed.begin(), allowed.end(), name) != allowed.end()) continue;
    const auto close = nearest(name, allowed);
    lint.value_error("schema-unknown-placeholder",
                     pointer,
                     fmt::format("the template has nothing to fill {} with", quoted(name)),
                     close ? fmt::format("did you mean {}?", quoted(*close))
                           : "it can name " + quoted_list(allowed, "and"));
  }
}

void lint_template(SchemaLint& lint,
                   const std::string& pointer,
                   const json& text,
                   const std::vector<std::string>& allowed) {
  if (!text.is_string()) return;
  lint_brackets(lint, pointer, text.get_ref<const std::string&>());
  lint_placeholders(lint, pointer, text.get_ref<const std::string&>(), allowed);
}

/// Checks the templates of one field in one language: some name members of the field's object, and
/// others replace those of a direction.
void lint_field_templates(SchemaLint& lint,
                          const std::string& pointer,
                          const json& templates,
                          const std::vector<std::string>& members) {
  std::vector<std::string> of_change = allowed_in("changes");
  of_change.insert(of_change.end(), members.begin(), members.end());
  for (const auto& [use, text] : templates.items()) {
    const bool names_members = use == "text" || use == "name" || use == "each";
    const bool is_amount = use == "amount" || use == "amount_one";
    const std::string at = pointer_join(pointer, use);
    lint_template(lint,
                  at,
                  text,
                  names_members ? members
                  : is_amount   ? allowed_in("amounts")
                                : of_change);
  }
}

/// Refuses words of change ids that the field gives itself and has no template for.
void lint_turns(SchemaLint& lint, const std::string& pointer, const json& node) {
  const auto turns = node.find("x-turns");
  if (turns == node.end() || !lint.document.value.contains("x-sentences")) return;
  const json phrases = node.value("x-phrases", json::object());
  for (const auto& [language, sections] : lint.document.value.at("x-sentences").items()) {
    const json own = phrases.value(language, json::object());
    for (const auto& [word, turn] : turns->items()) {
      for (const auto& [way, name] : turn.items()) {
        const auto& direction = name.get_ref<const std::string&>();
        if (own.contains(direction)) continue;
        lint.key_error(
            "schema-missing-label",
            pointer_join(pointer_join(pointer_join(pointer, "x-turns"), word), way),
            fmt::format(
                "the direction {} has no sentence in {}", quoted(direction), quoted(language)),
            "add a template for it to `x-phrases` of the field");
      }
    }
  }
}

}  // namespace

void lint_phrases(SchemaLint& lint,
                  const std::string& pointer,
                  const json& node,
                  const std::set<std::string>& siblings) {
  std::vector<std::string> members(siblings.begin(), siblings.end());
  const auto properties = node.find("properties");
  if (properties != node.end()) {
    for (const auto& entry : properties->items()) members.push_back(entry.key());
  }
  lint_turns(lint, pointer, node);
  if (const auto phrases = node.find("x-phrases"); phrases != node.end()) {
    const std::string at = pointer_join(pointer, "x-phrases");
    for (const auto& [language, templates] : phrases->items()) {
      lint_field_templates(lint, pointer_join(at, language), templates, members);
    }
  }
  const auto sentences = node.find("x-sentences");
  if (sentences == node.end()) return;
  for (const auto& [language, sections] : sentences->items()) {
    for (const auto& [section, templates] : sections.items()) {
      const std::string at =
          pointer_join(pointer_join(pointer_join(pointer, "x-sentences"), language), section);
      for (const auto& [use, text] : templates.items()) {
        lint_template(lint, pointer_join(at, use), text, allowed_in(section));
      }
    }
  }
}

}  // namespace simrules
