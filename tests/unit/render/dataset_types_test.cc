#include "render/release/dataset_types.h"

#include <gtest/gtest.h>

#include "support/table_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

TEST(DatasetTypes, WritesATypeForEachDefinition) {
  const json schema = json::parse(R"({
    "title": "Thing", "description": "All of it.", "type": "object", "required": ["id", "word"],
    "properties": {
      "id": {"title": "Id", "const": 1},
      "word": {"$ref": "#/definitions/some_word"},
      "maybe": {"$ref": "#/definitions/some_word_or_null"},
      "amount": {"$ref": "#/definitions/amount_or_null"},
      "number": {"$ref": "#/definitions/number"},
      "list": {"type": ["array", "null"], "items": {"enum": ["a", "b"]}},
      "odd-name": {"type": "boolean"},
      "names": {"type": "object", "required": ["en"], "x-key-format": "language",
                "properties": {"en": {"type": "string"}, "ja": {"type": "string"}},
                "additionalProperties": {"type": "string"}}},
    "definitions": {
      "some_word": {"description": "A word.", "enum": ["x", "y"], "enumDescriptions": ["Ex.", "Why."]},
      "some_word_or_null": {"description": "A word.", "enum": ["x", "y", null], "enumDescriptions": ["Ex.", "Why.", "None."]},
      "amount_or_null": {
        "type": ["object", "string", "null"], "pattern": "^(unlimited)$", "required": ["value"],
        "properties": {"value": {"$ref": "#/definitions/number"}}},
      "number": {"type": ["integer", "string"], "pattern": "^[0-9]{1,3}$"}}
  })");
  EXPECT_EQ(schema_types(schema), R"(
/** Thing: All of it. */
export interface Thing {
  amount?: Amount | null;
  /** Id */
  id: 1;
  list?: ("a" | "b")[] | null;
  /** A word. */
  maybe?: SomeWord | null;
  names?: {
    en: string;
    ja?: string;
    [language: string]: string | undefined;
  };
  number?: NumberValue;
  "odd-name"?: boolean;
  /** A word. */
  word: SomeWord;
}

export type Amount = {
  value: NumberValue;
} | "unlimited";

export type NumberValue = number | string;

/**
 * A word.
 * - `x`: Ex.
 * - `y`: Why.
 */
export type SomeWord = "x" | "y";
)");
}

TEST(DatasetTypes, KeepsTextsInsideTheirComments) {
  const json schema = {{"title", "Thing"},
                       {"description", "ends */ here\nand **/ there */"},
                       {"type", "object"},
                       {"properties", json::object()}};
  EXPECT_EQ(schema_types(schema), R"(
/**
 * Thing: ends *\/ here
 * and **\/ there *\/
 */
export interface Thing {
}
)");
}

TEST(DatasetTypes, NamesTheRelease) {
  const std::string text = dataset_types(tables_of(planned_policy()));
  EXPECT_TRUE(
      text.starts_with("// Types of dataset.json of the simrules dataset 2.0.0, released "
                       "2026-11-23; schema version 3."))
      << text.substr(0, 200);
  for (const char* part : {"export interface Dataset {",
                           "export interface TransferRule {",
                           "export type Verdict = \"unknown\" | ",
                           "  verdict: Verdict;",
                           "  effective: Effective | null;"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part;
  }
}

}  // namespace
}  // namespace simrules
