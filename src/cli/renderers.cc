#include "cli/renderers.h"

#include "render/changelog.h"
#include "render/report_html.h"

namespace simrules {

const std::vector<FileRenderer>& release_renderers() {
  static const std::vector<FileRenderer> table = {
      {"CHANGELOG.md", changelog_markdown},
      {"report.html", report_html},
  };
  return table;
}

}  // namespace simrules
