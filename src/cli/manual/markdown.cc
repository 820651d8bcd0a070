#include <string_view>

#include <fmt/format.h>

#include "cli/manual/manual.h"

namespace simrules {
namespace {

constexpr std::string_view kHead =
    "# Commands\n\nThis page is generated: `simrules man --markdown >COMMANDS.md` writes it, and a "
    "test fails while it is stale.\n";

std::string list_item(const ManualPart& part) {
  const char* between = part.term.empty() || part.value.empty() ? "" : " ";
  return fmt::format("- `{}{}{}`: {}\n", part.term, between, part.value, part.text);
}

}  // namespace

std::string manual_as_markdown(const std::vector<ManualPart>& parts) {
  std::string text(kHead);
  bool in_list = false;
  for (const ManualPart& part : parts) {
    const bool is_entry = part.kind == PartKind::kEntry;
    if (!is_entry || !in_list) text += '\n';
    in_list = is_entry;
    switch (part.kind) {
      case PartKind::kSection:
        text += fmt::format("## {}\n", part.text);
        break;
      case PartKind::kCommand:
        text += fmt::format("### {}\n", part.text);
        break;
      case PartKind::kProse:
        text += part.text + '\n';
        break;
      case PartKind::kEntry:
        text += list_item(part);
        break;
      case PartKind::kShell:
        text += fmt::format("```sh\n{}\n```\n", part.text);
        break;
    }
  }
  return text;
}

}  // namespace simrules
