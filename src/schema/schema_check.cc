#include "schema/schema_check.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "schema/explain/walk.h"
#include "schema/judge.h"

namespace simrules {

namespace {

[[noreturn]] void throw_disagreement(const Document& document) {
  throw std::logic_error("the verdict on " + document.source.path() +
                         " and its explanation disagree");
}

}  // namespace

struct SchemaChecker::Engine {
  explicit Engine(const Schema& source)
      : schema(source), index(schema.value()), judge(Judge::of(schema.value())) {
    // The linter accepts only what valijson reads.
    if (judge == nullptr) throw std::logic_error(schema.path() + " cannot be compiled");
  }

  /// Returns valijson's verdict; nothing where it cannot be asked: long texts exhaust the stack in its
  /// patterns.
  std::optional<bool> verdict(const JudgedValue& value) {
    return value.has_long_text() ? std::nullopt : judge->verdict(value);
  }

  /// Explains what is wrong; of what valijson took only formats are looked at.
  std::vector<Diagnostic> findings(const Document& document,
                                   const JudgedValue& value,
                                   std::optional<bool> verdict) {
    if (verdict == true) return explain_formats(index, document, value.value());
    Explanation explanation = explain_value(index, document, value.value());
    if (verdict && explanation.conforms) throw_disagreement(document);
    if (document.sound && !explanation.conforms && explanation.diagnostics.empty()) {
      throw std::logic_error("the violation in " + document.source.path() + " has no explanation");
    }
    return std::move(explanation.diagnostics);
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
  std::vector<Diagnostic> found = engine_->findings(document, value, engine_->verdict(value));
  const bool clean = found.empty();
  for (Diagnostic& diagnostic : found) sink.report(std::move(diagnostic));
  return clean;
}

void SchemaChecker::cross_check(const Document& document) {
  const JudgedValue value(document.value);
  const auto verdict = engine_->verdict(value);
  const Explanation explanation = explain_value(engine_->index, document, value.value());
  if (verdict && *verdict != explanation.conforms) throw_disagreement(document);
  const auto is_same = [](const Diagnostic& a, const Diagnostic& b) {
    return a.check == b.check && a.pointer == b.pointer && a.message == b.message;
  };
  if (!std::ranges::equal(
          engine_->findings(document, value, verdict), explanation.diagnostics, is_same))
    throw std::logic_error("a format in " + document.source.path() + " is explained in two ways");
}

}  // namespace simrules
