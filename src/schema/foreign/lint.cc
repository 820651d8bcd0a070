#include "schema/foreign/lint.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/pointer.h"
#include "base/text.h"
#include "schema/foreign/numbers.h"
#include "schema/foreign/parts.h"
#include "schema/foreign/pattern.h"
#include "schema/foreign/references.h"
#include "schema/lint/keyword.h"

namespace simrules {
namespace {

using nlohmann::json;

/// Words of other drafts that would check something and that draft-07 passes over.
constexpr std::array<std::string_view, 14> kOtherDrafts = {"dependentRequired",
                                                           "dependentSchemas",
                                                           "prefixItems",
                                                           "unevaluatedItems",
                                                           "minContains",
                                                           "maxContains",
                                                           "unevaluatedProperties",
                                                           "contentSchema",
                                                           "$dynamicRef",
                                                           "$recursiveRef",
                                                           "extends",
                                                           "disallow",
                                                           "divisibleBy",
                                                           "$anchor"};

constexpr std::array<std::string_view, 7> kTypes = {
    "null", "boolean", "integer", "number", "string", "array", "object"};

bool is_schema(const json& value) { return value.is_object() || value.is_boolean(); }

bool is_type(const json& value) {
  return value.is_string() &&
         std::ranges::find(kTypes, value.get<std::string_view>()) != kTypes.end();
}

template <typename Fits>
bool all_of(const json& list, const Fits& fits) {
  return list.is_array() && std::all_of(list.begin(), list.end(), fits);
}

bool is_text(const json& value) { return value.is_string(); }
bool is_names(const json& value) { return all_of(value, is_text); }
bool is_pattern(const json& value) {
  return value.is_string() && Pattern::parse(value.get<std::string>()).has_value();
}
bool is_map(const json& value) {
  return value.is_object() && std::all_of(value.begin(), value.end(), [](const json& part) {
           return is_schema(part) || is_names(part);
         });
}
bool are_schemas(const json& value) { return !value.empty() && all_of(value, is_schema); }

/// What a keyword's value may be, by the words of `DraftKeyword::types`.
struct ValueKind {
  std::string_view types;
  bool (*fits)(const json& value);
};
constexpr ValueKind kValueKinds[] = {
    {"any", [](const json&) { return true; }},
    {"text", is_text},
    {"flag", [](const json& value) { return value.is_boolean(); }},
    {"number", [](const json& value) { return value.is_number(); }},
    {"count",
     [](const json& value) {
       return value.is_number() && is_integral(value) && compare_numbers(value, 0) >= 0;
     }},
    {"divisor",
     [](const json& value) { return value.is_number() && compare_numbers(value, 0) > 0; }},
    {"list", [](const json& value) { return value.is_array(); }},
    {"names", is_names},
    {"types",
     [](const json& value) {
       return is_type(value) || (!value.empty() && all_of(value, is_type));
     }},
    {"pattern", is_pattern},
    {"schema", is_schema},
    {"schemas", are_schemas},
    {"schema or schemas",
     [](const json& value) { return is_schema(value) || all_of(value, is_schema); }},
    {"map", is_map},
    {"map of patterns", [](const json& value) {
       if (!is_map(value)) return false;
       for (const auto& [name, part] : value.items()) {
         if (!Pattern::parse(name)) return false;
       }
       return true;
     }}};

bool fits(const DraftKeyword& keyword, const json& value) {
  const auto* kind = std::ranges::find(kValueKinds, keyword.types, &ValueKind::types);
  return kind->fits(value);
}

class Linter {
 public:
  Linter(const Document& document, DiagnosticSink& sink)
      : document_(document), sink_(sink), addresses_(document.value) {}

  ForeignLint run() {
    dialect();
    visit(document_.value, "");
    // Only then: what a reference leads to may stand where no schema is looked for.
    for (std::size_t i = 0; i < references_.size(); ++i) reference(i);
    if (lint_.ok && lint_.constraints == 0) {
      report("schema-checks-nothing",
             "",
             "the schema has no keyword that checks anything, so every file would pass",
             "say what a file must be, with `type`, `required` and `properties`");
    }
    return lint_;
  }

 private:
  struct Reference {
    const json* from;
    std::string pointer;
  };

  void report(const char* check,
              const std::string& at,
              std::string message,
              std::string help,
              bool at_key = false) {
    lint_.ok = false;
    sink_.report({.check = check,
                  .place = at_key ? document_.key_place(at) : document_.value_place(at),
                  .pointer = at,
                  .message = std::move(message),
                  .help = std::move(help)});
  }

  void dialect() {
    const std::string stated(text_at(document_.value, "$schema"));
    const bool is_ours = stated.empty() ||
                         stated.find("json-schema.org/draft-07/") != stated.npos ||
                         stated.find("json-schema.org/draft-06/") != stated.npos ||
                         stated.find("json-schema.org/schema") != stated.npos;
    if (is_ours) return;
    report("schema-wrong-dialect",
           "/$schema",
           fmt::format("{} is another dialect of JSON Schema", quoted(stated)),
           "this tool reads draft-07: `http://json-schema.org/draft-07/schema#`");
  }

  void visit(const json& schema, const std::string& at) {
    if (!seen_.insert(&schema).second) return;
    if (!is_schema(schema)) {
      report("schema-wrong-keyword-value",
             at,
             fmt::format("a schema is an object, `true` or `false`, not {}",
                         quoted(schema.type_name())),
             "write it as an object with the keywords of draft-07");
      return;
    }
    if (schema.is_boolean()) {
      ++lint_.constraints;
      return;
    }
    const bool is_reference = schema.contains("$ref");
    for (const auto& [name, value] : schema.items()) {
      // Nothing beside `$ref` counts, but what it leads to may stand there.
      if (!is_reference || name == "$ref") keyword(name, value, pointer_join(at, name));
    }
    if (is_reference && schema["$ref"].is_string())
      references_.push_back({&schema, pointer_join(at, "$ref")});
    for_each_part(schema,
                  [&](const json& part, const std::string& pointer) { visit(part, at + pointer); });
  }

  void keyword(const std::string& name, const json& value, const std::string& at) {
    const DraftKeyword* row = find_draft_keyword(name);
    if (row == nullptr) return other_word(name, at);
    lint_.constraints += name != "definitions" ? 1 : 0;
    if (!fits(*row, value)) {
      report("schema-wrong-keyword-value",
             at,
             fmt::format("{} cannot be {}, expected {}",
                         quoted(name),
                         value.is_structured() ? quoted(value.type_name()) : quoted(value.dump()),
                         row->types),
             "see the validation of JSON Schema draft-07 for it");
    } else if (name == "format") {
      lint_.formats.insert(value.get<std::string>());
    }
  }

  /// Refuses a word that was meant to check something and would not.
  void other_word(const std::string& name, const std::string& at) {
    if (std::ranges::find(kOtherDrafts, name) != kOtherDrafts.end()) {
      report(
          "schema-unsupported-keyword",
          at,
          fmt::format("keyword {} is of another draft, and draft-07 passes it over", quoted(name)),
          "say it with the keywords of draft-07, or leave it out",
          true);
      return;
    }
    if (find_keyword(name) != nullptr || find_refused_keyword(name) != nullptr || name.size() < 4)
      return;
    std::vector<std::string> words;
    for (const DraftKeyword& row : draft_keywords()) words.emplace_back(row.name);
    for (const std::string& word : keyword_names()) words.push_back(word);
    const auto twin = nearest(name, words);
    // A longer word is rather one of its own: `typeof`.
    const bool is_slip = twin && twin->size() <= name.size() + 1 && name.size() <= twin->size() + 1;
    if (!is_slip || find_draft_keyword(*twin) == nullptr) return;
    report("schema-unknown-keyword",
           at,
           fmt::format("draft-07 has no keyword {}", quoted(name)),
           fmt::format("did you mean {}?", quoted(*twin)),
           true);
  }

  void reference(std::size_t index) {
    const Reference one = references_[index];
    const auto& text = (*one.from)["$ref"].get_ref<const std::string&>();
    const json* target = addresses_.find(*one.from, text);
    if (target == nullptr) {
      const bool remote = addresses_.is_remote(*one.from, text);
      return report(remote ? "schema-remote-reference" : "schema-unresolved-reference",
                    one.pointer,
                    fmt::format("{} {}",
                                quoted(text),
                                remote ? "is in another document, and none is fetched"
                                       : "leads to nothing in this schema"),
                    remote ? "copy what it leads to into `definitions`"
                           : "refer to what is there: `#/definitions/...`");
    }
    std::set<const json*> chain;
    const json* step = target;
    while (step != nullptr && step->is_object() && step->contains("$ref")) {
      if (!chain.insert(step).second) {
        return report("schema-cyclic-reference",
                      one.pointer,
                      fmt::format("{} leads back to itself", quoted(text)),
                      "let one of the references lead to a schema");
      }
      const json& next = (*step)["$ref"];
      step = next.is_string() ? addresses_.find(*step, next.get<std::string>()) : nullptr;
    }
    visit(*target, one.pointer);
  }

  const Document& document_;
  DiagnosticSink& sink_;
  SchemaAddresses addresses_;
  ForeignLint lint_;
  std::set<const json*> seen_;
  std::vector<Reference> references_;
};

}  // namespace

ForeignLint lint_foreign(const Document& document, DiagnosticSink& sink) {
  return Linter(document, sink).run();
}

}  // namespace simrules
