#include "render/release/page.h"

#include <nlohmann/json.hpp>

#include "render/changes/html.h"
#include "render/release/page_data.h"
#include "render/text/template.h"
#include "render/text/templates.h"
#include "render/text/verdict_mark.h"
#include "wording/number.h"
#include "wording/rule.h"

namespace simrules {
namespace {

using nlohmann::json;

constexpr const char* kLanguage = "en";

/// Explains each verdict that the schema knows with its mark, the worst first.
json legend_data(const PolicySchema& schema) {
  json legend = json::array();
  for (const std::string& topic : schema.topics()) {
    const FieldSpec* verdicts = rule_field(schema, topic, field::kVerdict);
    if (verdicts == nullptr) continue;
    for (const std::string& word : verdicts->words) {
      const VerdictMark& mark = verdict_mark(word);
      legend.push_back({{"shape", mark.shape},
                        {"class", mark.css_class},
                        {"word", verdicts->word_label(word, kLanguage)}});
    }
    break;
  }
  return legend;
}

/// Lists the changes since the release before.
json changes_data(const ReleaseContent& content) {
  const ChangeContext context{
      content.previous->dataset.catalog, content.head.catalog, content.head.schema, kLanguage};
  return change_sections_data(
      {content.base_origin, content.head_origin, content.plan, content.changes, context});
}

}  // namespace

std::string page_html(const ReleaseContent& content) {
  const bool has_base = content.previous.has_value();
  const Catalog& catalog = content.head.catalog;
  std::size_t rules = 0;
  for (const Policy& policy : catalog.policies()) rules += policy.rules.size();
  return render_template(
      kReportTemplate,
      {{"version", content.version},
       {"released", content.released},
       {"schema_version", content.head.schema_version},
       {"dataset_sha256", content.head.sha256},
       {"tool_version", content.tool_version},
       {"policies_total", counted(catalog.policies().size(), "policy", "policies")},
       {"rules_total", counted(rules, "rule", "rules")},
       {"legend", legend_data(content.head.schema)},
       {"countries", country_data(catalog, content.head.schema)},
       {"has_base", has_base},
       {"base_version", has_base ? content.previous->link.version : ""},
       {"base_manifest", has_base ? content.previous->link.manifest_sha256 : ""},
       {"summary", summary_line(content.changes, kLanguage)},
       {"sections", has_base ? changes_data(content) : json::array()}});
}

}  // namespace simrules
