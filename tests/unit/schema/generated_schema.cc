#include "generated_schema.h"

#include "schema/lint/keyword.h"

namespace simrules {

namespace {

using nlohmann::json;

const std::vector<std::string> kKeys = {"a", "b", "c", "kind", "max"};

/// Values on both sides of what the keywords ask for, and what validators take for each other.
const std::vector<json> kScalars = {0,
                                    1,
                                    2,
                                    -1,
                                    1000000,
                                    true,
                                    false,
                                    "all",
                                    "unlimited",
                                    "data",
                                    "JP",
                                    "",
                                    "日本",
                                    "a-b",
                                    "A",
                                    "2024-10-01",
                                    "x y",
                                    nullptr,
                                    1.5,
                                    2.0,
                                    9007199254740991,
                                    "\u00e9",
                                    "e\u0301",
                                    "\U0001F600",
                                    "a\nb",
                                    "1",
                                    -0.0,
                                    1e300,
                                    "true"};

const std::vector<json> kTypes = {"integer",
                                  "string",
                                  "object",
                                  "array",
                                  "boolean",
                                  "number",
                                  "null",
                                  {"integer", "string"},
                                  {"object", "string"},
                                  {"array", "null"}};

const std::vector<std::string> kPatterns = {"^(all|unlimited)$",
                                            "^[a-z]+$",
                                            "^[a-z]+(-[a-z]+)*$",
                                            "^.*a.*$",
                                            "^[0-9]+$",
                                            "^[^ ]+$",
                                            "^[A-Z]{1,2}$"};

using Maker = json (*)(SchemaGenerator&, int depth);

template <typename List>
const auto& one_of(SchemaGenerator& random, const List& list) {
  return list[random.pick(list.size())];
}

json scalar(SchemaGenerator& random) { return one_of(random, kScalars); }

json value(SchemaGenerator& random, int depth) {
  const std::size_t kind = depth == 0 ? 0 : random.pick(4);
  if (kind < 2) return scalar(random);
  json out = kind == 2 ? json::array() : json::object();
  for (std::size_t i = random.pick(4); i > 0; --i) {
    if (kind == 2) {
      const bool again = !out.empty() && random.pick(3) == 0;
      out.push_back(again ? json(out.back()) : value(random, depth - 1));
    } else {
      out[one_of(random, kKeys)] = value(random, depth - 1);
    }
  }
  return out;
}

json nested(SchemaGenerator& random, int depth);

json count(SchemaGenerator& random, int) { return random.pick(4); }
json bound(SchemaGenerator& random, int) {
  static const std::vector<json> kBounds = {0, 1, 2, 1.5, -1, 9007199254740991};
  return one_of(random, kBounds);
}
json schema_list(SchemaGenerator& random, int depth) {
  json list = json::array();
  for (std::size_t i = 1 + random.pick(3); i > 0; --i) list.push_back(nested(random, depth - 1));
  return list;
}
json schema_map(SchemaGenerator& random, int depth) {
  json map = json::object();
  for (std::size_t i = 1 + random.pick(3); i > 0; --i)
    map[one_of(random, kKeys)] = nested(random, depth - 1);
  return map;
}
json one_schema(SchemaGenerator& random, int depth) { return nested(random, depth - 1); }
json names(SchemaGenerator& random, int) {
  json list = json::array({one_of(random, kKeys)});
  for (const std::string& key : kKeys) {
    if (random.pick(4) == 0 && key != list.front()) list.push_back(key);
  }
  return list;
}

struct Row {
  const char* keyword;
  Maker make;
};

// Of the keywords that nest, only `then` and `else` need another one beside them.
const Row kRows[] = {
    {"type", [](SchemaGenerator& random, int) -> json { return one_of(random, kTypes); }},
    {"enum",
     [](SchemaGenerator& random, int) {
       json words = json::array({value(random, 1)});
       // Some validators refuse an `enum` that names a value twice.
       const json other = scalar(random);
       if (other != words.front()) words.push_back(other);
       return words;
     }},
    {"const", [](SchemaGenerator& random, int) { return value(random, 1); }},
    {"required", names},
    {"dependencies",
     [](SchemaGenerator& random, int depth) -> json {
       return {{"a", names(random, depth)}, {"kind", nested(random, depth - 1)}};
     }},
    {"minProperties", count},
    {"maxProperties", count},
    {"minItems", count},
    {"maxItems", count},
    {"uniqueItems", [](SchemaGenerator& random, int) -> json { return random.pick(4) != 0; }},
    {"minLength", count},
    {"maxLength", count},
    {"pattern", [](SchemaGenerator& random, int) -> json { return one_of(random, kPatterns); }},
    {"minimum", bound},
    {"maximum", bound},
    {"exclusiveMinimum", bound},
    {"exclusiveMaximum", bound},
    {"additionalProperties",
     [](SchemaGenerator& random, int depth) -> json {
       return random.pick(2) == 0 ? json(false) : nested(random, depth - 1);
     }},
    {"properties", schema_map},
    {"items", one_schema},
    {"allOf", schema_list},
    {"anyOf", schema_list},
    {"oneOf", schema_list},
    {"not", one_schema},
    {"if", one_schema},
    {"then", one_schema},
    {"else", one_schema},
};

void add(SchemaGenerator& random, const Row& row, int depth, json& out) {
  out[row.keyword] = row.make(random, depth);
  const std::string keyword = row.keyword;
  if (keyword != "if" && keyword != "then" && keyword != "else") return;
  for (const char* beside : {"if", "then", "else"}) {
    if (!out.contains(beside)) out[beside] = nested(random, depth - 1);
  }
}

bool nests(const Row& row) {
  const KeywordShape shape = find_keyword(row.keyword)->shape;
  return shape == KeywordShape::kSchema || shape == KeywordShape::kSchemaOrFlag ||
         shape == KeywordShape::kSchemaMap || shape == KeywordShape::kSchemaList ||
         shape == KeywordShape::kDependencies;
}

json nested(SchemaGenerator& random, int depth) {
  if (depth > 0 && random.pick(12) == 0) return {{"$ref", "#/definitions/shared"}};
  json out = json::object();
  for (std::size_t i = 1 + random.pick(3); i > 0; --i) {
    const Row& row = kRows[random.pick(std::size(kRows))];
    if (depth > 0 || !nests(row)) add(random, row, depth, out);
  }
  return out;
}

json annotation(KeywordShape shape) {
  if (shape == KeywordShape::kDialect) return "http://json-schema.org/draft-07/schema#";
  if (shape == KeywordShape::kFormat) return "date";
  if (shape == KeywordShape::kFlag) return true;
  if (shape == KeywordShape::kList || shape == KeywordShape::kTexts) return {"text"};
  return "https://example.com/";
}

/// Adds what no verdict hangs on.
void annotate(SchemaGenerator& random, json& root) {
  for (const std::string& name : keyword_names()) {
    const Keyword& keyword = *find_keyword(name);
    if (!keyword.asserts && random.pick(4) == 0) root[name] = annotation(keyword.shape);
  }
}

}  // namespace

std::size_t SchemaGenerator::pick(std::size_t bound) {
  return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_);
}

json SchemaGenerator::schema() {
  json root = json::object();
  for (int i = 0; i < 3; ++i) add(*this, kRows[pick(std::size(kRows))], 3, root);
  root["properties"] = schema_map(*this, 2);
  root["definitions"]["shared"] = nested(*this, 0);
  annotate(*this, root);
  return root;
}

json SchemaGenerator::schema_of(const std::string& keyword) {
  json root = json::object();
  for (const Row& row : kRows) {
    if (row.keyword == keyword) add(*this, row, 1, root);
  }
  const bool reference = keyword == "$ref" || keyword == "definitions";
  if (reference) root = {{"allOf", {{{"$ref", "#/definitions/shared"}}}}};
  root["definitions"]["shared"] = nested(*this, 0);
  return root;
}

json SchemaGenerator::document() { return value(*this, 3); }

void SchemaGenerator::mutate(json& document) {
  json* at = &document;
  while (at->is_structured() && !at->empty() && pick(5) != 0) {
    auto next = at->begin();
    std::advance(next, pick(at->size()));
    at = &*next;
  }
  switch (pick(4)) {
    case 0:
      if (at->is_object()) (*at)[one_of(*this, kKeys)] = scalar(*this);
      break;
    case 1:
      if (at->is_object() && !at->empty()) at->erase(at->begin());
      break;
    case 2:
      if (at->is_array() && !at->empty()) at->push_back(at->front());
      break;
    default:
      *at = value(*this, 1);
      break;
  }
}

std::vector<std::string> SchemaGenerator::asserting_keywords() {
  std::vector<std::string> names = {"$ref", "definitions"};
  for (const Row& row : kRows) names.emplace_back(row.keyword);
  return names;
}

}  // namespace simrules
