#include "schema/built_in.h"

#include <utility>

#include <fmt/format.h>

#include "schema/embedded_schemas.h"

namespace simrules {

std::optional<Schema> built_in_schema(std::string_view name, std::string path) {
  const std::string_view text = embedded_schema(name);
  if (text.empty()) return std::nullopt;
  return Schema::from_checked(
      {SourceFile(std::move(path), std::string(text)), nlohmann::json::parse(text), {}});
}

std::string built_in_path(std::string_view name) {
  return fmt::format("<built-in>/schemas/{}.schema.json", name);
}

}  // namespace simrules
