#include "cli/change_formats.h"

#include <nlohmann/json.hpp>

#include "release/changes_json.h"
#include "release/json_text.h"
#include "render/changes_github.h"
#include "render/changes_html.h"
#include "render/changes_markdown.h"
#include "render/changes_text.h"

namespace simrules {

FormatTable change_formats(const ChangeReport& report) {
  return {
      {"text", [&report](bool color) { return changes_as_text(report, color); }},
      {"json",
       [&report](bool) {
         return json_text(changes_json(
             report.base, report.head, report.changes, report.version, report.announced));
       }},
      {"markdown", [&report](bool) { return changes_as_markdown(report); }},
      {"github", [&report](bool) { return changes_as_github(report); }},
      {"html", [&report](bool) { return changes_as_html(report); }},
  };
}

}  // namespace simrules
