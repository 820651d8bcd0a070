#include "render/release/parts/latest.h"

#include <algorithm>
#include <string_view>

#include <nlohmann/json.hpp>

#include "release/contents/json_text.h"
#include "release/contents/parts/small_files.h"
#include "schema/embedded_schemas.h"

namespace simrules {
namespace {

using nlohmann::json;

bool is_split(const IndexEntry& release) { return release.dataset != kDatasetName; }

/// Returns a schema with its line about split datasets only where there is one, so that what lies beside
/// the releases of others stays as it is.
std::string published_schema(std::string_view name, const Index& index) {
  std::string text(embedded_schema(name));
  if (std::ranges::any_of(index.releases, is_split)) return text;
  const std::size_t member = text.find("\"dataset\": {");
  const std::size_t begin = text.rfind('\n', member);
  return text.erase(begin, text.find('\n', member) - begin);
}

}  // namespace

std::string latest_file(const Index& index) {
  const IndexEntry& newest = index.releases.back();
  json latest = {{"$schema", kLatestSchemaName},
                 {"schema_version", kSmallFileVersion},
                 {"version", newest.version},
                 {"path", newest.version},
                 {"released", newest.released},
                 {"manifest_sha256", newest.manifest_sha256}};
  if (is_split(newest)) latest["dataset"] = newest.dataset;
  return json_text(latest);
}

std::string published_index_schema(const Index& index) { return published_schema("index", index); }

std::string published_latest_schema(const Index& index) {
  return published_schema("latest", index);
}

}  // namespace simrules
