#include "render/release/parts/deprecations.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace simrules {
namespace {

using nlohmann::json;

TEST(Deprecations, StandWhereverTheirDefinitionIsUsed) {
  const json schema = json::parse(R"({
    "properties": {
      "zones": {"type": "array", "items": {"$ref": "#/definitions/zone"}},
      "name": {"type": "object", "additionalProperties": {"type": "string"}},
      "kind": {"$ref": "#/definitions/kind", "x-deprecated": {"since": "3.1.0", "remove_after": "2027-06-01"}}
    },
    "definitions": {
      "kind": {"type": "string"},
      "zone": {"properties": {"count": {
        "type": "integer", "x-deprecated": {"since": "3.0.0", "remove_after": "2027-05-01", "use": "countries"}}}}
    }
  })");
  EXPECT_EQ(deprecations_of(schema), json::parse(R"([
    {"pointer": "/policies/*/kind", "since": "3.1.0", "remove_after": "2027-06-01", "use": null},
    {"pointer": "/policies/*/zones/*/count", "since": "3.0.0", "remove_after": "2027-05-01", "use": "countries"}
  ])"));
}

TEST(Deprecations, AreNoneWhereNothingWillGo) {
  EXPECT_EQ(deprecations_of(json::parse(R"({"properties": {"kind": {"type": "string"}}})")),
            json::array());
}

}  // namespace
}  // namespace simrules
