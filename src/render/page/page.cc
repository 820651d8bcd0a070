#include "render/page/page.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "render/page/parts.h"
#include "render/page/text.h"
#include "render/page/view.h"
#include "render/text/template.h"
#include "render/text/templates.h"

namespace simrules {

namespace {

using nlohmann::json;

/// How many policies one page bears.
constexpr std::size_t kPolicies = 100;

/// What every page has, whatever else it tells.
json frame(const PageView& view) {
  const std::string style = kPageStyle + (view.part.empty() ? filters_style(view) : "");
  json data = head_part(view);
  data.update({{"style", style},
               {"style_digest", csp_digest(style)},
               {"script", kPageScript},
               {"script_digest", csp_digest(kPageScript)},
               {"words", page_words(view.words)},
               {"brand_word", view.words.message("report", "brand")},
               {"is_part", !view.part.empty()},
               {"is_split", view.is_split && view.part.empty()},
               {"start", view.part.empty() ? "brands" : "each"}});
  return data;
}

std::string whole_page(const PageView& view) {
  json data = frame(view);
  data.update({{"answer", answers_part(view)},
               {"matrix", matrix_part(view)},
               {"filters", filters_part(view)},
               {"has_sections", !view.is_split},
               {"sections", view.is_split ? json::array() : sections_part(view)},
               {"parts", parts_part(view)},
               {"changes", changes_part(view)},
               {"sure", confidence_part(view)},
               {"data", data_part(view)}});
  return render_template(kPageTemplate, data);
}

std::string page_of_part(const PageView& view) {
  json data = frame(view);
  data.update({{"has_sections", true},
               {"sections", sections_part(view)},
               {"part_name", part_name(view.part, view.words)},
               {"whole", page_name(view.language())}});
  return render_template(kPageTemplate, data);
}

}  // namespace

std::string page_html(const ReleaseContent& content,
                      const std::vector<ReleaseFile>& files,
                      const std::string& language) {
  return whole_page(view_of(content, files, language));
}

std::vector<ReleaseFile> pages(const ReleaseContent& content,
                               const std::vector<ReleaseFile>& files,
                               const std::string& language) {
  PageView view = view_of(content, files, language);
  view.is_split = view.policies.size() > kPolicies;
  std::vector<ReleaseFile> out = {{page_name(language), whole_page(view)}};
  if (!view.is_split) return out;
  for (const std::string& part : parts_of(view))
    out.push_back({page_name(language, part), page_of_part(only_part(view, part))});
  return out;
}

}  // namespace simrules
