#include "render/diagnostics/junit.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>

#include <fmt/format.h>

#include "base/text.h"
#include "render/text/byte_budget.h"
#include "render/text/place.h"

namespace simrules {
namespace {

using FindingsByCheck = std::map<std::string, std::vector<const Diagnostic*>>;

/// Escapes text that is printable already, so that it has no character that XML forbids.
std::string xml(std::string_view printable_text) {
  static const std::map<char, const char*> kEntities = {
      {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&apos;"}};
  std::string out;
  for (const char c : printable_text) {
    const auto entity = kEntities.find(c);
    out += entity == kEntities.end() ? std::string(1, c) : entity->second;
  }
  return out;
}

std::string place_start(const Place& place) {
  const std::string text = place_text(place);
  return text.empty() ? "" : text + ": ";
}

std::string finding_text(const Diagnostic& finding) {
  std::string text = place_start(finding.place) + to_string(finding.severity) + ": " +
                     printable(finding.message, kMessageBytes) + "\n";
  for (const Note& note : finding.notes) {
    text += place_start(note.place) + "note: " + printable(note.message, kMessageBytes) + "\n";
  }
  if (!finding.help.empty()) text += "help: " + printable(finding.help, kMessageBytes) + "\n";
  return text;
}

/// One suite of the report and how many of its cases failed.
struct Suite {
  std::string cases;
  std::size_t tests = 0;
  std::size_t failures = 0;
};

void add_case(Suite& suite,
              const std::string& name,
              const std::string& check,
              const std::vector<const Diagnostic*>& findings,
              Severity fail_on) {
  std::string text;
  for (const Diagnostic* finding : findings) text += finding_text(*finding);
  const auto failing = std::find_if(findings.begin(), findings.end(), [&](const Diagnostic* each) {
    return each->severity >= fail_on;
  });
  const bool failed = failing != findings.end();
  const std::string start =
      fmt::format("    <testcase classname=\"{}\" name=\"{}\"", xml(name), xml(printable(check)));
  if (findings.empty()) {
    suite.cases += start + "/>\n";
  } else if (failed) {
    suite.cases += fmt::format("{}>\n      <failure type=\"{}\" message=\"{}\">{}</failure>\n",
                               start,
                               to_string((*failing)->severity),
                               xml(printable((*failing)->message, kMessageBytes)),
                               xml(text)) +
                   "    </testcase>\n";
  } else {
    suite.cases += start + ">\n      <system-out>" + xml(text) + "</system-out>\n    </testcase>\n";
  }
  ++suite.tests;
  suite.failures += failed ? 1 : 0;
}

Suite make_suite(const std::string& name, const FindingsByCheck& findings, Severity fail_on) {
  Suite suite;
  if (findings.empty()) add_case(suite, name, "valid", {}, fail_on);
  for (const auto& [check, found] : findings) add_case(suite, name, check, found, fail_on);
  return suite;
}

}  // namespace

std::string diagnostics_as_junit(const std::vector<Diagnostic>& diagnostics,
                                 const RunSummary& summary) {
  std::map<std::string, FindingsByCheck> by_path;
  for (const std::string& path : summary.paths) by_path[path];
  for (const Diagnostic& diagnostic : diagnostics) {
    by_path[diagnostic.place.path][diagnostic.check].push_back(&diagnostic);
  }
  std::string suites;
  std::size_t tests = 0;
  std::size_t failures = 0;
  for (const auto& [path, findings] : by_path) {
    const std::string name = path.empty() ? "simrules" : shown_path(path);
    const Suite suite = make_suite(name, findings, summary.fail_on);
    suites += fmt::format(
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n{}  </testsuite>\n",
        xml(name),
        suite.tests,
        suite.failures,
        suite.cases);
    tests += suite.tests;
    failures += suite.failures;
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"simrules\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n{}</testsuites>\n",
      tests,
      failures,
      suites);
}

}  // namespace simrules
