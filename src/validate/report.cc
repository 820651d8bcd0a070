#include "validate/report.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/pointer.h"

namespace simrules {
namespace {

using nlohmann::json;

void walk(const FieldVisit& visit, std::deque<FieldVisit>& fields) {
  const FieldVisit& here = fields.emplace_back(visit);
  const auto& [spec, value, around, key, index] = here;
  if (value.is_object()) {
    for (const auto& [name, member] : value.get_ref<const json::object_t&>()) {
      const FieldSpec* known = spec.member(name);
      if (known != nullptr) walk({*known, member, &here, &name}, fields);
    }
  } else if (value.is_array() && spec.items != nullptr) {
    for (std::size_t i = 0; i < value.size(); ++i)
      walk({*spec.items, value[i], &here, nullptr, i}, fields);
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

std::deque<FieldVisit> visited_fields(const Policy& policy, const PolicySchema& schema) {
  std::deque<FieldVisit> fields;
  walk({schema.root(), policy.raw()}, fields);
  return fields;
}

std::string FieldVisit::pointer() const {
  if (around == nullptr) return {};
  const std::string outer = around->pointer();
  return key != nullptr ? pointer_join(outer, *key) : pointer_join(outer, index);
}

}  // namespace simrules
