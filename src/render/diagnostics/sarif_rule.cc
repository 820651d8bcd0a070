#include "render/diagnostics/sarif_rule.h"

#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/example.h"
#include "base/text.h"
#include "render/text/markdown.h"

namespace simrules {
namespace {

/// GitHub takes 1,024 characters of a description.
constexpr std::size_t kDescriptionBytes = 900;

std::string example_text(const char* example) {
  std::string text;
  for (const std::string& line : shown_example(example)) text += line + "\n";
  return text;
}

std::string help_text(const CheckInfo& check) {
  return fmt::format("{}\n\nWrong:\n\n{}\nRight:\n\n{}",
                     check.why,
                     example_text(check.wrong),
                     example_text(check.right));
}

std::string help_markdown(const CheckInfo& check) {
  return fmt::format("{}\n\nWrong:\n\n{}\nRight:\n\n{}",
                     check.why,
                     markdown_block(example_text(check.wrong)),
                     markdown_block(example_text(check.right)));
}

}  // namespace

nlohmann::json sarif_rule(const CheckInfo& check) {
  const std::string summary = printable(check.summary, kDescriptionBytes);
  const std::string why = printable(check.why, kDescriptionBytes - summary.size());
  return {{"id", check.id},
          {"shortDescription", {{"text", summary}}},
          {"fullDescription", {{"text", summary + "\n" + why}}},
          {"help", {{"text", help_text(check)}, {"markdown", help_markdown(check)}}},
          {"defaultConfiguration", {{"level", to_string(check.severity)}}},
          {"properties",
           {{"precision", "very-high"}, {"problem.severity", to_string(check.severity)}}}};
}

}  // namespace simrules
