#include "render/release/page.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "render/changes/html.h"
#include "render/release/page_data.h"
#include "render/release/page_words.h"
#include "render/text/template.h"
#include "render/text/templates.h"
#include "render/text/verdict_mark.h"
#include "wording/rule.h"
#include "wording/words.h"

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

std::string released_text(const ReleaseContent& content, const Language& words) {
  const std::string day =
      fmt::format("<time datetime=\"{0}\">{0}</time>", html_escaped(content.released));
  return page_text(words, "released", {{"version", html_escaped(content.version)}, {"day", day}});
}

/// Explains how sure a rule is, the words of confidences marked.
std::string sure_text(const char* use, const Language& words) {
  const auto marked = [&](Confidence confidence) {
    return fmt::format("<em>{}</em>", html_escaped(confidence_word(confidence, words)));
  };
  return page_text(words,
                   use,
                   {{"confirmed", marked(Confidence::kConfirmed)},
                    {"claimed", marked(Confidence::kClaimed)},
                    {"disputed", marked(Confidence::kDisputed)},
                    {"unverified", marked(Confidence::kUnverified)}});
}

std::string base_text(const ReleaseContent& content, const Language& words) {
  return page_text(words,
                   "compared",
                   {{"version", html_escaped(content.previous->link.version)},
                    {"summary", html_escaped(summary_line(content.differences, words))}});
}

std::string previous_text(const PreviousRelease& previous, const Language& words) {
  const std::string digest =
      fmt::format("<code>{}</code>", html_escaped(previous.link.manifest_sha256));
  return page_text(words,
                   "previous_digest",
                   {{"version", html_escaped(previous.link.version)}, {"digest", digest}});
}

/// Lists the changes since the release before.
json changes_data(const ReleaseContent& content) {
  const ChangeContext context{
      content.previous->dataset.catalog, content.head.catalog, content.head.schema, kLanguage};
  return change_sections_data(
      {content.base_origin, content.head_origin, content.plan, content.differences, context});
}

}  // namespace

std::string page_html(const ReleaseContent& content) {
  const bool has_base = content.previous.has_value();
  const Language& words = content.head.schema.language(kLanguage);
  const Catalog& catalog = content.current.whole;
  std::size_t rules = 0;
  for (const Policy& policy : catalog.policies()) rules += policy.rules.size();
  return render_template(
      kReportTemplate,
      {{"version", content.version},
       {"released", content.released},
       {"schema_version", content.head.schema_version},
       {"dataset_sha256", content.head.sha256},
       {"tool_version", content.tool_version},
       {"licence", content.head.about.licence.empty() ? kNoLicence : content.head.about.licence},
       {"html_lang", words.html_lang},
       {"words", page_words(words)},
       {"title", page_text(words, "title", {{"version", content.version}})},
       {"released_text", released_text(content, words)},
       {"held",
        page_text(words,
                  "held",
                  {{"policies", counted(words, "policies", catalog.policies().size())},
                   {"rules", counted(words, "rules", rules)}})},
       {"sure", sure_text("sure", words)},
       {"sure_others", sure_text("sure_others", words)},
       {"compared", has_base ? base_text(content, words) : ""},
       {"previous_digest", has_base ? previous_text(*content.previous, words) : ""},
       {"legend", legend_data(content.head.schema)},
       {"countries", country_data(catalog, content.head.schema)},
       {"has_base", has_base},
       {"sections", has_base ? changes_data(content) : json::array()}});
}

}  // namespace simrules
