#include <simrules/document/yaml_reader.h>

int main() {
  simrules::DiagnosticList findings;
  const auto document = simrules::read_yaml("a.yaml", "verdict: allowed\n", {}, findings);
  return document && document->value.at("verdict") == "allowed" ? 0 : 1;
}
