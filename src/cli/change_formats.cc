#include "cli/change_formats.h"

#include <nlohmann/json.hpp>

#include "release/contents/changes_json.h"
#include "release/contents/json_text.h"
#include "render/changes/github.h"
#include "render/changes/html.h"
#include "render/changes/markdown.h"
#include "render/changes/text.h"

namespace simrules {

const std::vector<NamedFormat<Comparison>>& change_formats() {
  using Report = Comparison;
  static const std::vector<NamedFormat<Report>> kTable = {
      {"text", [](const Report& report, bool color) { return changes_as_text(report, color); }},
      {"json",
       [](const Report& report, bool) {
         return json_text(changes_json(report.base,
                                       report.head,
                                       report.differences,
                                       report.version,
                                       report.context,
                                       report.announced));
       }},
      {"markdown", [](const Report& report, bool) { return changes_as_markdown(report); }},
      {"github", [](const Report& report, bool) { return changes_as_github(report); }},
      {"html", [](const Report& report, bool) { return changes_as_html(report); }},
  };
  return kTable;
}

}  // namespace simrules
