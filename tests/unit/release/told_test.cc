#include <gtest/gtest.h>

#include "release/contents/told/one_type.h"
#include "support/release_fixture.h"

namespace simrules::test {
namespace {

using nlohmann::json;

/// What authors write, with every key of it there.
const json& written() {
  static const json kWritten = json::parse(R"({
    "plans": {"title": "Plans", "description": "`all`, or some.", "type": ["array", "string", "null"],
              "pattern": "^(all)$", "minItems": 1, "items": {"type": "string"},
              "x-dataset": {"flag": "applies_to_all", "description": "Some."}},
    "max": {"title": "Max", "description": "The most.", "type": ["integer", "object", "string", "null"],
            "minimum": 1, "pattern": "^(unlimited|unknown)$", "required": ["value", "unit"],
            "markdownDescription": "One of:\n\n* `unlimited`: There is none.\n* `unknown`: Nobody says.",
            "properties": {"value": {"$ref": "#/definitions/number"}, "unit": {"enum": ["MB", "GB"]}}},
    "number": {"title": "Number", "description": "A number.", "type": ["integer", "string"], "minimum": 1,
               "maximum": 99, "pattern": "^[0-9]{1,3}\\.[0-9]{1,9}$"},
    "sum": {"title": "Sum", "description": "A sum.", "type": ["integer", "string"], "minimum": 0, "x-unknown": ["unknown"],
            "pattern": "^(unknown|[0-9]{1,3}\\.[0-9]{1,9})$", "markdownDescription": "One of:\n\n* `unknown`: Nobody says."},
    "thing": {"type": "object", "additionalProperties": false,
      "required": ["plans", "max", "since", "price", "sum", "most", "fees", "home", "serves"],
      "x-optional": ["plans", "max", "since", "most", "fees", "serves"],
      "properties": {
        "plans": {"$ref": "#/definitions/plans"}, "max": {"$ref": "#/definitions/max"},
        "since": {"type": ["string", "null"], "format": "partial-date"},
        "price": {"$ref": "#/definitions/number"},
        "sum": {"$ref": "#/definitions/sum"},
        "most": {"type": ["integer", "string", "null"], "pattern": "^(unknown|[0-9]{1,3}\\.[0-9]{1,9})$"},
        "fees": {"type": ["array", "null"], "items": {"type": "string"},
                 "x-dataset": {"summary": {"name": "pricing", "title": "Pricing",
                   "none": {"word": "free", "meaning": "Free."}, "some": {"word": "priced", "meaning": "Priced."},
                   "null": {"word": "not_stated", "meaning": "Not stated."}}}},
        "home": {"type": "array", "items": {"type": "string"}, "x-dataset": {"name": "at_home"}},
        "serves": {"type": ["array", "string", "null"], "pattern": "^(worldwide)$", "items": {"type": "string"},
                   "x-dataset": {"otherwise": "home"}}},
      "if": {"required": ["max"]}, "then": {"required": ["price"]}}})");
  return kWritten;
}

json told(const json& changes) {
  json value = {{"plans", nullptr},
                {"max", nullptr},
                {"since", nullptr},
                {"price", 1},
                {"sum", 1},
                {"most", nullptr},
                {"fees", nullptr},
                {"home", {"JP"}},
                {"serves", nullptr}};
  value.update(changes);
  return told_value(value, written().at("thing"), written());
}

TEST(Told, gives_every_value_one_type) {
  struct Row {
    json written;
    json told;
  };
  for (const Row& row : {
           Row{{{"plans", "all"}}, {{"plans", json::array()}, {"applies_to_all", true}}},
           Row{{{"plans", {"a"}}}, {{"plans", {"a"}}, {"applies_to_all", false}}},
           Row{{{"plans", nullptr}}, {{"plans", nullptr}, {"applies_to_all", nullptr}}},
           Row{{{"max", 3}}, {{"max", {{"kind", "quantity"}, {"value", 3}, {"unit", nullptr}}}}},
           Row{{{"max", "unlimited"}},
               {{"max", {{"kind", "unlimited"}, {"value", nullptr}, {"unit", nullptr}}}}},
           Row{{{"max", {{"value", "0.5"}, {"unit", "GB"}}}},
               {{"max", {{"kind", "quantity"}, {"value", 0.5}, {"unit", "GB"}}}}},
           Row{{{"max", nullptr}}, {{"max", nullptr}}},
           Row{{{"since", "2024-02"}},
               {{"since", "2024-02"},
                {"since_earliest", "2024-02-01"},
                {"since_latest", "2024-02-29"}}},
           Row{{{"since", "unknown"}}, {{"since_earliest", nullptr}, {"since_latest", nullptr}}},
           Row{{{"price", "0.00181"}}, {{"price", 0.00181}}},
           Row{{{"price", 5}}, {{"price", 5}}},
           Row{{{"sum", "9.70"}}, {{"sum", 9.7}, {"sum_kind", "quantity"}}},
           Row{{{"sum", 0}}, {{"sum", 0}, {"sum_kind", "quantity"}}},
           Row{{{"sum", "unknown"}}, {{"sum", nullptr}, {"sum_kind", "unknown"}}},
           Row{{{"most", nullptr}}, {{"most", nullptr}, {"most_kind", nullptr}}},
           Row{{{"fees", json::array()}}, {{"fees", json::array()}, {"pricing", "free"}}},
           Row{{{"fees", {"x"}}}, {{"pricing", "priced"}}},
           Row{{{"fees", nullptr}}, {{"fees", nullptr}, {"pricing", "not_stated"}}},
           Row{{{"serves", nullptr}},
               {{"at_home", {"JP"}}, {"serves", {"JP"}}, {"serves_worldwide", false}}},
           Row{{{"serves", "worldwide"}}, {{"serves", json::array()}, {"serves_worldwide", true}}},
       }) {
    const json found = told(row.written);
    for (const auto& [name, value] : row.told.items())
      EXPECT_EQ(found.at(name), value) << row.written.dump() << " " << name;
    EXPECT_FALSE(found.contains("home"));
  }
}

TEST(Told, says_so_in_the_schema) {
  json definitions = written();
  ASSERT_FALSE(tell_in_one_type(definitions));
  const json& thing = definitions.at("thing");
  const json& fields = thing.at("properties");
  EXPECT_EQ(fields.at("applies_to_all").at("type"), (json{"boolean", "null"}));
  EXPECT_EQ(definitions.at("plans").at("type"), (json{"array", "null"}));
  EXPECT_EQ(definitions.at("plans").at("description"), "Some.");
  EXPECT_EQ(definitions.at("number").at("type"), "number");
  EXPECT_EQ(definitions.at("number").at("exclusiveMinimum"), 0);
  EXPECT_EQ(definitions.at("sum").at("type"), (json{"number", "null"}));
  EXPECT_EQ(fields.at("sum_kind").at("type"), "string");
  EXPECT_EQ(fields.at("sum_kind").at("enum"), (json{"quantity", "unknown"}));
  EXPECT_EQ(fields.at("most_kind").at("enum"), (json{"quantity", "unknown", nullptr}));
  EXPECT_EQ(fields.at("sum_kind").at("enumDescriptions"), (json{"A number.", "Nobody says."}));
  EXPECT_EQ(definitions.at("max").at("type"), (json{"object", "null"}));
  EXPECT_EQ(definitions.at("max").at("required"), (json{"kind", "unit", "value"}));
  const json& kind = definitions.at("max").at("properties").at("kind");
  EXPECT_EQ(kind.at("enum"), (json{"quantity", "unlimited", "unknown"}));
  EXPECT_EQ(kind.at("enumDescriptions").at(1), "There is none.");
  EXPECT_EQ(fields.at("since_latest").at("format"), "date");
  EXPECT_EQ(fields.at("serves_worldwide").at("type"), "boolean");
  EXPECT_EQ(fields.at("serves").at("type"), "array") << "what is stated elsewhere stands there";
  EXPECT_FALSE(thing.contains("if"));
  for (const char* name : {"applies_to_all", "since_earliest", "pricing", "sum_kind", "at_home"})
    EXPECT_TRUE(std::ranges::find(thing.at("required"), json(name)) != thing.at("required").end())
        << name;
}

TEST(Told, refuses_a_field_that_is_called_as_another_is_told) {
  json definitions = written();
  definitions["thing"]["properties"]["since_latest"] = {{"type", "string"}};
  EXPECT_EQ(tell_in_one_type(definitions), "since_latest");
}

}  // namespace
}  // namespace simrules::test
