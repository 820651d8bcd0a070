#include "cli/sources/levels_file.h"

#include <filesystem>
#include <utility>

#include "cli/sources/loader.h"
#include "document/yaml_reader.h"
#include "schema/schema_check.h"

namespace simrules {
namespace {

InputFile levels_input(const std::string& path, const Repository& repository) {
  if (!path.empty()) return {path, path};
  if (!repository.found()) return {};
  std::error_code ignored;
  const bool is_there = std::filesystem::exists(
      std::filesystem::symlink_status(repository.path(kLevelsName), ignored));
  return is_there ? InputFile{repository.path(kLevelsName), repository.shown(kLevelsName)}
                  : InputFile{};
}

}  // namespace

std::optional<LevelsFile> load_levels(const std::string& path,
                                      const Repository& repository,
                                      DiagnosticSink& sink,
                                      const std::optional<std::string>& base) {
  InputFile input = levels_input(path, repository);
  if (base) input = {base->empty() ? "" : kLevelsName, kLevelsName, base};
  if (input.path.empty()) return LevelsFile{};
  const auto schema = repository.levels_schema(sink);
  if (!schema) return std::nullopt;
  auto text = read_input(input, sink);
  if (!text) return std::nullopt;
  auto document = read_yaml(input.shown, std::move(*text), {}, sink);
  if (!document || !SchemaChecker(*schema).check(*document, sink)) return LevelsFile{};
  std::vector<LevelEntry> entries = read_levels(document->value);
  return LevelsFile{std::move(document), std::move(entries)};
}

}  // namespace simrules
