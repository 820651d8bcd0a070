#include <random>

#include <gtest/gtest.h>

#include "schema/schema_check.h"
#include "schema_test_util.h"

namespace simrules {
namespace {

using nlohmann::json;
using Random = std::mt19937;

/// Counts on the checker itself: it throws when valijson's verdict and our explanation disagree.
int pick(Random& random, int bound) {
  return std::uniform_int_distribution<int>(0, bound - 1)(random);
}

const std::vector<std::string> kKeys = {"a", "b", "c", "kind", "max"};

json scalar(Random& random) {
  static const std::vector<json> kScalars = {
      0,    1,  2,      -1,    1000000, true,         false, "all",   "unlimited", "data",
      "JP", "", "日本", "a-b", "A",     "2024-10-01", "x y", nullptr, 1.5,         2.0};
  return kScalars[static_cast<std::size_t>(pick(random, static_cast<int>(kScalars.size())))];
}

json value(Random& random, int depth) {
  const int kind = depth == 0 ? 0 : pick(random, 4);
  if (kind < 2) return scalar(random);
  json out = kind == 2 ? json::array() : json::object();
  for (int i = pick(random, 4); i > 0; --i) {
    if (kind == 2) {
      out.push_back(value(random, depth - 1));
    } else {
      out[kKeys[static_cast<std::size_t>(pick(random, 5))]] = value(random, depth - 1);
    }
  }
  return out;
}

json schema(Random& random, int depth);

json schema_list(Random& random, int depth) {
  json list = json::array();
  for (int i = 1 + pick(random, 3); i > 0; --i) list.push_back(schema(random, depth));
  return list;
}

json schema_map(Random& random, int depth) {
  json map = json::object();
  for (int i = pick(random, 4); i > 0; --i)
    map[kKeys[static_cast<std::size_t>(pick(random, 5))]] = schema(random, depth);
  return map;
}

json names(Random& random) {
  json list = json::array();
  for (const std::string& key : kKeys) {
    if (pick(random, 3) == 0) list.push_back(key);
  }
  return list;
}

json types(Random& random) {
  static const std::vector<json> kTypes = {"integer",
                                           "string",
                                           "object",
                                           "array",
                                           "boolean",
                                           "number",
                                           "null",
                                           {"integer", "string"},
                                           {"object", "string"},
                                           {"array", "null"}};
  return kTypes[static_cast<std::size_t>(pick(random, static_cast<int>(kTypes.size())))];
}

void add_simple_keyword(Random& random, json& out) {
  static const std::vector<std::string> kPatterns = {
      "^(all|unlimited)$", "^[a-z]+$", "^[a-z]+(-[a-z]+)*$", "^.*a.*$"};
  switch (pick(random, 12)) {
    case 0:
      out["enum"] = json::array({scalar(random), scalar(random)});
      break;
    case 1:
      out["const"] = scalar(random);
      break;
    case 2:
      out["minimum"] = pick(random, 3);
      break;
    case 3:
      out["exclusiveMaximum"] = 1.5 * pick(random, 3);
      break;
    case 4:
      out["minLength"] = pick(random, 4);
      break;
    case 5:
      out["maxLength"] = pick(random, 4);
      break;
    case 6:
      out["pattern"] = kPatterns[static_cast<std::size_t>(pick(random, 4))];
      break;
    case 7:
      out["minItems"] = pick(random, 3);
      break;
    case 8:
      out["uniqueItems"] = pick(random, 2) == 0;
      break;
    case 9:
      out["maxProperties"] = pick(random, 3);
      break;
    case 10:
      out["required"] = names(random);
      break;
    default:
      out["type"] = types(random);
      break;
  }
}

void add_nested_keyword(Random& random, int depth, json& out) {
  switch (pick(random, 10)) {
    case 0:
      out["not"] = schema(random, depth);
      break;
    case 1:
      out["items"] = schema(random, depth);
      break;
    case 2:
      out["allOf"] = schema_list(random, depth);
      break;
    case 3:
      out["anyOf"] = schema_list(random, depth);
      break;
    case 4:
      out["oneOf"] = schema_list(random, depth);
      break;
    case 5:
      out["additionalProperties"] = pick(random, 2) == 0 ? json(false) : schema(random, depth);
      break;
    case 6:
      out["dependencies"] = {{"a", names(random)}, {"kind", schema(random, depth)}};
      break;
    case 7:
      out["if"] = schema(random, depth);
      out["then"] = schema(random, depth);
      if (pick(random, 2) == 0) out["else"] = schema(random, depth);
      break;
    default:
      out["properties"] = schema_map(random, depth);
      break;
  }
}

json schema(Random& random, int depth) {
  json out = json::object();
  if (depth > 0 && pick(random, 12) == 0) return {{"$ref", "#/definitions/shared"}};
  for (int i = pick(random, 3); i > 0; --i) add_simple_keyword(random, out);
  if (depth > 0) add_nested_keyword(random, depth - 1, out);
  if (depth > 1) out["properties"] = schema_map(random, depth - 1);
  return out;
}

TEST(Differential, VerdictsAgreeOnGeneratedSchemas) {
  Random random(20261122);
  int violated = 0;
  int conforming = 0;
  for (int i = 0; i < 300; ++i) {
    json root = schema(random, 3);
    root.erase("$ref");
    root["definitions"]["shared"] = schema(random, 0);
    DiagnosticList sink;
    const auto loaded = load_schema_text(root.dump(), sink);
    ASSERT_TRUE(loaded) << root.dump() << '\n' << shown(sink);
    SchemaChecker checker(*loaded);
    for (int j = 0; j < 30; ++j) {
      DiagnosticList found;
      const std::string text = value(random, 3).dump();
      const auto document = read_json("test.json", text, kDatasetLimits, found);
      ASSERT_TRUE(document) << text;
      ASSERT_NO_THROW(checker.check(*document, found)) << root.dump() << '\n' << text;
      ++(found.empty() ? conforming : violated);
    }
  }
  // Neither verdict may be rare, or the agreement says nothing.
  EXPECT_GT(violated, 1000);
  EXPECT_GT(conforming, 1000);
}

/// Changes one value somewhere in a document.
void mutate(Random& random, json& document) {
  json* at = &document;
  while (at->is_structured() && !at->empty() && pick(random, 5) != 0) {
    auto next = at->begin();
    std::advance(next, pick(random, static_cast<int>(at->size())));
    at = &*next;
  }
  switch (pick(random, 4)) {
    case 0:
      if (at->is_object()) (*at)[kKeys[static_cast<std::size_t>(pick(random, 5))]] = scalar(random);
      break;
    case 1:
      if (at->is_object() && !at->empty()) at->erase(at->begin());
      break;
    case 2:
      if (at->is_array() && !at->empty()) at->push_back(at->front());
      break;
    default:
      *at = value(random, 1);
      break;
  }
}

TEST(Differential, VerdictsAgreeOnMutatedPolicies) {
  const std::string folder = std::string(SIMRULES_SOURCE_DIR);
  DiagnosticList sink;
  const auto loaded = load_schema_file(folder + "/schemas/policy.schema.json", sink);
  ASSERT_TRUE(loaded) << shown(sink);
  SchemaChecker checker(*loaded);
  const auto valid = read_yaml("au.yaml", file_text(folder + "/policies/jp/au.yaml"), {}, sink);
  ASSERT_TRUE(valid) << shown(sink);
  Random random(7);
  for (int i = 0; i < 120; ++i) {
    json changed = valid->value;
    for (int j = 1 + pick(random, 3); j > 0; --j) mutate(random, changed);
    DiagnosticList found;
    const auto document = read_json("au.json", changed.dump(1), kDatasetLimits, found);
    ASSERT_TRUE(document) << shown(found);
    ASSERT_NO_THROW(checker.check(*document, found)) << changed.dump();
  }
}

}  // namespace
}  // namespace simrules
