#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "model/catalog.h"

namespace simrules {
namespace {

using nlohmann::json;

struct Case {
  const char* name;
  const char* evidence;
  const char* expected;
};

const json kPolicy = json::parse(R"({"sources": [
  {"id": "o", "tier": "official"}, {"id": "r", "tier": "regulator"}, {"id": "p", "tier": "press"},
  {"id": "b", "tier": "blog"}, {"id": "g", "tier": "generated"}, {"id": "s", "tier": "article"}]})");

const Case kCases[] = {
    {"no evidence", R"([])", "unverified"},
    {"an official page", R"([{"source": "o", "stance": "supports"}])", "confirmed"},
    {"a regulator", R"([{"source": "r", "stance": "supports"}])", "confirmed"},
    {"press alone", R"([{"source": "p", "stance": "supports"}])", "claimed"},
    {"generated pages and the article",
     R"([{"source": "g", "stance": "supports"}, {"source": "s", "stance": "supports"}])",
     "claimed"},
    {"a blog beside an official page",
     R"([{"source": "b", "stance": "supports"}, {"source": "o", "stance": "supports"}])",
     "confirmed"},
    {"the article against an official page",
     R"([{"source": "o", "stance": "supports"}, {"source": "s", "stance": "contradicts"}])",
     "disputed"},
    {"a contradiction alone", R"([{"source": "s", "stance": "contradicts"}])", "disputed"},
    {"a source that is not there", R"([{"source": "x", "stance": "supports"}])", "claimed"},
};

TEST(Confidence, IsDerivedFromTheEvidence) {
  for (const Case& row : kCases) {
    const json evidence = json::parse(row.evidence);
    EXPECT_STREQ(to_string(derive_confidence(ListOf<Evidence>(&evidence), PolicyView(&kPolicy))),
                 row.expected)
        << row.name;
  }
  EXPECT_STREQ(to_string(derive_confidence({}, PolicyView(&kPolicy))), "unverified");
}

}  // namespace
}  // namespace simrules
