#include <algorithm>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "base/text.h"
#include "schema/reference.h"
#include "validate/checks.h"
#include "validate/report.h"

namespace simrules {
namespace {

using nlohmann::json;

/// Returns what the schema gives as examples of the address of a source.
const json& example_addresses(const json& schema) {
  static const json kNone = json::array();
  const json* items = find_value(schema, "/properties/sources/items");
  const json* address =
      items == nullptr ? nullptr : find_value(resolve(schema, *items), "/properties/url");
  const json* examples =
      address == nullptr ? nullptr : find_value(resolve(schema, *address), "/examples");
  return examples == nullptr ? kNone : *examples;
}

void run(const CheckContext& context, const CheckInfo& info, DiagnosticSink& sink) {
  const json& examples = example_addresses(context.schema.schema().value());
  const json sources = context.policy.value->value("sources", json::array());
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const std::string url = sources[i].value("url", "");
    if (std::find(examples.begin(), examples.end(), url) == examples.end()) continue;
    report(context,
           info,
           {pointer_join(pointer_join("/sources", i), "url"),
            fmt::format("{} is the example of the schema and no page that was read", quoted(url)),
            "write the address of the page that was read, and what it says where it is cited"},
           sink);
  }
}

}  // namespace

Check check_example_address() {
  return {{"example-address",
           Severity::kWarning,
           "The address of a source is the one that a new policy begins with.",
           "What nobody has read would be published as if a page said it.",
           "sources:\n  - {id: faq, url: \"https://example.com/page\"}\n",
           "sources:\n  - {id: faq, url: \"https://example.com/terms\"}\n"},
          run};
}

}  // namespace simrules
