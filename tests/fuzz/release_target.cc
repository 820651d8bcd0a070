// What comes from a release made elsewhere: a manifest or a dataset of any bytes.
#include <string>
#include <utility>

#include "document/json_reader.h"
#include "fuzz_input.h"
#include "release/contents/legacy/dataset.h"
#include "release/contents/stated.h"
#include "release/stored/manifest.h"
#include "release/stored/published.h"

namespace {

const simrules::ContractSchemas& contracts() {
  using namespace simrules;
  static const ContractSchemas kSchemas = [] {
    auto loaded = built_in_contract_schemas();
    require(loaded.has_value(), "the schemas that are compiled in are sound");
    return std::move(*loaded);
  }();
  return kSchemas;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace simrules;
  const std::string text(reinterpret_cast<const char*>(data), size);
  DiagnosticList findings;
  const auto manifest = read_manifest("manifest.json", text, contracts().manifest, findings);
  require(manifest || findings.count(Severity::kError) > 0, "what is refused has a finding");
  if (manifest) {
    DiagnosticList none;
    require(
        read_manifest("again", manifest_text(*manifest), contracts().manifest, none).has_value(),
        "a manifest can be written and read");
  }
  DiagnosticList of_dataset;
  if (auto document = read_json("dataset.json", text, kDatasetLimits, of_dataset)) {
    // A dataset that brings no schema of its own is judged by the envelope.
    Document shape = contracts().dataset.document();
    const auto dataset =
        read_legacy_dataset(std::move(*document), std::move(shape), contracts(), of_dataset);
    require(dataset || of_dataset.count(Severity::kError) > 0, "what is refused has a finding");
  }
  DiagnosticList of_stated;
  const auto stated = read_stated(kStatedName, text, shipped_schema(), of_stated);
  require(stated || of_stated.count(Severity::kError) > 0, "what is refused has a finding");
  write_everywhere(findings);
  write_everywhere(of_dataset);
  write_everywhere(of_stated);
  return 0;
}
