#include "release/contents/words.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "release/reporting.h"

namespace simrules {
namespace {

constexpr std::string_view kStart = "language.";
constexpr std::string_view kEnd = ".json";

}  // namespace

std::string language_file_name(std::string_view tag) {
  return fmt::format("{}{}{}", kStart, tag, kEnd);
}

std::optional<std::string> language_tag_of(std::string_view name) {
  const bool is_language = name.size() > kStart.size() + kEnd.size() && name.starts_with(kStart) &&
                           name.ends_with(kEnd) && name != kLanguageSchemaName;
  if (!is_language) return std::nullopt;
  name.remove_prefix(kStart.size());
  name.remove_suffix(kEnd.size());
  return std::string(name);
}

LanguagesPtr words_of_release(const std::vector<LanguageFile>& files,
                              const ContractSchemas& schemas,
                              DiagnosticSink& sink) {
  if (files.empty()) return schemas.languages;
  if (std::ranges::find(files, kFallbackLanguage, &LanguageFile::tag) != files.end())
    return shipped_languages(files, schemas.language, sink);
  report_error(
      sink,
      "release-unreadable",
      files.front().path,
      fmt::format(
          "{} is not beside {}", language_file_name(kFallbackLanguage), quoted(files.front().path)),
      "restore the files of the release from where they were published");
  return nullptr;
}

}  // namespace simrules
