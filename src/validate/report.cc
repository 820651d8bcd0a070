#include "validate/report.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "base/pointer.h"

namespace simrules {
namespace {

using nlohmann::json;

void walk(const FieldSpec& spec,
          const json& value,
          const std::string& pointer,
          const std::function<void(const FieldVisit&)>& visit) {
  visit({spec, value, pointer});
  if (value.is_object()) {
    for (const auto& [name, member] : value.items()) {
      const FieldSpec* known = spec.member(name);
      if (known != nullptr) walk(*known, member, pointer_join(pointer, name), visit);
    }
  } else if (value.is_array() && spec.items != nullptr) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      walk(*spec.items, value[i], pointer_join(pointer, i), visit);
    }
  }
}

}  // namespace

void report(const CheckContext& context,
            const CheckInfo& info,
            Finding finding,
            DiagnosticSink& sink) {
  const Document& document = *context.policy.document;
  sink.report({.check = info.id,
               .severity = info.severity,
               .place = finding.at_key ? document.key_place(finding.pointer)
                                       : document.value_place(finding.pointer),
               .pointer = std::move(finding.pointer),
               .message = std::move(finding.message),
               .help = std::move(finding.help),
               .notes = std::move(finding.notes),
               .fix = std::move(finding.fix)});
}

Note note_at(const CheckContext& context, const std::string& pointer, std::string message) {
  return {context.policy.document->value_place(pointer), std::move(message)};
}

void for_each_field(const CheckContext& context,
                    const std::function<void(const FieldVisit&)>& visit) {
  walk(context.schema.root(), *context.policy.value, "", visit);
}

}  // namespace simrules
