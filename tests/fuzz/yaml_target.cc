// A file of any bytes: read, or refused with a reason.
#include <string>
#include <utility>

#include "document/yaml_reader.h"
#include "fuzz_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace simrules;
  const std::string text(reinterpret_cast<const char*>(data), size);
  DiagnosticList findings;
  const auto document = read_yaml("a.yaml", text, {}, findings);
  require(document.has_value() == (findings.count(Severity::kError) == 0),
          "a document is either returned or refused");
  if (document) {
    // Strict: invalid UTF-8 in a value would throw.
    const std::string written = document->value.dump();
    require(nlohmann::json::parse(written) == document->value, "a value can be written and read");
  }
  write_everywhere(findings);
  return 0;
}
