#include "render/release/tables/evidence_sources.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "model/policy.h"

namespace simrules {
namespace {

using nlohmann::json;

/// What tables tell of a source beside evidence, and what it is called there.
constexpr std::pair<const char*, const char*> kTold[] = {{"url", "url"},
                                                         {"publisher", "publisher"},
                                                         {"tier", "tier"},
                                                         {"accessed", "accessed"},
                                                         {"title", "source_title"}};

}  // namespace

std::vector<FieldShape> source_fields(const ReleaseContent& content) {
  const auto dataset = read_field_specs(content.description.told);
  const FieldSpec* policies = dataset->member("policies");
  const FieldSpec* sources = policies == nullptr ? nullptr : policies->items->member("sources");
  FieldShape source;
  if (sources != nullptr && sources->items != nullptr) add_to_shape(source, *sources->items);
  return std::move(source.members);
}

std::vector<FieldShape> told_source_fields(const ReleaseContent& content) {
  std::vector<FieldShape> told;
  for (const FieldShape& field : source_fields(content)) {
    for (const auto& [name, column] : kTold) {
      if (field.name != name) continue;
      told.push_back(field);
      told.back().name = column;
    }
  }
  return told;
}

json with_sources(const json& evidence, const json& policy) {
  json told = evidence;
  if (!told.is_array()) return told;
  for (json& item : told) {
    const json& source = PolicyView(&policy).find_source(Evidence(&item).source()).raw();
    for (const auto& [name, column] : kTold) item[column] = member_of(source, name);
  }
  return told;
}

}  // namespace simrules
