#include "schema/schema_check.h"

#include <stdexcept>
#include <utility>

#include "schema/explain/walk.h"
#include "schema/judge.h"

namespace simrules {

struct SchemaChecker::Engine {
  explicit Engine(const Schema& source)
      : schema(source), index(schema.value()), judge(Judge::of(schema.value())) {
    // The linter accepts only what valijson reads.
    if (judge == nullptr) throw std::logic_error(schema.path() + " cannot be compiled");
  }

  Schema schema;
  SchemaIndex index;
  std::unique_ptr<Judge> judge;
};

SchemaChecker::SchemaChecker(const Schema& schema) : engine_(std::make_unique<Engine>(schema)) {}
SchemaChecker::~SchemaChecker() = default;
SchemaChecker::SchemaChecker(SchemaChecker&&) noexcept = default;
SchemaChecker& SchemaChecker::operator=(SchemaChecker&&) noexcept = default;

bool SchemaChecker::check(const Document& document, DiagnosticSink& sink) {
  const JudgedValue value(document.value);
  Explanation explanation = explain_value(engine_->index, document, value.value());
  // Long texts exhaust the stack in the patterns of valijson.
  const auto verdict = explanation.oversized ? std::nullopt : engine_->judge->verdict(value);
  if (verdict && *verdict != explanation.conforms) {
    throw std::logic_error("the verdict on " + document.source.path() +
                           " and its explanation disagree");
  }
  if (document.sound && !explanation.conforms && explanation.diagnostics.empty()) {
    throw std::logic_error("the violation in " + document.source.path() + " has no explanation");
  }
  const bool clean = explanation.diagnostics.empty();
  for (Diagnostic& diagnostic : explanation.diagnostics) sink.report(std::move(diagnostic));
  return clean;
}

}  // namespace simrules
