#include "schema/lint/vocabulary.h"

#include <set>
#include <tuple>
#include <utility>

#include "base/pointer.h"
#include "schema/lint/keyword.h"
#include "schema/schema_check.h"
#include "schema/spec/words.h"

namespace simrules {

namespace {

using nlohmann::json;

/// Names a finding of the checker in the words of a schema's author.
const char* schema_check_of(const std::string& check) {
  if (check == "unknown-key") return "schema-unknown-keyword";
  if (check == "missing-key") return "schema-missing-keyword";
  return "schema-wrong-keyword-value";
}

/// Passes findings on from the object that describes a field to the field's place in the schema.
class FieldSink final : public DiagnosticSink {
 public:
  explicit FieldSink(DiagnosticSink& sink) : sink_(sink) {}

  void enter(std::string pointer) { pointer_ = std::move(pointer); }
  bool clean() const { return reported_.empty(); }

  void report(Diagnostic diagnostic) override {
    diagnostic.check = schema_check_of(diagnostic.check);
    diagnostic.pointer = pointer_ + diagnostic.pointer;
    // Notes name what the linter found out, which the author did not write.
    diagnostic.notes.clear();
    // The ways in which a field is used share most of its defects.
    const auto key = std::make_pair(diagnostic.pointer, diagnostic.message);
    if (reported_.insert(key).second) sink_.report(std::move(diagnostic));
  }

 private:
  DiagnosticSink& sink_;
  std::string pointer_;
  std::set<std::pair<std::string, std::string>> reported_;
};

json describe(const FieldUse& field) {
  const json& node = *field.node;
  json description = {{"named", field.named},
                      {"below_topic", field.below_topic},
                      {"leaf", field.leaf},
                      {"types", types_of(node)}};
  for (const auto& [name, value] : node.items()) {
    if (is_own_keyword(name) || name == "title" || name == "description") description[name] = value;
  }
  return description;
}

}  // namespace

bool lint_vocabulary(const Document& document, const Schema& vocabulary, DiagnosticSink& sink) {
  const std::vector<FieldUse> fields = list_fields(document.value);
  SchemaChecker checker(vocabulary);
  FieldSink field_sink(sink);
  Document described{document.source, {}, {}};
  std::set<std::tuple<std::string, bool, bool, bool>> seen;
  for (const FieldUse& field : fields) {
    // A field that is used in several places is described once.
    if (!seen.insert({field.pointer, field.named, field.below_topic, field.leaf}).second) continue;
    described.value = describe(field);
    described.spans = document.spans.below(field.pointer);
    field_sink.enter(field.pointer);
    checker.check(described, field_sink);
  }
  // What the code checks relies on the values that the vocabulary has checked.
  return field_sink.clean() && lint_fields(document, fields, sink);
}

}  // namespace simrules
