// Two policies, a line `# becomes` between them: compared and told in every format, in the
// language that its length names.
#include <array>
#include <string>
#include <utility>

#include "diff/compare/renames.h"
#include "diff/diff.h"
#include "fuzz_input.h"
#include "release/contents/changes_json.h"
#include "release/contents/json_text.h"
#include "render/changes/github.h"
#include "render/changes/html.h"
#include "render/changes/markdown.h"
#include "render/changes/text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace simrules;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::string between = "\n# becomes\n";
  const std::size_t at = text.find(between);
  if (at == std::string::npos) return 0;
  DiagnosticList of_base;
  DiagnosticList of_head;
  auto base = policy_of(text.substr(0, at + 1), of_base);
  auto head = policy_of(text.substr(at + between.size()), of_head);
  if (!base || !head) return 0;
  const Catalog before({std::move(*base)});
  const Catalog after({std::move(*head)});
  const PolicySchema& schema = shipped_schema();
  const Differences differences = diff(before, schema, after, schema);
  const Differences back = diff(after, schema, before, schema);
  const auto renames = [](const Differences& each) {
    return std::ranges::any_of(each.changes, is_rename);
  };
  // Only one side says what things were called before.
  require(
      renames(differences) || renames(back) || back.changes.size() == differences.changes.size(),
      "there and back are as many changes");
  const char* language = std::array{"en", "ja", "zh"}[size % 3];
  const Comparison report{{}, {}, {}, differences, {before, after, schema, language}};
  require_own_commands(changes_as_text(report, false));
  require_own_commands(changes_as_github(report));
  require(changes_as_markdown(report).size() < 65'536, "a comment is not too long");
  require(changes_as_html(report).find("<script") == std::string::npos, "a page has no script");
  json_text(changes_json({}, {}, differences, {}, report.context));
  return 0;
}
