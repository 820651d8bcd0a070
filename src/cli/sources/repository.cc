#include "cli/sources/repository.h"

#include <filesystem>
#include <string>
#include <utility>

#include "base/disk/files.h"
#include "document/json_reader.h"
#include "schema/built_in.h"
#include "schema/embedded_schemas.h"

namespace simrules {
namespace {

namespace fs = std::filesystem;

std::string schema_path(const std::string& name) { return "schemas/" + name + ".schema.json"; }

std::string find_upward(const fs::path& start) {
  std::error_code ignored;
  for (fs::path folder = start;; folder = folder.parent_path()) {
    const fs::file_type type = fs::status(folder / "policies", ignored).type();
    // One that cannot be looked at is this repository's: another one further up is not meant.
    if (type == fs::file_type::directory || type == fs::file_type::none) return folder.string();
    if (folder == folder.parent_path()) return {};
  }
}

}  // namespace

Repository Repository::find(const std::string& given) {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  Repository repository;
  repository.root_ = given.empty() ? find_upward(here) : (here / given).lexically_normal().string();
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

std::optional<Document> Repository::schema_document(const std::string& name,
                                                    DiagnosticSink& sink) const {
  auto text = schema_text(name, sink);
  if (!text) return std::nullopt;
  return read_json(shown_schema(name), std::move(*text), kSchemaLimits, sink);
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

std::optional<PolicySchema> Repository::load_policy_schema(DiagnosticSink& sink) const {
  const auto vocabulary = schema("vocabulary", sink);
  auto text = schema_text("policy", sink);
  if (!vocabulary || !text) return std::nullopt;
  const bool is_checked = *text == embedded_schema("policy") &&
                          vocabulary->document().source.text() == embedded_schema("vocabulary");
  if (is_checked) {
    return PolicySchema::from_checked(*built_in_schema("policy", shown_schema("policy")));
  }
  auto document = read_json(shown_schema("policy"), std::move(*text), kSchemaLimits, sink);
  if (!document) return std::nullopt;
  return PolicySchema::load(std::move(*document), *vocabulary, sink);
}

std::optional<PolicySchema> Repository::policy_schema(DiagnosticSink& sink) const {
  if (!policy_schema_) policy_schema_ = load_policy_schema(sink);
  return *policy_schema_;
}

std::optional<ContractSchemas> Repository::contract_schemas(DiagnosticSink& sink) const {
  return load_contract_schemas(
      [this, &sink](const std::string& name) { return schema(name, sink); });
}

std::optional<Schema> load_schema_file(const std::string& path, DiagnosticSink& sink) {
  auto text = read_file(path, path, kSchemaLimits.file_bytes, sink);
  if (!text) return std::nullopt;
  auto document = read_json(path, std::move(*text), kSchemaLimits, sink);
  if (!document) return std::nullopt;
  return Schema::load(std::move(*document), sink);
}

}  // namespace simrules
