#include "cli/sources/repository.h"

#include <charconv>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/disk/files.h"
#include "document/foreign_json.h"
#include "document/json_reader.h"
#include "schema/built_in.h"
#include "schema/embedded_languages.h"
#include "schema/embedded_schemas.h"
#include "schema/language/file.h"

namespace simrules {
namespace {

namespace fs = std::filesystem;

constexpr const char* kLanguages = "schemas/languages";

/// Returns what a shell has opened already and hands over by a name: `/dev/stdin`, `<(...)`.
std::optional<int> descriptor_of(std::string_view path) {
  constexpr std::string_view kFolder = "/dev/fd/";
  if (path == "/dev/stdin") return 0;
  if (!path.starts_with(kFolder)) return std::nullopt;
  path.remove_prefix(kFolder.size());
  int descriptor = 0;
  const auto read = std::from_chars(path.data(), path.data() + path.size(), descriptor);
  const bool is_one = read.ec == std::errc() && read.ptr == path.data() + path.size();
  return is_one ? std::optional(descriptor) : std::nullopt;
}

/// Lists the language files of a folder by their tags; none where there is no such folder.
std::map<std::string, std::string> language_paths(const std::string& folder) {
  std::map<std::string, std::string> paths;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const fs::path& path = entry.path();
    const bool is_hidden = path.filename().string().starts_with('.');
    if (path.extension() == ".json" && !is_hidden) paths[path.stem().string()] = path.string();
  }
  return paths;
}

std::string find_upward(const fs::path& start) {
  std::error_code ignored;
  for (fs::path folder = start;; folder = folder.parent_path()) {
    const fs::file_type type = fs::status(folder / "policies", ignored).type();
    // One that cannot be looked at is this repository's: another one further up is not meant.
    if (type == fs::file_type::directory || type == fs::file_type::none) return folder.string();
    // What lies around a git repository is somebody else's; but policies may be a repository themselves.
    const bool is_top = fs::exists(folder / ".git", ignored) && folder.filename() != "policies";
    if (is_top || folder == folder.parent_path()) return {};
  }
}

}  // namespace

std::string schema_path(const std::string& name) { return "schemas/" + name + ".schema.json"; }

Repository Repository::find(const std::string& given, const std::string& path) {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  Repository repository;
  repository.root_ = given.empty() ? find_upward(here) : (here / given).lexically_normal().string();
  if (!repository.found() && !path.empty())
    repository.root_ = find_upward((here / path).lexically_normal());
  return repository;
}

std::string Repository::path(const std::string& relative) const {
  return (fs::path(root_) / relative).string();
}

std::string Repository::shown(const std::string& relative) const {
  std::error_code error;
  return (fs::path(root_) / relative).lexically_relative(fs::current_path(error)).string();
}

bool Repository::has_schema(const std::string& name) const {
  std::error_code ignored;
  // One that cannot be looked at is there: reading it says why, and no other one is taken for it.
  return found() && fs::status(path(schema_path(name)), ignored).type() != fs::file_type::not_found;
}

std::optional<std::string> Repository::schema_text(const std::string& name,
                                                   DiagnosticSink& sink) const {
  const std::string relative = schema_path(name);
  if (!has_schema(name)) return std::string(embedded_schema(name));
  return read_file(path(relative), shown(relative), kSchemaLimits.file_bytes, sink);
}

std::string Repository::shown_schema(const std::string& name) const {
  return has_schema(name) ? shown(schema_path(name)) : built_in_path(name);
}

std::optional<Schema> Repository::load_schema(const std::string& name, DiagnosticSink& sink) const {
  auto text = schema_text(name, sink);
  if (!text) return std::nullopt;
  if (*text == embedded_schema(name)) return built_in_schema(name, shown_schema(name));
  auto document = read_json(shown_schema(name), std::move(*text), kSchemaLimits, sink);
  return document ? Schema::load(std::move(*document), sink) : std::nullopt;
}

std::optional<Schema> Repository::schema(const std::string& name, DiagnosticSink& sink) const {
  const auto [known, is_new] = schemas_.try_emplace(name);
  if (is_new) known->second = load_schema(name, sink);
  return known->second;
}

bool Repository::is_built_in(const std::string& name) const {
  DiagnosticList told_when_loaded;
  return !has_schema(name) || schema_text(name, told_when_loaded) == embedded_schema(name);
}

std::optional<PolicySchema> Repository::load_policy_schema(DiagnosticSink& sink) const {
  if (is_built_in("policy") && is_built_in("vocabulary")) {
    LanguagesPtr words = languages(sink);
    if (words == nullptr) return std::nullopt;
    return PolicySchema::from_checked(*built_in_schema("policy", shown_schema("policy")),
                                      std::move(words));
  }
  const auto vocabulary = schema("vocabulary", sink);
  auto text = schema_text("policy", sink);
  LanguagesPtr words = languages(sink);
  if (!vocabulary || !text || words == nullptr) return std::nullopt;
  auto document = read_json(shown_schema("policy"), std::move(*text), kSchemaLimits, sink);
  if (!document) return std::nullopt;
  return PolicySchema::load(std::move(*document), *vocabulary, sink, std::move(words));
}

LanguagesPtr Repository::load_languages(DiagnosticSink& sink) const {
  if (!found()) return built_in_languages();
  const auto files = read_language_files(shown(kLanguages), sink);
  if (!files) return nullptr;
  if (are_built_in(*files)) return built_in_languages();
  const auto shape = schema("language", sink);
  const auto policy = schema("policy", sink);
  if (!shape || !policy) return nullptr;
  return take_languages(*files, *shape, policy->value(), sink);
}

LanguagesPtr Repository::languages(DiagnosticSink& sink) const {
  if (!languages_) languages_ = load_languages(sink);
  return *languages_;
}

std::optional<std::string> Repository::language_text(const std::string& tag,
                                                     DiagnosticSink& sink) const {
  const std::string relative = std::string(kLanguages) + '/' + tag + ".json";
  if (found() && language_paths(path(kLanguages)).contains(tag)) {
    return read_file(path(relative), shown(relative), kSchemaLimits.file_bytes, sink);
  }
  for (const LanguageText& language : embedded_languages()) {
    if (language.tag == tag) return language.text;
  }
  return std::nullopt;
}

std::vector<std::string> Repository::language_tags() const {
  std::set<std::string> tags;
  for (const std::string& tag : built_in_languages()->tags()) tags.insert(tag);
  if (found()) {
    for (const auto& [tag, file] : language_paths(path(kLanguages))) tags.insert(tag);
  }
  tags.erase(std::string(kFallbackLanguage));
  std::vector<std::string> all = {std::string(kFallbackLanguage)};
  all.insert(all.end(), tags.begin(), tags.end());
  return all;
}

std::optional<PolicySchema> Repository::policy_schema(DiagnosticSink& sink) const {
  if (!policy_schema_) policy_schema_ = load_policy_schema(sink);
  return *policy_schema_;
}

std::optional<ContractSchemas> Repository::contract_schemas(DiagnosticSink& sink) const {
  LanguagesPtr words = languages(sink);
  if (words == nullptr) return std::nullopt;
  return load_contract_schemas(
      [this, &sink](const std::string& name) { return schema(name, sink); }, std::move(words));
}

std::vector<std::string> language_tags() { return Repository::find("").language_tags(); }

std::optional<std::vector<LanguageFile>> read_language_files(const std::string& folder,
                                                             DiagnosticSink& sink) {
  std::vector<LanguageFile> files;
  bool is_fine = true;
  for (const auto& [tag, file] : language_paths(folder)) {
    auto text = read_file(file, file, kSchemaLimits.file_bytes, sink);
    is_fine = is_fine && text.has_value();
    if (text) files.push_back({tag, file, std::move(*text)});
  }
  return is_fine ? std::optional(std::move(files)) : std::nullopt;
}

std::optional<Schema> load_schema_file(const std::string& path, DiagnosticSink& sink) {
  auto text = read_file(path, path, kSchemaLimits.file_bytes, sink);
  if (!text) return std::nullopt;
  auto document = read_json(path, std::move(*text), kSchemaLimits, sink);
  if (!document) return std::nullopt;
  return Schema::load(std::move(*document), sink);
}

std::optional<Document> read_foreign_schema(const std::string& path, DiagnosticSink& sink) {
  const std::optional<int> handed_over = descriptor_of(path);
  constexpr std::size_t kMost = kForeignSchemaLimits.file_bytes;
  auto text = handed_over ? read_descriptor(*handed_over, path, kMost, sink)
                          : read_file(path, path, kMost, sink);
  if (!text) return std::nullopt;
  return read_foreign_json(path, std::move(*text), kForeignSchemaLimits, sink);
}

}  // namespace simrules
