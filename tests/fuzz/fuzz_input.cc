#include "fuzz_input.h"

#include <cstdlib>
#include <sstream>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/digest.h"
#include "document/json_reader.h"
#include "document/yaml_reader.h"
#include "release/contents/schemas.h"
#include "render/diagnostics/github.h"
#include "render/diagnostics/json.h"
#include "render/diagnostics/junit.h"
#include "render/diagnostics/markdown.h"
#include "render/diagnostics/rdjson.h"
#include "render/diagnostics/text.h"
#include "schema/embedded_schemas.h"
#include "schema/schema_check.h"

namespace simrules {

void require(bool holds, const char* what) {
  if (holds) return;
  fmt::print(stderr, "does not hold: {}\n", what);
  std::abort();
}

Schema built_in_schema(const char* name) {
  DiagnosticList findings;
  auto document =
      read_json(name, std::string(embedded_schema(name)), kShippedSchemaLimits, findings);
  require(document.has_value(), "a schema that is compiled in can be read");
  auto schema = Schema::load(std::move(*document), findings);
  require(schema.has_value(), "a schema that is compiled in is sound");
  return std::move(*schema);
}

const PolicySchema& shipped_schema() {
  static const PolicySchema schema = PolicySchema::from_checked(built_in_schema("policy"));
  return schema;
}

std::optional<Policy> policy_of(std::string text, DiagnosticList& findings) {
  static SchemaChecker checker(shipped_schema().schema());
  const std::string sha256 = sha256_hex(text);
  auto document = read_doubtful_yaml("policies/jp/a.yaml", std::move(text), {}, findings);
  if (!document) {
    require(findings.count(Severity::kError) > 0, "what is refused has a finding");
    return std::nullopt;
  }
  const bool conforms = checker.check(*document, findings);
  checker.cross_check(*document);
  if (!conforms || !document->sound) {
    require(findings.count(Severity::kError) > 0, "what does not conform has a finding");
    return std::nullopt;
  }
  require(findings.count(Severity::kError) == 0, "what conforms has no error");
  return make_policy(std::move(*document), sha256, shipped_schema());
}

void require_own_commands(const std::string& output) {
  std::istringstream lines(output);
  for (std::string line; std::getline(lines, line, '\n');) {
    require(line.find('\r') == std::string::npos, "a line ends where it seems to end");
    require(line.find("##[") == std::string::npos, "no command of the older kind");
    const std::size_t first = line.find_first_not_of(" \t");
    if (first == std::string::npos || line.compare(first, 2, "::") != 0) continue;
    require(first == 0 && (line.starts_with("::error ") || line.starts_with("::warning ") ||
                           line.starts_with("::notice ")),
            "a command is an annotation");
  }
}

void write_everywhere(const DiagnosticList& findings) {
  const std::vector<Diagnostic> sorted = findings.sorted();
  const RunSummary summary{};
  require_own_commands(diagnostics_as_text(findings, false));
  require_own_commands(diagnostics_as_github(sorted, summary));
  const auto no_text = [](const std::string&) { return std::string(); };
  require(!diagnostics_as_markdown(sorted, summary).empty(), "Markdown is written");
  require(nlohmann::json::accept(diagnostics_as_json(sorted, summary)), "JSON can be read back");
  require(nlohmann::json::accept(diagnostics_as_rdjson(sorted, no_text)),
          "rdjson can be read back");
  require(!diagnostics_as_junit(sorted, summary).empty(), "JUnit is written");
}

}  // namespace simrules
