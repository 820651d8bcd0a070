#include "render/page/page.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "render/page/parts.h"
#include "render/page/text.h"
#include "render/page/view.h"
#include "render/text/template.h"
#include "render/text/templates.h"

namespace simrules {

std::string page_html(const ReleaseContent& content,
                      const std::vector<ReleaseFile>& files,
                      const std::string& language) {
  const PageView view = view_of(content, files, language);
  const std::string style = kPageStyle + filters_style(view);
  nlohmann::json data = head_part(view);
  data.update({{"style", style},
               {"style_digest", csp_digest(style)},
               {"script", kPageScript},
               {"script_digest", csp_digest(kPageScript)},
               {"words", page_words(view.words)},
               {"brand_word", view.words.message("report", "brand")},
               {"answer", answers_part(view)},
               {"matrix", matrix_part(view)},
               {"filters", filters_part(view)},
               {"sections", sections_part(view)},
               {"changes", changes_part(view)},
               {"sure", confidence_part(view)},
               {"data", data_part(view)}});
  return render_template(kPageTemplate, data);
}

std::vector<ReleaseFile> pages(const ReleaseContent& content,
                               const std::vector<ReleaseFile>& files) {
  std::vector<ReleaseFile> out;
  for (const std::string& tag : page_languages(content.head.schema))
    out.push_back({page_name(tag), page_html(content, files, tag)});
  return out;
}

}  // namespace simrules
