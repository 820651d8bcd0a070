#include "validate/report.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/pointer.h"

namespace simrules {
namespace {

using nlohmann::json;

void walk(const FieldSpec& spec,
          const json& value,
          const std::string& pointer,
          std::vector<FieldVisit>& fields) {
  fields.push_back({spec, value, pointer});
  if (value.is_object()) {
    for (const auto& [name, member] : value.items()) {
      const FieldSpec* known = spec.member(name);
      if (known != nullptr) walk(*known, member, pointer_join(pointer, name), fields);
    }
  } else if (value.is_array() && spec.items != nullptr) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      walk(*spec.items, value[i], pointer_join(pointer, i), fields);
    }
  }
}

void complete(const CheckInfo& info, Diagnostic diagnostic, DiagnosticSink& sink) {
  diagnostic.check = info.id;
  // A check may have found a reason to be milder.
  diagnostic.severity = std::min(diagnostic.severity, info.severity);
  sink.report(std::move(diagnostic));
}

}  // namespace

void report(const CheckContext& context,
            const CheckInfo& info,
            Diagnostic diagnostic,
            DiagnosticSink& sink) {
  diagnostic.place = context.policy.document->value_place(diagnostic.pointer);
  complete(info, std::move(diagnostic), sink);
}

void report_at_key(const CheckContext& context,
                   const CheckInfo& info,
                   Diagnostic diagnostic,
                   DiagnosticSink& sink) {
  diagnostic.place = context.policy.document->key_place(diagnostic.pointer);
  complete(info, std::move(diagnostic), sink);
}

Note note_at(const CheckContext& context, const std::string& pointer, std::string message) {
  return {context.policy.document->value_place(pointer), std::move(message)};
}

std::vector<FieldVisit> visited_fields(const Policy& policy, const PolicySchema& schema) {
  std::vector<FieldVisit> fields;
  walk(schema.root(), policy.raw(), "", fields);
  return fields;
}

void for_each_field(const CheckContext& context,
                    const std::function<void(const FieldVisit&)>& visit) {
  for (const FieldVisit& field : context.fields) visit(field);
}

}  // namespace simrules
