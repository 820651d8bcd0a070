// Prints every rule of a release with what it says and how sure it is: consumer <release folder>
#include <cstdio>

#include <simrules/model/query.h>
#include <simrules/release/stored/published.h>
#include <simrules/render/diagnostics/text.h>

int main(int argc, char** argv) {
  simrules::DiagnosticList findings;
  const auto dataset = simrules::read_published(argc > 1 ? argv[1] : ".", findings);
  std::fputs(simrules::diagnostics_as_text(findings, false).c_str(), stderr);
  if (!dataset) return 1;
  for (const auto& [policy, rule] :
       simrules::rules_about(dataset->catalog, {.topic = "tethering"})) {
    const std::string verdict(rule->verdict());
    std::printf("%s %s %s %s\n",
                policy->id.c_str(),
                rule->id.c_str(),
                verdict.c_str(),
                to_string(rule->confidence));
  }
}
