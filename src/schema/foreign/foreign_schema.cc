#include "schema/foreign/foreign_schema.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "schema/explain/explain.h"
#include "schema/foreign/evaluate.h"
#include "schema/foreign/lint.h"
#include "schema/lint/lint.h"

namespace simrules {
namespace {

/// Returns where a fault is shown: at a key, or at the start of what is wrong.
Place place_of(const ForeignFault& fault, const Document& document) {
  if (fault.pointer.empty()) return document.source.place({0, 1});
  return fault.at_key ? document.key_place(fault.pointer) : document.value_place(fault.pointer);
}

/// Takes out the formats that are passed over, so that the explainer tells nothing of them.
void drop_formats(nlohmann::json& node, const std::vector<std::string>& formats) {
  if (!node.is_structured()) return;
  const auto format = node.is_object() ? node.find("format") : node.end();
  const bool is_passed_over = format != node.end() && format->is_string() &&
                              std::ranges::count(formats, format->get<std::string>()) > 0;
  if (is_passed_over) node.erase(format);
  for (nlohmann::json& child : node) drop_formats(child, formats);
}

/// Loads a schema that is made as our own may be: our explainer has words for what it asks.
std::optional<Schema> load_strict(Document document, const std::vector<std::string>& formats) {
  drop_formats(document.value, formats);
  DiagnosticList ignored;
  return Schema::load(std::move(document), ignored);
}

}  // namespace

std::optional<ForeignSchema> ForeignSchema::load(Document document, DiagnosticSink& sink) {
  const ForeignLint lint = lint_foreign(document, sink);
  if (!lint.ok) return std::nullopt;
  ForeignSchema schema;
  // As people count them: what stands in `definitions` is counted nowhere else either.
  const std::size_t counted = document.value.is_object() ? count_constraints(document.value) : 0;
  schema.constraints_ = counted > 0 ? counted : lint.constraints;
  for (const std::string& format : lint.formats) {
    if (format != kCheckedFormat) schema.formats_.push_back(format);
  }
  schema.strict_ = load_strict(document, schema.formats_);
  schema.document_ = std::make_shared<const Document>(std::move(document));
  return schema;
}

struct ForeignChecker::Engine {
  std::shared_ptr<const Document> document;
  std::optional<Schema> strict;
  ForeignEvaluator evaluator;
};

ForeignChecker::ForeignChecker(const ForeignSchema& schema)
    : engine_(std::make_unique<Engine>(
          Engine{schema.document_, schema.strict_, ForeignEvaluator(schema.document_->value)})) {}
ForeignChecker::~ForeignChecker() = default;
ForeignChecker::ForeignChecker(ForeignChecker&&) noexcept = default;
ForeignChecker& ForeignChecker::operator=(ForeignChecker&&) noexcept = default;

bool ForeignChecker::check(const Document& document, DiagnosticSink& sink) {
  const std::vector<ForeignFault> faults = engine_->evaluator.faults(document.value);
  if (faults.empty()) return true;
  std::vector<Diagnostic> told;
  if (engine_->strict) told = explain(engine_->strict->value(), document);
  for (Diagnostic& diagnostic : told) sink.report(std::move(diagnostic));
  if (!told.empty()) return false;
  for (const ForeignFault& fault : faults) {
    // What the reader refused was told already.
    if (document.is_refused(fault.pointer)) continue;
    sink.report({.check = fault.check,
                 .place = place_of(fault, document),
                 .pointer = fault.pointer,
                 .message = fault.message,
                 .help = fault.help});
  }
  return false;
}

}  // namespace simrules
