#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "base/pointer.h"
#include "base/text.h"
#include "schema/format.h"
#include "schema/lint/keyword.h"
#include "schema/lint/lint.h"
#include "schema/lint/pattern_safety.h"

namespace simrules {

namespace {

using nlohmann::json;

constexpr const char* kWrongValue = "schema-wrong-keyword-value";
constexpr std::array<std::string_view, 7> kTypes = {
    "null", "boolean", "object", "array", "number", "string", "integer"};

bool is_type_name(const json& value) {
  return value.is_string() &&
         std::find(kTypes.begin(), kTypes.end(), value.get_ref<const std::string&>()) !=
             kTypes.end();
}

bool all_texts(const json& value) {
  return value.is_array() &&
         std::all_of(value.begin(), value.end(), [](const json& v) { return v.is_string(); });
}

bool all_unique(const json& list) {
  return std::set<json>(list.begin(), list.end()).size() == list.size();
}

bool is_type_list(const json& value) {
  return value.is_array() && !value.empty() && all_unique(value) &&
         std::all_of(value.begin(), value.end(), is_type_name);
}

bool is_schema_or_boolean(const json& value) { return value.is_object() || value.is_boolean(); }

bool is_dependencies(const json& value) {
  return value.is_object() && std::all_of(value.begin(), value.end(), [](const json& entry) {
           return is_schema_or_boolean(entry) || (all_texts(entry) && all_unique(entry));
         });
}

/// Returns whether a value has the shape that its keyword asks for.
bool has_shape(KeywordShape shape, const json& value) {
  switch (shape) {
    case KeywordShape::kAny:
      return true;
    case KeywordShape::kText:
    case KeywordShape::kPattern:
    case KeywordShape::kFormat:
    case KeywordShape::kReference:
    case KeywordShape::kDialect:
      return value.is_string();
    case KeywordShape::kFlag:
      return value.is_boolean();
    case KeywordShape::kCount:
      return is_whole_number(value) && value.get<double>() >= 0;
    case KeywordShape::kNumber:
      return value.is_number();
    case KeywordShape::kList:
      return value.is_array();
    case KeywordShape::kTexts:
      return all_texts(value);
    case KeywordShape::kNames:
      return all_texts(value) && all_unique(value);
    case KeywordShape::kValues:
      return value.is_array() && !value.empty();
    case KeywordShape::kTypes:
      return is_type_name(value) || is_type_list(value);
    case KeywordShape::kDependencies:
      return is_dependencies(value);
    case KeywordShape::kSchema:
    case KeywordShape::kSchemaOrFlag:
      return is_schema_or_boolean(value);
    case KeywordShape::kSchemaMap:
      return value.is_object() && std::all_of(value.begin(), value.end(), is_schema_or_boolean);
    case KeywordShape::kSchemaList:
      return value.is_array() && !value.empty() &&
             std::all_of(value.begin(), value.end(), is_schema_or_boolean);
  }
  return false;
}

const char* expected_shape(KeywordShape shape) {
  switch (shape) {
    case KeywordShape::kFlag:
      return "`true` or `false`";
    case KeywordShape::kCount:
      return "a whole number that is not negative";
    case KeywordShape::kNumber:
      return "a number";
    case KeywordShape::kList:
      return "a list";
    case KeywordShape::kTexts:
      return "a list of strings";
    case KeywordShape::kNames:
      return "a list of different names";
    case KeywordShape::kValues:
      return "a list with at least one value";
    case KeywordShape::kTypes:
      return "a type of draft-07, or a list of different types";
    case KeywordShape::kDependencies:
      return "an object of lists of names or of schemas";
    case KeywordShape::kSchema:
      return "one schema";
    case KeywordShape::kSchemaOrFlag:
      return "a schema, `true` or `false`";
    case KeywordShape::kSchemaMap:
      return "an object of schemas";
    case KeywordShape::kSchemaList:
      return "a list with at least one schema";
    default:
      return "a string";
  }
}

void refuse_boolean(SchemaLint& lint, const json& value, const std::string& pointer) {
  if (!value.is_boolean()) return;
  lint.value_error("schema-boolean",
                   pointer,
                   fmt::format("`{}` stands in the place of a schema", value.dump()),
                   "write `{}` for `true` and `{\"not\": {}}` for `false`");
}

/// Refuses `true` and `false` as schemas everywhere but in `additionalProperties`.
void lint_booleans(SchemaLint& lint,
                   KeywordShape shape,
                   const json& value,
                   const std::string& pointer) {
  if (shape == KeywordShape::kSchema) refuse_boolean(lint, value, pointer);
  if (shape == KeywordShape::kSchemaMap || shape == KeywordShape::kDependencies) {
    for (const auto& [name, entry] : value.items()) {
      refuse_boolean(lint, entry, pointer_join(pointer, name));
    }
  }
  if (shape == KeywordShape::kSchemaList) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      refuse_boolean(lint, value[i], pointer_join(pointer, i));
    }
  }
}

void lint_dialect(SchemaLint& lint, const std::string& value, const std::string& pointer) {
  std::string_view name = value;
  if (!name.empty() && name.back() == '#') name.remove_suffix(1);
  if (name == "http://json-schema.org/draft-07/schema") return;
  if (name == "https://json-schema.org/draft-07/schema") return;
  lint.value_error("schema-wrong-dialect",
                   pointer,
                   fmt::format("the dialect {} is not supported", quoted(value)),
                   "write the schema in draft-07: `http://json-schema.org/draft-07/schema#`");
}

void lint_format(SchemaLint& lint, const std::string& name, const std::string& pointer) {
  if (find_format(name) != nullptr) return;
  std::vector<std::string> names;
  for (const Format& format : formats()) names.emplace_back(format.name);
  const auto close = nearest(name, names);
  lint.value_error(
      "schema-unknown-format",
      pointer,
      fmt::format("unknown format {}", quoted(name)),
      close ? fmt::format("did you mean {}?", quoted(*close))
            : fmt::format("the formats that are checked are {}", quoted_list(names, "and")));
}

void lint_pattern(SchemaLint& lint, const std::string& pattern, const std::string& pointer) {
  if (lint.safe_patterns.count(pattern) != 0) return;
  const auto problem = find_pattern_problem(pattern);
  if (!problem) {
    lint.safe_patterns.insert(pattern);
    return;
  }
  lint.value_error("schema-unsafe-pattern",
                   pointer,
                   fmt::format("pattern {} {}", quoted(pattern), problem->what),
                   problem->help);
}

std::string help_for_value(const Keyword& keyword, const json& value) {
  const bool type = keyword.shape == KeywordShape::kTypes && value.is_string();
  const auto close = type ? nearest(value.get_ref<const std::string&>(),
                                    std::vector<std::string>(kTypes.begin(), kTypes.end()))
                          : std::nullopt;
  return close ? fmt::format("did you mean {}?", quoted(*close))
               : fmt::format("expected {}", expected_shape(keyword.shape));
}

void lint_value(SchemaLint& lint,
                const Keyword& keyword,
                const json& value,
                const std::string& pointer) {
  if (!has_shape(keyword.shape, value)) {
    lint.value_error(
        kWrongValue,
        pointer,
        fmt::format("the value of {} is {}",
                    quoted(keyword.name),
                    quoted(value.dump(-1, ' ', false, json::error_handler_t::replace))),
        help_for_value(keyword, value));
    return;
  }
  lint_booleans(lint, keyword.shape, value, pointer);
  if (keyword.shape == KeywordShape::kDialect) lint_dialect(lint, value, pointer);
  if (keyword.shape == KeywordShape::kFormat) lint_format(lint, value, pointer);
  if (keyword.shape == KeywordShape::kPattern) lint_pattern(lint, value, pointer);
}

void refuse_keyword(SchemaLint& lint, const std::string& name, const std::string& pointer) {
  if (const RefusedKeyword* refused = find_refused_keyword(name)) {
    lint.key_error("schema-unsupported-keyword",
                   pointer,
                   fmt::format("keyword {} is not supported", quoted(name)),
                   refused->help);
    return;
  }
  const auto close = nearest(name, keyword_names());
  lint.key_error("schema-unknown-keyword",
                 pointer,
                 fmt::format("unknown keyword {}", quoted(name)),
                 close ? fmt::format("did you mean {}?", quoted(*close))
                       : "use a draft-07 keyword; annotations of your own start with `x-`");
}

void lint_combinations(SchemaLint& lint, const json& node, const std::string& pointer) {
  if (node.contains("$ref") && node.size() > 1) {
    for (const auto& [name, value] : node.items()) {
      // `definitions` and `$schema` of a root are read by place, not as part of the schema.
      const bool by_place = pointer.empty() && (name == "definitions" || name[0] == '$');
      if (name == "$ref" || by_place) continue;
      lint.key_error("schema-reference-sibling",
                     pointer_join(pointer, name),
                     fmt::format("{} beside `$ref` has no effect", quoted(name)),
                     "draft-07 reads nothing beside a `$ref`: move it into the schema referred to");
    }
  }
  for (const char* name : {"then", "else"}) {
    if (!node.contains(name) || node.contains("if")) continue;
    lint.key_error("schema-missing-keyword",
                   pointer_join(pointer, name),
                   fmt::format("`{}` has no effect without `if`", name),
                   "add the `if` that decides");
  }
}

}  // namespace

void lint_keywords(SchemaLint& lint, const json& node, const std::string& pointer) {
  for (const auto& [name, value] : node.items()) {
    const std::string here = pointer_join(pointer, name);
    const Keyword* keyword = find_keyword(name);
    if (keyword == nullptr) {
      if (!is_own_keyword(name)) refuse_keyword(lint, name, here);
    } else if (name == "$id" && !pointer.empty()) {
      lint.key_error("schema-misplaced-id",
                     here,
                     "`$id` stands below the root",
                     "name the whole document only; refer to parts as `#/definitions/...`");
    } else {
      lint_value(lint, *keyword, value, here);
    }
  }
  lint_combinations(lint, node, pointer);
}

}  // namespace simrules
