#include "render/diagnostics/markdown.h"

#include <cstddef>

#include <fmt/format.h>

#include "render/text/markdown.h"
#include "render/text/place.h"
#include "wording/number.h"

namespace simrules {
namespace {

/// What is left of 1 MiB is for other steps that write into the same summary.
constexpr std::size_t kTableBytes = 900'000;
constexpr std::size_t kCellBytes = 1000;

std::string row(const Diagnostic& diagnostic) {
  const auto code = [](const std::string& text) {
    return markdown_code(text, MarkdownPlace::kCell, kCellBytes);
  };
  return fmt::format("| {} | {} | {} | {} | {} |\n",
                     to_string(diagnostic.severity),
                     code(place_text(diagnostic.place)),
                     code(diagnostic.check),
                     code(diagnostic.message),
                     code(diagnostic.help));
}

}  // namespace

std::string diagnostics_as_markdown(const std::vector<Diagnostic>& diagnostics,
                                    const RunSummary& summary) {
  const std::size_t all = summary.errors + summary.warnings;
  std::string out = fmt::format("## {}: {}\n\n{}.\n",
                                summary.compared ? "Gate" : "Validation",
                                all == 0 ? "no findings" : count_text(summary),
                                scope_text(summary));
  if (summary.compared && summary.compared->left_out > 0) {
    out += fmt::format("\n{} not be compared.\n",
                       counted(summary.compared->left_out, "file could", "files could"));
  }
  if (summary.compared && !summary.compared->ignored.empty()) {
    out += "\nIgnored by the levels file:\n\n";
    for (const std::string& finding : summary.compared->ignored)
      out += "- " + markdown_code(finding, MarkdownPlace::kLine, kCellBytes) + "\n";
  }
  if (diagnostics.empty()) return out;
  out += "\n| Severity | Place | Check | Message | Help |\n|---|---|---|---|---|\n";
  std::size_t shown = 0;
  for (const Diagnostic& diagnostic : diagnostics) {
    const std::string line = row(diagnostic);
    if (out.size() + line.size() > kTableBytes) break;
    out += line;
    ++shown;
  }
  if (shown < all) {
    out += fmt::format("\n{} not shown.\n",
                       counted(all - shown, "more finding is", "more findings are"));
  }
  return out;
}

}  // namespace simrules
