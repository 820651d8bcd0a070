#include <unordered_map>

#include "schema/schema.h"
#include "schema/spec/field_targets.h"

namespace simrules {
namespace {

using nlohmann::json;

struct FieldCounter {
  FieldTargets targets;
  std::unordered_map<const json*, std::size_t> counts = {};

  /// Counts the fields inside a schema.
  std::size_t count(const json& written) {
    const json& node = *targets.of(written).node;
    if (const auto known = counts.find(&node); known != counts.end()) return known->second;
    std::size_t inside = 0;
    if (const auto properties = node.find("properties"); properties != node.end()) {
      for (const json& member : *properties) inside += 1 + count(member);
    }
    for (const char* part : {"items", "additionalProperties"}) {
      const auto found = node.find(part);
      if (found != node.end() && found->is_object()) inside += count(*found);
    }
    return counts[&node] = inside;
  }
};

}  // namespace

std::size_t count_fields(const json& schema) {
  return FieldCounter{FieldTargets(schema)}.count(schema);
}

}  // namespace simrules
