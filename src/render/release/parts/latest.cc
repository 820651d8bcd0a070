#include "render/release/parts/latest.h"

#include <nlohmann/json.hpp>

#include "release/contents/json_text.h"
#include "release/contents/parts/small_files.h"
#include "schema/embedded_schemas.h"

namespace simrules {

std::string latest_file(const Index& index) {
  const IndexEntry& newest = index.releases.back();
  return json_text({{"$schema", kLatestSchemaName},
                    {"schema_version", kSmallFileVersion},
                    {"version", newest.version},
                    {"path", newest.version},
                    {"released", newest.released},
                    {"manifest_sha256", newest.manifest_sha256}});
}

std::string published_index_schema(const Index&) { return std::string(embedded_schema("index")); }

std::string published_latest_schema(const Index&) { return std::string(embedded_schema("latest")); }

}  // namespace simrules
