#include "render/release/parts/deprecations.h"

#include <map>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/member.h"
#include "release/contents/json_text.h"
#include "release/contents/parts/small_files.h"
#include "render/release/parts/head.h"
#include "schema/reference.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kDeprecated = "x-deprecated";

/// Where policies stand in a dataset.
constexpr const char* kPolicies = "/policies/*";

/// Walks along a schema and notes what will go by its pointer.
void collect(const json& schema,
             const json& root,
             const std::string& pointer,
             std::map<std::string, json>& found) {
  const json& deprecated = member_of(schema, kDeprecated);
  if (deprecated.is_object()) found[pointer] = deprecated;
  if (const json& target = resolve(root, schema); &target != &schema)
    collect(target, root, pointer, found);
  for (const auto& [name, member] : member_of(schema, "properties").items())
    collect(member, root, fmt::format("{}/{}", pointer, name), found);
  for (const char* part : {"items", "additionalProperties"}) {
    const json& below = member_of(schema, part);
    if (below.is_object()) collect(below, root, pointer + "/*", found);
  }
}

}  // namespace

json deprecations_of(const json& policy_schema) {
  std::map<std::string, json> found;
  collect(policy_schema, policy_schema, kPolicies, found);
  json list = json::array();
  for (const auto& [pointer, deprecated] : found) {
    list.push_back({{"pointer", pointer},
                    {"since", deprecated.at("since")},
                    {"remove_after", deprecated.at("remove_after")},
                    {"use", member_of(deprecated, "use")}});
  }
  return list;
}

std::string deprecations_file(const ReleaseContent& content, const std::vector<ReleaseFile>&) {
  json text = small_file_head(kDeprecationsName, content);
  text["deprecations"] = deprecations_of(content.head.schema.schema().value());
  return compact_json_text(text);
}

}  // namespace simrules
