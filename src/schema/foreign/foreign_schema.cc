#include "schema/foreign/foreign_schema.h"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

#include <nlohmann/json.hpp>

#include "schema/explain/explain.h"
#include "schema/foreign/evaluate.h"
#include "schema/foreign/lint.h"
#include "schema/foreign/trust.h"
#include "schema/judge.h"
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

/// Passes on what is wrong with a schema of others, and as a warning what only ours must not have,
/// unless something was told of that place.
class OthersSink final : public DiagnosticSink {
 public:
  explicit OthersSink(DiagnosticSink& sink) : sink_(sink) {}

  void report(Diagnostic diagnostic) override {
    if (!is_ours_only) told_.insert(diagnostic.pointer);
    if (is_ours_only && told_.contains(diagnostic.pointer)) return;
    if (is_ours_only) diagnostic.severity = Severity::kWarning;
    sink_.report(std::move(diagnostic));
  }

  bool is_ours_only = false;

 private:
  DiagnosticSink& sink_;
  std::set<std::string> told_;
};

}  // namespace

bool lint_foreign_schema(const Document& document, DiagnosticSink& sink) {
  OthersSink others(sink);
  const bool is_fine = lint_foreign(document, others).ok;
  others.is_ours_only = true;
  lint_schema(document, others);
  return is_fine;
}

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
  explicit Engine(const ForeignSchema& schema)
      : document(schema.document_), strict(schema.strict_), evaluator(document->value) {
    if (!is_right_in_valijson(document->value)) return;
    judge = Judge::of(document->value);
    has_patterns = simrules::has_patterns(document->value);
  }

  /// Returns valijson's verdict where it is known to be right.
  std::optional<bool> verdict(const nlohmann::json& original) {
    // Branches in branches can take valijson for ever.
    constexpr double kMostSteps = 100'000;
    if (judge == nullptr || evaluator.steps() > kMostSteps) return std::nullopt;
    const JudgedValue value(original);
    const bool is_odd_text = value.has_wide_text() || value.has_long_text();
    if (value.has_large_number() || (has_patterns && is_odd_text)) return std::nullopt;
    return judge->verdict(value);
  }

  std::shared_ptr<const Document> document;
  std::optional<Schema> strict;
  ForeignEvaluator evaluator;
  std::unique_ptr<Judge> judge;
  bool has_patterns = false;
};

ForeignChecker::ForeignChecker(const ForeignSchema& schema)
    : engine_(std::make_unique<Engine>(schema)) {}
ForeignChecker::~ForeignChecker() = default;
ForeignChecker::ForeignChecker(ForeignChecker&&) noexcept = default;
ForeignChecker& ForeignChecker::operator=(ForeignChecker&&) noexcept = default;

bool ForeignChecker::check(const Document& document, DiagnosticSink& sink) {
  const std::vector<ForeignFault> faults = engine_->evaluator.faults(document.value);
  if (const auto verdict = engine_->verdict(document.value);
      verdict && *verdict != faults.empty()) {
    throw std::logic_error("valijson and our evaluator disagree about " + document.source.path());
  }
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
