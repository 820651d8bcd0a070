#include "run_example.h"

#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/example.h"
#include "diff/diff.h"
#include "document/json_reader.h"
#include "document/yaml_reader.h"
#include "gate/judgement.h"
#include "model/catalog.h"
#include "schema/language/check.h"
#include "schema/language/file.h"
#include "schema/schema.h"
#include "schema/schema_check.h"
#include "support/source_dir.h"
#include "validate/validate.h"

namespace simrules {
namespace {

using nlohmann::json;

/// A policy that is valid and says little; it stands for what an example leaves out.
constexpr const char* kPlainPolicy = R"(schema_version: 1
id: jp/au
name: {en: au}
kind: travel_esim
lifecycle: active
countries: [JP]
currency: JPY
networks:
  - {id: main, role: own}
plans:
  - {id: max, name: {en: Max}}
  - {id: mini, name: {en: Mini}}
transfer:
  - id: data-gift
    mechanism: top_up
    plans: all
    verdict: conditional
    notes: {en: What an example says may not contradict what is filled in here.}
    evidence:
      - {source: faq, stance: supports, claim: {en: Lines of a family give each other data.}}
    revision: {date: 2026-11-22, cause: initial}
roaming:
  - {id: roaming, mechanism: data_roaming, plans: all, verdict: unknown,
     revision: {date: 2026-11-22, cause: initial}}
tethering:
  - id: hotspot
    mechanism: hotspot
    plans: all
    verdict: allowed
    evidence:
      - {source: faq, stance: supports, claim: {en: The hotspot costs nothing.}}
    revision: {date: 2026-11-22, cause: initial}
sources:
  - {id: faq, url: "https://www.au.com/faq", publisher: au, tier: official, language: ja,
     accessed: 2026-11-22}
)";

/// What stands between the base and the head of an example.
constexpr std::string_view kBecomes = "# becomes\n";

/// Fills up what an example leaves out; each object of a list from the first of the list.
void fill(json& example, const json& whole) {
  if (example.is_object() && whole.is_object()) {
    for (const auto& [name, member] : whole.items()) {
      const auto [given, is_left_out] = example.emplace(name, member);
      if (!is_left_out) fill(*given, member);
    }
  } else if (example.is_array() && whole.is_array() && !whole.empty()) {
    for (json& item : example) fill(item, whole.front());
  }
}

std::optional<Document> read_schema(const std::string& text, DiagnosticSink& sink) {
  return read_json("example.schema.json", text, kSchemaLimits, sink);
}

std::optional<PolicySchema> load_policy_schema(const std::string& text, DiagnosticSink& sink) {
  auto vocabulary = read_schema(repository_file("schemas/vocabulary.schema.json"), sink);
  auto document = read_schema(text, sink);
  if (!vocabulary || !document) return std::nullopt;
  const auto schema = Schema::load(std::move(*vocabulary), sink);
  return schema ? PolicySchema::load(std::move(*document), *schema, sink) : std::nullopt;
}

const PolicySchema& shipped_schema() {
  static const auto kSchema = [] {
    DiagnosticList nothing;
    return load_policy_schema(repository_file("schemas/policy.schema.json"), nothing).value();
  }();
  return kSchema;
}

std::optional<Policy> make_example(const std::string& text, DiagnosticSink& sink) {
  const auto plain = read_yaml("plain.yaml", kPlainPolicy, {}, sink);
  auto example = read_yaml("policies/jp/au.yaml", text, {}, sink);
  if (!plain || !example) return std::nullopt;
  fill(example->value, plain->value);
  auto policy = read_yaml("policies/jp/au.yaml", example->value.dump(1), {}, sink);
  if (!policy || !SchemaChecker(shipped_schema().schema()).check(*policy, sink)) {
    return std::nullopt;
  }
  return make_policy(std::move(*policy), "", shipped_schema());
}

/// The day on which examples are judged.
constexpr PartialDate kDay{2026, 12, 31};

void run_policy(const std::string& text, DiagnosticSink& sink) {
  const auto made = make_example(text, sink);
  if (made) validate({&*made}, {made->id}, shipped_schema(), sink, {kDay});
}

void run_gate_example(const std::string& text, DiagnosticSink& sink) {
  const std::size_t border = text.find(kBecomes);
  if (border == std::string::npos) return;
  const std::string head_text = text.substr(border + kBecomes.size());
  const auto base = make_example(text.substr(0, border), sink);
  const auto head = make_example(head_text, sink);
  if (!base || !head) return;
  run_policy(head_text, sink);
  const Catalog base_catalog({*base});
  const Catalog head_catalog({*head});
  const PolicySchema& schema = shipped_schema();
  const auto changes = diff(base_catalog, schema, head_catalog, schema).changes;
  const GateInput input{
      base_catalog, head_catalog, schema, schema, changes, "base", "base:", "policies"};
  for (GateDiagnostic& finding : check_changes(input)) sink.report(std::move(finding.diagnostic));
}

void run_policy_schema(const std::string& text, DiagnosticSink& sink) {
  auto example = read_schema(text, sink);
  const auto whole = read_schema(repository_file("schemas/policy.schema.json"), sink);
  if (!example || !whole) return;
  fill(example->value, whole->value);
  load_policy_schema(example->value.dump(1), sink);
}

void run_language(const std::string& text, DiagnosticSink& sink) {
  auto patch = read_schema(text, sink);
  auto shape = read_schema(repository_file("schemas/language.schema.json"), sink);
  auto whole = read_schema(repository_file("schemas/languages/ja.json"), sink);
  if (!patch || !shape || !whole) return;
  whole->value.merge_patch(patch->value);
  const auto file = read_schema(whole->value.dump(1), sink);
  const auto rules = Schema::load(std::move(*shape), sink);
  if (!file || !rules) return;
  const json& policy = shipped_schema().schema().value();
  check_language(*file, {*rules, policy, built_in_languages()->find("en")}, sink);
}

}  // namespace

std::string repository_file(const std::string& path) {
  std::ifstream file(std::string(kSourceDir) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Diagnostic> run_example(ExampleKind kind, const char* example) {
  DiagnosticList found(1000);
  const std::string text = expanded_example(example);
  if (kind == ExampleKind::kPolicy) run_policy(text, found);
  if (kind == ExampleKind::kGate) run_gate_example(text, found);
  if (kind == ExampleKind::kPolicySchema) run_policy_schema(text, found);
  if (kind == ExampleKind::kLanguage) run_language(text, found);
  if (kind == ExampleKind::kYaml) read_yaml("example.yaml", text, {}, found);
  if (kind == ExampleKind::kJson) read_json("example.json", text, kSchemaLimits, found);
  if (kind == ExampleKind::kSchema) {
    auto document = read_schema(text, found);
    if (document) Schema::load(std::move(*document), found);
  }
  return found.sorted();
}

}  // namespace simrules
