#include "render/release/parts/head.h"

#include <nlohmann/json.hpp>

#include "release/contents/parts/small_files.h"

namespace simrules {

nlohmann::json small_file_head(const char* file, const ReleaseContent& content) {
  return {{"$schema", small_schema_name(file)},
          {"schema_version", kSmallFileVersion},
          {"version", content.version},
          {"released", content.released}};
}

}  // namespace simrules
