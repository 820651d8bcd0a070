#include <iterator>

#include "schema/schema_check_docs.h"

namespace simrules {

namespace {

constexpr CheckInfo kValueChecks[] = {
    {"unknown-key",
     Severity::kError,
     "A key is none that the schema knows.",
     "It would be lost, because no reader looks for it.",
     "tethering:\n"
     "  - verdct: allowed",
     "tethering:\n"
     "  - verdict: allowed"},
    {"missing-key",
     Severity::kError,
     "A key that must be there is missing.",
     "Readers rely on it and would have to guess.",
     "zones:\n"
     "  - {name: {en: Asia}, countries: [KR, TW]}",
     "zones:\n"
     "  - {id: asia, name: {en: Asia}, countries: [KR, TW]}"},
    {"wrong-type",
     Severity::kError,
     "A value has another type than the field.",
     "Readers would have to guess; quotes decide whether a value is a string.",
     "countries: JP",
     "countries: [JP]"},
    {"unknown-word",
     Severity::kError,
     "A value is none of the field's words.",
     "A word that is not in the list cannot be compared, ranked or labelled.",
     "tethering:\n"
     "  - verdict: forbidden",
     "tethering:\n"
     "  - verdict: not_allowed"},
    {"wrong-pattern",
     Severity::kError,
     "A text does not have the form of the field.",
     "Ids and decimals are compared letter by letter.",
     "tethering:\n"
     "  - id: Hot_Spot",
     "tethering:\n"
     "  - id: hot-spot"},
    {"too-small",
     Severity::kError,
     "A number is below its bound.",
     "Such an amount is a slip of the pen.",
     "plans:\n"
     "  - allowance: {amount: {value: -1, unit: GB}}",
     "plans:\n"
     "  - allowance: {amount: {value: 1, unit: GB}}"},
    {"too-large",
     Severity::kError,
     "A number is above its bound.",
     "Such an amount is a slip of the pen.",
     "zones:\n"
     "  - {id: world, name: {en: World}, count: 5000, precision: about}",
     "zones:\n"
     "  - {id: world, name: {en: World}, count: 50, precision: about}"},
    {"too-short",
     Severity::kError,
     "A text has fewer characters than the field asks for.",
     "An empty text says nothing.",
     R"(name: {en: ""})",
     "name: {en: au}"},
    {"too-long",
     Severity::kError,
     "A text has more characters than the field takes.",
     "Long texts hide conditions that belong into fields.",
     "tethering:\n"
     "  - evidence:\n"
     "      - claim: {en: {{700 * a}}}",
     "tethering:\n"
     "  - evidence:\n"
     "      - claim: {en: The hotspot costs nothing.}"},
    {"too-few-items",
     Severity::kError,
     "A list or a mapping has fewer entries than the field asks for.",
     "An empty list says nothing; what is not known is left out.",
     "countries: []",
     "countries: [JP]"},
    {"too-many-items",
     Severity::kError,
     "A list or a mapping has more entries than the field takes.",
     "Such a list is a slip of the pen or belongs into a zone.",
     "formerly: [jp/a, jp/b, jp/c, jp/d, jp/e, jp/f, jp/g, jp/h, jp/i, jp/j, jp/k, jp/l, jp/m, "
     "jp/n, jp/o, jp/p, jp/q]",
     "formerly: [jp/a, jp/b]"},
    {"duplicate-item",
     Severity::kError,
     "A list names something twice.",
     "The second entry adds nothing, and one of the two may have been meant to be another.",
     "countries: [JP, JP]",
     "countries: [JP, KR]"},
    {"missing-dependency",
     Severity::kError,
     "A key stands without the key that it needs.",
     "The one means nothing without the other.",
     "zones:\n"
     "  - {id: world, name: {en: World}, count: 30}",
     "zones:\n"
     "  - {id: world, name: {en: World}, count: 30, precision: about}"},
    {"not-allowed-here",
     Severity::kError,
     "A key or a value stands where the schema excludes it.",
     "It contradicts what stands beside it.",
     "echo '{\"not\": {\"required\": [\"free\"]}}' >schema.json\n"
     "echo 'free: 1' >file.yaml\n"
     "simrules validate --schema schema.json file.yaml",
     "echo 'price: 1' >file.yaml\n"
     "simrules validate --schema schema.json file.yaml",
     ExampleKind::kCommand},
    {"no-branch-matches",
     Severity::kError,
     "A value fits none of the alternatives of the schema.",
     "No reader could tell what it means.",
     "echo '{\"anyOf\": [{\"type\": \"integer\"}, {\"type\": \"boolean\"}]}' >schema.json\n"
     "echo 'none' >file.yaml\n"
     "simrules validate --schema schema.json file.yaml",
     "echo '1' >file.yaml\n"
     "simrules validate --schema schema.json file.yaml",
     ExampleKind::kCommand},
    {"several-branches-match",
     Severity::kError,
     "A value fits several alternatives of which only one may hold.",
     "Readers could take it for either.",
     "echo '{\"oneOf\": [{\"required\": [\"url\"]}, {\"required\": [\"title\"]}]}' >schema.json\n"
     "echo '{url: page, title: Page}' >file.yaml\n"
     "simrules validate --schema schema.json file.yaml",
     "echo '{url: page}' >file.yaml\n"
     "simrules validate --schema schema.json file.yaml",
     ExampleKind::kCommand},
    {"not-a-date",
     Severity::kError,
     "A text is no date of the calendar.",
     "Dates are compared; one that does not exist has no place among them.",
     "sources:\n"
     "  - accessed: 2026-02-29",
     "sources:\n"
     "  - accessed: 2026-02-28"},
    {"several-lines",
     Severity::kError,
     "A text that is one line has a line break.",
     "Names stand in tables, headings and logs, where the rest would be a line of its own.",
     "name: {en: \"au\\nby KDDI\"}",
     "name: {en: au by KDDI}"},
    {"not-a-uri",
     Severity::kError,
     "A text is no address that everyone can open.",
     "A source is worth what its address leads to.",
     "sources:\n"
     "  - url: \"http://example.com/terms\"",
     "sources:\n"
     "  - url: \"https://example.com/terms\""},
    {"unknown-country",
     Severity::kError,
     "A text is no country code.",
     "Countries are matched by their codes.",
     "countries: [JP, UK]",
     "countries: [JP, GB]"},
    {"unknown-subdivision",
     Severity::kError,
     "A text is no subdivision code.",
     "Subdivisions are matched by their codes.",
     "zones:\n"
     "  - {id: hawaii, name: {en: Hawaii}, subdivisions_included: [Hawaii]}",
     "zones:\n"
     "  - {id: hawaii, name: {en: Hawaii}, subdivisions_included: [US-HI]}"},
    {"unknown-currency",
     Severity::kError,
     "A text is no currency code.",
     "Prices in currencies that nobody knows cannot be compared.",
     "currency: YEN",
     "currency: JPY"},
    {"unknown-language",
     Severity::kError,
     "A text is no language tag.",
     "Readers choose the text by their language.",
     "sources:\n"
     "  - language: jp",
     "sources:\n"
     "  - language: ja"},
    {"not-a-time-zone",
     Severity::kError,
     "A text is no time zone.",
     "A limit that starts anew at midnight needs to know whose midnight.",
     "plans:\n"
     "  - allowance:\n"
     "      amount: {value: 1, unit: GB}\n"
     "      window: {length: {value: 1, unit: day}, basis: calendar, time_zone: JST}",
     "plans:\n"
     "  - allowance:\n"
     "      amount: {value: 1, unit: GB}\n"
     "      window: {length: {value: 1, unit: day}, basis: calendar, time_zone: Asia/Tokyo}"},
    {"malformed-plmn",
     Severity::kError,
     "A text is no network code.",
     "The zeros count: 440-01 and 440-1 are two networks.",
     "networks:\n"
     "  - plmn: [\"44010\"]",
     "networks:\n"
     "  - plmn: [\"440-10\"]"},
};

}  // namespace

const std::vector<CheckInfo>& value_checks() {
  static const std::vector<CheckInfo> kAll(std::begin(kValueChecks), std::end(kValueChecks));
  return kAll;
}

}  // namespace simrules
