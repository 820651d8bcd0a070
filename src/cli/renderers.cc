#include "cli/renderers.h"

#include "render/changelog.h"
#include "render/report_html.h"
#include "tool_version.h"

namespace simrules {

const std::vector<FileRenderer>& release_renderers() {
  static const std::vector<FileRenderer> table = {
      {"CHANGELOG.md", changelog_markdown, "1.0.0"},
      {"report.html", report_html, "1.0.0", kToolVersion},
  };
  return table;
}

}  // namespace simrules
