// What each stage costs, on the shipped policies: read, check, explain, resolve, diff, dataset, tables, digest.
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "base/digest.h"
#include "diff/diff.h"
#include "model/time/state.h"
#include "release/contents/json_text.h"
#include "render/release/tables/machine_tables.h"
#include "render/release/tables/rules_csv.h"
#include "render/release/tables/rules_ndjson.h"
#include "schema/explain/walk.h"
#include "schema/schema_check.h"
#include "schema/schema_index.h"
#include "support/case_fixture.h"
#include "support/table_fixture.h"

namespace simrules {
namespace {

using nlohmann::json;

std::vector<json> values_of(const Catalog& catalog) {
  std::vector<json> values;
  for (const Policy& policy : catalog.policies()) values.push_back(policy.raw());
  return values;
}

/// Returns policies of which nobody knows any more whether data can be given.
Catalog edited(const Catalog& catalog) {
  std::vector<Policy> policies;
  for (const Policy& policy : catalog.policies()) {
    json value = policy.raw();
    for (json& rule : value["transfer"]) rule["verdict"] = "unknown";
    policies.push_back(make_policy(std::move(value), policy.path, "", test_schema().topics()));
  }
  return Catalog(std::move(policies));
}

/// What the stages work on; made once.
struct Input {
  Catalog catalog = read_catalog(std::string(kSourceDir) + "/policies");
  Catalog head = edited(catalog);
  ReleaseContent release = tables_of(values_of(catalog));
  std::string dataset_text = json_text(release.dataset);
};

const Input& input() {
  static const Input made;
  return made;
}

/// Runs a stage on all policies; what is told is the cost of one.
template <typename Stage>
void run(benchmark::State& state, Stage stage) {
  const std::vector<Policy>& policies = input().catalog.policies();
  for (auto _ : state) stage(policies);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(policies.size()));
}

void read(benchmark::State& state) {
  run(state, [](const std::vector<Policy>& policies) {
    for (const Policy& policy : policies) {
      DiagnosticList findings;
      const std::string text(policy.document->source.text());
      benchmark::DoNotOptimize(read_yaml(policy.path, text, DocumentLimits{}, findings));
    }
  });
}

void check(benchmark::State& state) {
  SchemaChecker checker(test_schema().schema());
  run(state, [&](const std::vector<Policy>& policies) {
    for (const Policy& policy : policies) {
      DiagnosticList findings;
      benchmark::DoNotOptimize(checker.check(*policy.document, findings));
    }
  });
}

void explain_all(benchmark::State& state) {
  SchemaIndex index(test_schema().schema().value());
  run(state, [&](const std::vector<Policy>& policies) {
    for (const Policy& policy : policies) {
      benchmark::DoNotOptimize(explain_value(index, *policy.document, policy.raw()));
    }
  });
}

void resolve(benchmark::State& state) {
  run(state, [](const std::vector<Policy>&) {
    const StateView view{*parse_date("2026-11-22")};
    benchmark::DoNotOptimize(state_on(input().catalog, test_schema(), view));
  });
}

void diff_all(benchmark::State& state) {
  run(state, [](const std::vector<Policy>&) {
    benchmark::DoNotOptimize(diff(input().catalog, test_schema(), input().head, test_schema()));
  });
}

void dataset(benchmark::State& state) {
  run(state, [](const std::vector<Policy>&) {
    const ReleaseContent& made = input().release;
    const DatasetParts parts{made.head.catalog, made.current, test_schema(), made.description};
    benchmark::DoNotOptimize(json_text(make_dataset(parts, made.version, made.released)));
  });
}

void tables(benchmark::State& state) {
  run(state, [](const std::vector<Policy>&) {
    benchmark::DoNotOptimize(rules_ndjson(input().release));
    benchmark::DoNotOptimize(rules_csv_files(input().release, {}));
    benchmark::DoNotOptimize(machine_table_files(input().release, {}));
  });
}

void digest(benchmark::State& state) {
  run(state, [](const std::vector<Policy>&) {
    benchmark::DoNotOptimize(sha256_hex(input().dataset_text));
  });
  state.SetBytesProcessed(state.iterations() *
                          static_cast<std::int64_t>(input().dataset_text.size()));
}

BENCHMARK(read)->Unit(benchmark::kMillisecond);
BENCHMARK(check)->Unit(benchmark::kMillisecond);
BENCHMARK(explain_all)->Name("explain")->Unit(benchmark::kMillisecond);
BENCHMARK(resolve)->Unit(benchmark::kMillisecond);
BENCHMARK(diff_all)->Name("diff")->Unit(benchmark::kMillisecond);
BENCHMARK(dataset)->Unit(benchmark::kMillisecond);
BENCHMARK(tables)->Unit(benchmark::kMillisecond);
BENCHMARK(digest)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace simrules
