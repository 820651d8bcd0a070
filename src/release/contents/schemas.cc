#include "release/contents/schemas.h"

#include <utility>

namespace simrules {

std::optional<ContractSchemas> load_contract_schemas(const SchemaSource& source,
                                                     LanguagesPtr languages) {
  auto dataset = source("dataset");
  auto changes = source("changes");
  auto manifest = source("manifest");
  auto index = source("index");
  auto vocabulary = source("vocabulary");
  auto language = source("language");
  if (!dataset || !changes || !manifest || !index || !vocabulary || !language) return std::nullopt;
  return ContractSchemas{std::move(*dataset),
                         std::move(*changes),
                         std::move(*manifest),
                         std::move(*index),
                         std::move(*vocabulary),
                         std::move(*language),
                         std::move(languages)};
}

}  // namespace simrules
