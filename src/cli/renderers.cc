#include "cli/renderers.h"

#include "render/changelog.h"
#include "render/report_html.h"
#include "tool_version.h"

namespace simrules {
namespace {

/// Makes a renderer of a function that needs no list of the other files.
template <std::string (*render)(const ReleaseContent&)>
std::string alone(const ReleaseContent& content, const std::vector<ReleaseFile>&) {
  return render(content);
}

}  // namespace

const std::vector<FileRenderer>& release_renderers() {
  static const std::vector<FileRenderer> table = {
      {"CHANGELOG.md", alone<changelog_markdown>, "1.0.0"},
      {"report.html", alone<report_html>, "1.0.0", kToolVersion},
  };
  return table;
}

}  // namespace simrules
