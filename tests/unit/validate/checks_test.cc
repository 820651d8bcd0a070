// Each row patches tests/schema/base.yaml so that one semantic check fires, or just does not. The places and the
// wording of each check are shown by tests/cases/validate/.

#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/base_policy.h"
#include "validate/validate.h"

namespace simrules {
namespace {

using nlohmann::json;

std::string findings_of(const char* patch, const std::string& path) {
  DiagnosticList findings;
  Document document = base_policy(path);
  document.value.merge_patch(json::parse(patch));
  const Policy policy = make_policy(std::move(document), "", policy_schema());
  validate({&policy}, {"jp/base", "jp/host"}, policy_schema(), findings);
  std::string text;
  for (const Diagnostic& finding : findings.sorted()) {
    text += finding.check + " " + finding.pointer + "\n";
  }
  return text;
}

struct Case {
  const char* name;
  const char* patch;
  const char* expected;
};

const Case kCases[] = {
    {"nothing", "{}", ""},
    {"another id", R"({"id": "jp/other"})", "id-path-mismatch /id\n"},
    {"a plan twice",
     R"({"plans": [{"id": "basic"}, {"id": "max"}, {"id": "classic"}, {"id": "basic"}]})",
     "duplicate-id /plans/3/id\n"},
    {"a parent that is not there", R"({"parent": "jp/hots"})", "unknown-reference /parent\n"},
    {"a zone that is not there",
     R"({"zones": [{"id": "nearby"}, {"id": "word"}]})",
     "unknown-reference /roaming/0/zones/1\n"},
    {"a limit that the rule does not have",
     R"({"transfer": [{"id": "data-gift", "mechanism": "pool", "plans": "all", "verdict": "unknown",
         "limits": [{"id": "days"}], "fees": [{"id": "text", "limits": ["days", "stay"]}]}]})",
     "unknown-reference /transfer/0/fees/0/limits/1\n"},
    {"a limit that earlier terms take over",
     R"({"transfer": [{"id": "data-gift", "mechanism": "pool", "plans": "all", "verdict": "unknown",
         "since": "2024-01-01", "limits": [{"id": "days", "metric": "days", "max": 63}],
         "revision": {"date": "2026-11-22", "cause": "initial"},
         "previously": [{"until": "2023-12-31", "fees": [{"id": "text", "charge": "overage", "price": 1,
             "currency": "JPY", "tax": "included", "per": "once", "limits": ["days"]}]}]}]})",
     ""},
    {"a pack that is used later and not there",
     R"({"roaming": [{"id": "day-pass", "mechanism": "bundle", "plans": "all", "verdict": "unknown",
         "used_before": ["world"]}]})",
     "unknown-reference /roaming/0/used_before/0\nunused-source /sources/1/id\n"},
    {"a source that nobody names",
     R"({"sources": [{"id": "page"}, {"id": "blog"}, {"id": "other"}]})",
     "unused-source /sources/2/id\n"},
    {"an exception from nothing",
     R"({"transfer": [{"id": "data-gift", "mechanism": "pool", "plans": ["basic"], "except": ["max"],
         "verdict": "unknown"}]})",
     "except-outside-plans /transfer/0/except/0\n"},
    {"an end before the start",
     R"({"transfer": [{"id": "data-gift", "mechanism": "pool", "plans": "all", "verdict": "unknown",
         "effective": {"from": "2024-10-02", "until": "2024-10-01"}}]})",
     "dates-out-of-order /transfer/0/effective/until\n"},
    {"an end in the same year",
     R"({"transfer": [{"id": "data-gift", "mechanism": "pool", "plans": "all", "verdict": "unknown",
         "effective": {"from": "2024-10-02", "until": "2024"}}]})",
     ""},
    {"two answers for one plan",
     R"({"transfer": [{"id": "data-gift", "mechanism": "pool", "plans": "all", "verdict": "unknown"},
         {"id": "b", "mechanism": "pool", "plans": ["max"], "verdict": "unknown"}]})",
     "overlapping-rules /transfer/1/plans\n"},
    {"two answers one after the other",
     R"({"transfer": [{"id": "data-gift", "mechanism": "pool", "plans": "all", "verdict": "unknown",
         "effective": {"until": "2023"}}, {"id": "b", "mechanism": "pool", "plans": "all",
         "verdict": "unknown", "effective": {"from": "2024-01"}}]})",
     ""},
    {"two mechanisms for one plan",
     R"({"transfer": [{"id": "data-gift", "mechanism": "pool", "plans": "all", "verdict": "unknown"},
         {"id": "b", "mechanism": "gift_code", "plans": "all", "verdict": "unknown"}]})",
     ""},
    {"a virtual operator without a host",
     R"({"networks": [{"id": "x", "role": "own"}]})",
     "missing-network /networks\n"},
    {"a visitor's SIM without a host",
     R"({"kind": "visitor_sim", "networks": [{"id": "x", "role": "unknown"}]})",
     ""},
    {"a code of Korea",
     R"({"networks": [{"id": "x", "role": "host", "plmn": ["450-05", "440-10"]}]})",
     "foreign-plmn /networks/0/plmn/0\n"},
    {"a code that no table has",
     R"({"networks": [{"id": "x", "role": "host", "plmn": ["999-99"]}]})",
     ""},
    {"read before it was published",
     R"({"sources": [{"id": "page", "tier": "official", "published": "2026-11-23",
         "accessed": "2026-11-22"}, {"id": "blog"}]})",
     "accessed-before-published /sources/0/accessed\n"},
    {"an address that is still the example",
     R"({"sources": [{"id": "page", "tier": "official", "url": "https://example.com/page"},
         {"id": "blog", "url": "https://example.com/page2"}]})",
     "example-address /sources/0/url\n"},
    {"reasons for what is allowed",
     R"({"transfer": [{"id": "data-gift", "mechanism": "pool", "plans": "all", "verdict": "allowed",
         "reasons": [{"kind": "technical"}]}]})",
     "reasons-without-refusal /transfer/0/reasons\n"},
    {"a retired id in use",
     R"({"retired": [{"id": "transfer/data-gift", "date": "2026-01-01"}]})",
     "retired-rule-in-use /transfer/0/id\n"},
    {"a former id of a plan that is there",
     R"({"plans": [{"id": "basic"}, {"id": "max", "formerly": ["small", "basic"]},
         {"id": "classic"}]})",
     "former-id-in-use /plans/1/formerly/1\n"},
    {"a former id of the policy that is there",
     R"({"formerly": ["jp/old", "jp/host"]})",
     "former-id-in-use /formerly/1\n"},
    {"a former id of two plans",
     R"({"plans": [{"id": "basic", "formerly": ["old"]}, {"id": "max"},
         {"id": "classic", "formerly": ["old"]}]})",
     "former-id-twice /plans/2/formerly/0\n"},
    {"one former id in two lists",
     R"({"plans": [{"id": "basic", "formerly": ["old"]}, {"id": "max"}, {"id": "classic"}],
         "zones": [{"id": "nearby", "formerly": ["old"]}, {"id": "world"}]})",
     ""},
    {"forwarding to a rule that is not there",
     R"({"retired": [{"id": "transfer/a", "moved_to": "jp/base#transfer/b"}]})",
     "forwarding-to-nowhere /retired/0/moved_to\n"},
    {"forwarding to a policy that is not there",
     R"({"retired": [{"id": "transfer/a", "moved_to": "jp/nobody#transfer/b"}]})",
     "forwarding-to-nowhere /retired/0/moved_to\n"},
    {"forwarding to a policy that is not read here",
     R"({"retired": [{"id": "transfer/a", "moved_to": "jp/host#transfer/b"}]})",
     ""},
    {"forwarding by a former id of the policy",
     R"({"retired": [{"id": "transfer/a", "moved_to": "jp/old-base#transfer/data-gift"}]})",
     ""},
    {"forwarding over a retired rule",
     R"({"retired": [{"id": "transfer/a", "moved_to": "jp/base#transfer/b"},
         {"id": "transfer/b", "moved_to": "jp/base#transfer/data-gift"}]})",
     ""},
    {"forwarding that ends at a retired rule",
     R"({"retired": [{"id": "transfer/a", "moved_to": "jp/base#transfer/b"},
         {"id": "transfer/b"}]})",
     "forwarding-to-nowhere /retired/0/moved_to\n"},
    {"forwarding in a circle",
     R"({"retired": [{"id": "transfer/a", "moved_to": "jp/base#transfer/b"},
         {"id": "transfer/b", "moved_to": "jp/base#transfer/a"}]})",
     "forwarding-to-nowhere /retired/1/moved_to\nforwarding-to-nowhere /retired/0/moved_to\n"},
};

TEST(Checks, FireWhereTheyShould) {
  const std::string path = "policies/jp/base.yaml";
  for (const Case& row : kCases) {
    EXPECT_EQ(findings_of(row.patch, path), row.expected) << row.name;
  }
}

TEST(Checks, TakeStandardInputForAnyPath) { EXPECT_EQ(findings_of("{}", "-"), ""); }

TEST(Checks, HaveAnIdAndADocumentationOfTheirOwn) {
  std::set<std::string> ids;
  for (const Check& check : checks()) {
    EXPECT_TRUE(ids.insert(check.info.id).second) << check.info.id;
    EXPECT_GT(std::string(check.info.why).size(), 20U) << check.info.id;
    EXPECT_STRNE(check.info.wrong, check.info.right) << check.info.id;
  }
}

}  // namespace
}  // namespace simrules
