#include "cli/sources/translations.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/disk/files.h"
#include "base/report_error.h"
#include "base/text.h"
#include "document/po_reader.h"

namespace simrules {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".po";

/// The files of translations of one folder, by the name of the policy.
using Found = std::map<std::string, std::vector<TranslationFile>>;

/// Lists what lies in a folder, sorted; nothing where it cannot be read, which reading a policy tells.
Found look_into(const fs::path& folder) {
  Found found;
  std::error_code unreadable;
  std::set<std::string> names;
  for (fs::directory_iterator at(folder, unreadable), end; !unreadable && at != end;
       at.increment(unreadable)) {
    names.insert(at->path().filename().string());
  }
  for (const std::string& name : names) {
    const auto [policy, language] = translated_policy(name);
    if (!policy.empty()) found[policy].push_back({language, (folder / name).string(), name});
  }
  return found;
}

std::optional<std::string> text_of(const TranslationFile& file, DiagnosticSink& sink) {
  return file.text ? file.text : read_file(file.path, file.shown, kPoLimits.file_bytes, sink);
}

}  // namespace

std::pair<std::string, std::string> translated_policy(const std::string& name) {
  if (!name.ends_with(kEnding)) return {};
  const std::string stem = name.substr(0, name.size() - kEnding.size());
  const std::size_t file = stem.rfind('/') == std::string::npos ? 0 : stem.rfind('/') + 1;
  const std::size_t dot = stem.rfind('.');
  if (dot == std::string::npos || dot <= file || dot + 1 == stem.size()) return {};
  return {stem.substr(0, dot) + ".yaml", stem.substr(dot + 1)};
}

void find_translations(std::vector<InputFile>& files, DiagnosticSink& sink) {
  std::map<fs::path, Found> folders;
  for (InputFile& file : files) {
    if (file.text || file.path == "-") continue;
    const fs::path path(file.path);
    const auto [folder, is_new] = folders.try_emplace(path.parent_path());
    const fs::path shown = fs::path(file.shown).parent_path();
    if (is_new) {
      folder->second = look_into(folder->first.empty() ? "." : folder->first);
      for (const auto& [policy, translations] : folder->second) {
        std::error_code ignored;
        if (fs::exists(fs::symlink_status(folder->first / policy, ignored))) continue;
        report_error(sink,
                     "translation-orphan",
                     (shown / translations.front().shown).string(),
                     fmt::format("there is no policy {} beside it", quoted(policy)),
                     "name it after its policy: `au.ja.po` for `au.yaml`");
      }
    }
    file.translations = folder->second[path.filename().string()];
    for (TranslationFile& translation : file.translations)
      translation.shown = (shown / translation.shown).string();
  }
}

bool has_translations(const InputFile& policy, const std::vector<FileDigest>& digests) {
  DiagnosticList told_when_read;
  return std::ranges::equal(
      policy.translations, digests, [&](const TranslationFile& file, const FileDigest& digest) {
        const auto text = text_of(file, told_when_read);
        const bool has_name = fs::path(file.shown).filename() == fs::path(digest.path).filename();
        return text && has_name && sha256_hex(*text) == digest.sha256;
      });
}

TranslatedPlaces read_translations(const InputFile& policy,
                                   const PolicySchema& schema,
                                   Document& document,
                                   std::vector<FileDigest>& digests,
                                   DiagnosticSink& sink) {
  TranslatedPlaces places;
  for (const TranslationFile& file : policy.translations) {
    auto text = text_of(file, sink);
    if (!text) continue;
    digests.push_back({file.shown, sha256_hex(*text)});
    const auto translations = read_po(file.shown, std::move(*text), sink);
    if (!translations) continue;
    places.merge(add_translations(*translations, file.language, schema, document, sink));
  }
  return places;
}

}  // namespace simrules
