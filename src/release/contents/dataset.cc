#include "release/contents/dataset.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "base/text.h"
#include "release/contents/answers.h"
#include "release/contents/derived_name.h"
#include "release/contents/explicit_nulls.h"
#include "release/contents/told/one_type.h"
#include "release/contents/words.h"
#include "release/reporting.h"
#include "wording/rule.h"

namespace simrules {
namespace {

using nlohmann::json;

void add_derived(const Policy& shown, const PolicySchema& schema, json& value) {
  for (const Rule& rule : shown.rules) {
    json& entry = value[json::json_pointer(rule.pointer)];
    entry[derived_name::kConfidence] = to_string(rule.confidence);
    entry[derived_name::kTopic] = rule.topic;
    entry[derived_name::kRef] = to_string(full_name(shown, rule));
    for (const std::string& language : schema.languages()) {
      entry[derived_name::kSentence][language] = rule_sentence(rule, shown, schema, language);
      entry[derived_name::kShort][language] = rule_short(rule, shown, schema, language);
    }
  }
  value[derived_name::kSource] = {{"path", shown.path}, {"sha256", shown.sha256.hex()}};
}

/// Tells a policy as a dataset does, with what follows from it.
json told_policy(const Policy& shown, const DatasetParts& parts, const PartialDate& day) {
  const json& definitions = parts.description.written.at("definitions");
  const json& shape = definitions.at("policy");
  json value = shown.raw();
  add_terms_over_time(value, *parts.stated.find(shown.id), parts.current, parts.schema, day);
  add_derived(shown, parts.schema, value);
  value[derived_name::kAnswers] = answers_json(parts.current.on_day.find(shown.id), parts.schema);
  add_explicit_nulls(value, shape, definitions);
  return told_value(value, shape, definitions);
}

bool is_new(std::set<std::string>& ids,
            std::string id,
            const std::string& path,
            DiagnosticSink& sink) {
  const auto [place, inserted] = ids.insert(std::move(id));
  return inserted || report_error(sink,
                                  "release-duplicate-id",
                                  path,
                                  fmt::format("{} is there twice", quoted(*place)),
                                  "restore the dataset that was released");
}

bool is_like(const Dataset& like,
             const Document& text,
             const std::vector<LanguageFile>& languages) {
  const auto is_known = [&like](const LanguageFile& file) {
    return std::ranges::any_of(like.schema.language_files(), [&](const LanguageText& known) {
      return known.tag == file.tag && known.text == file.text;
    });
  };
  return like.schema_text == text.source.text() &&
         languages.size() == like.schema.language_files().size() &&
         std::ranges::all_of(languages, is_known);
}

}  // namespace

json make_dataset(const DatasetParts& parts,
                  const std::string& version,
                  const std::string& released,
                  const DatasetAbout& about,
                  const Jobs& jobs) {
  const PartialDate day = parse_date(released).value_or(PartialDate{});
  const std::vector<Policy>& shown = parts.current.whole.policies();
  json policies = std::vector<json>(shown.size());
  for_each_index(shown.size(), jobs, "policies told", [&](std::size_t i, std::size_t) {
    policies[i] = told_policy(shown[i], parts, day);
  });
  json dataset = {{"$schema", kDatasetSchemaName},
                  {"schema_version", kDatasetSchemaVersion},
                  {"version", version},
                  {"released", released},
                  {"license", kNoLicence},
                  {"policies", std::move(policies)}};
  put_about(about, dataset);
  put_page(about, dataset);
  return dataset;
}

std::optional<PolicySchema> shipped_policy_schema(Document text,
                                                  const std::vector<LanguageFile>& languages,
                                                  const Dataset* like,
                                                  const ContractSchemas& schemas,
                                                  DiagnosticSink& sink) {
  if (like != nullptr && is_like(*like, text, languages)) return like->schema;
  LanguagesPtr words = words_of_release(languages, schemas, sink);
  if (words == nullptr) return std::nullopt;
  return PolicySchema::load(std::move(text), schemas.vocabulary, sink, std::move(words));
}

bool has_unique_ids(const Catalog& catalog, const std::string& path, DiagnosticSink& sink) {
  std::set<std::string> ids;
  for (const Policy& policy : catalog.policies()) {
    if (!is_new(ids, policy.id, path, sink)) return false;
    for (const Rule& rule : policy.rules) {
      if (!is_new(ids, to_string(full_name(policy, rule)), path, sink)) return false;
    }
  }
  return true;
}

bool has_known_version(const Document& document, DiagnosticSink& sink) {
  const json version =
      document.value.is_object() ? document.value.value("schema_version", json()) : json();
  if (!version.is_number_integer() || version <= kDatasetSchemaVersion) return true;
  return report_error(sink,
                      "release-newer",
                      document.source.path(),
                      fmt::format("{} has schema version {}, this tool knows versions up to {}",
                                  quoted(document.source.path()),
                                  version.dump(),
                                  kDatasetSchemaVersion),
                      "use a newer version of simrules");
}

std::string policies_digest(const Catalog& catalog, const std::vector<CheckedPolicy>& unread) {
  std::vector<std::string> lines;
  const auto add = [&](const std::string& sha256, const auto& policy) {
    lines.push_back(fmt::format("{}  {}\n", sha256, policy.path));
    for (const FileDigest& file : policy.translations)
      lines.push_back(fmt::format("{}  {}\n", file.sha256, file.path));
  };
  for (const Policy& policy : catalog.policies()) add(policy.sha256.hex(), policy);
  for (const CheckedPolicy& policy : unread) add(policy.sha256, policy);
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (const std::string& line : lines) text += line;
  return sha256_hex(text);
}

}  // namespace simrules
