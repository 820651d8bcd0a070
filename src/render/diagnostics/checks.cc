#include "render/diagnostics/checks.h"

#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/example.h"
#include "release/contents/json_text.h"
#include "release/contents/schemas.h"
#include "render/text/markdown.h"

namespace simrules {
namespace {

constexpr const char* kPageHead =
    "# Checks\n\n"
    "Every finding ends with the id of its check in brackets; `simrules explain CHECK` tells the\n"
    "same as this page. A text that an example repeats is shown three times.\n\n"
    "This page is generated: `simrules explain --output markdown=policies/CHECKS.md` writes it\n"
    "from the tables of checks in `src/`.\n\n"
    "| check | severity | finds |\n"
    "|---|---|---|\n";

std::string example_text(std::string_view example, std::string_view indentation) {
  std::string shown;
  for (const std::string& line : shown_example(example)) {
    shown += fmt::format("{}{}\n", indentation, line);
  }
  return shown;
}

std::string one_as_text(const CheckInfo& check) {
  return fmt::format("{} ({})\n\n{}\n{}\n\nwrong:\n{}\nright:\n{}",
                     check.id,
                     to_string(check.severity),
                     check.summary,
                     check.why,
                     example_text(check.wrong, "    "),
                     example_text(check.right, "    "));
}

std::string one_as_markdown(const CheckInfo& check) {
  return fmt::format("## {}\n\n{} {}\n\nWrong:\n\n{}\nRight:\n\n{}",
                     check.id,
                     check.summary,
                     check.why,
                     markdown_block(example_text(check.wrong, "")),
                     markdown_block(example_text(check.right, "")));
}

}  // namespace

std::string checks_as_text(const std::vector<CheckInfo>& checks) {
  if (checks.size() == 1) return one_as_text(checks.front());
  std::string text;
  for (const CheckInfo& check : checks) text += fmt::format("{:<32} {}\n", check.id, check.summary);
  return text;
}

std::string checks_as_json(const std::vector<CheckInfo>& checks) {
  nlohmann::json rows = nlohmann::json::array();
  for (const CheckInfo& check : checks) {
    rows.push_back({{"check", check.id},
                    {"severity", to_string(check.severity)},
                    {"summary", check.summary},
                    {"why", check.why},
                    {"wrong", shown_example(check.wrong)},
                    {"right", shown_example(check.right)}});
  }
  return json_text({{"schema_version", kJsonSchemaVersion}, {"checks", rows}});
}

std::string checks_as_markdown(const std::vector<CheckInfo>& checks) {
  if (checks.size() == 1) return one_as_markdown(checks.front());
  std::string page = kPageHead;
  for (const CheckInfo& check : checks) {
    page += fmt::format(
        "| [{0}](#{0}) | {1} | {2} |\n", check.id, to_string(check.severity), check.summary);
  }
  for (const CheckInfo& check : checks) page += "\n" + one_as_markdown(check);
  return page;
}

}  // namespace simrules
