// A policy file of any bytes, through the schema and the semantic checks.
#include <string>
#include <vector>

#include "diff/diff.h"
#include "fuzz_input.h"
#include "validate/validate.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace simrules;
  DiagnosticList findings;
  const auto policy = policy_of(std::string(reinterpret_cast<const char*>(data), size), findings);
  if (policy) {
    const Catalog catalog({*policy});
    std::vector<const Policy*> all;
    for (const Policy& each : catalog.policies()) all.push_back(&each);
    validate(all, {policy->id}, shipped_schema(), findings);
    require(diff(catalog, shipped_schema(), catalog, shipped_schema()).changes.empty(),
            "a policy does not differ from itself");
  }
  write_everywhere(findings);
  return 0;
}
