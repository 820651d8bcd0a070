// A file of any bytes: read, or refused with a reason. What is read has one layout, with the same value and comments.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "document/layout/block.h"
#include "document/yaml_reader.h"
#include "fuzz_input.h"

namespace {

using namespace simrules;

/// Looking at each `#` of a longer file takes too long.
constexpr std::size_t kMostBytes = 4096;

/// A layout may be longer than what is read of a file.
constexpr DocumentLimits kNoLimits{.file_bytes = 1U << 24U, .line_bytes = 1U << 24U};

std::optional<Document> read_laid_out(std::string text) {
  DiagnosticList ignored;
  return read_yaml("a.yaml", std::move(text), kNoLimits, ignored);
}

/// Lists the comments: where one more letter behind a `#` changes nothing, it begins a comment.
std::vector<std::string> comments_in(const Document& document) {
  const std::string text(document.source.text());
  std::vector<std::string> found;
  for (std::size_t at = text.find('#'); at < text.size(); at = text.find('#', at + 1)) {
    std::string changed = text;
    const auto other = read_laid_out(changed.insert(at + 1, "x"));
    if (!other || other->value != document.value) continue;
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string comment = text.substr(at, end - at);
    found.push_back(comment.substr(0, comment.find_last_not_of(' ') + 1));
    at = end;
  }
  std::ranges::sort(found);
  return found;
}

void require_layout(const Document& document) {
  const std::string text = canonical_yaml(document.value, comments_of(document));
  const auto again = read_laid_out(text);
  require(again && again->value == document.value, "a layout says the same");
  require(canonical_yaml(again->value, comments_of(*again)) == text, "a layout has no other one");
  require(comments_in(*again) == comments_in(document), "a layout has the same comments");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  DiagnosticList findings;
  const auto document = read_yaml("a.yaml", text, {}, findings);
  require(document.has_value() == (findings.count(Severity::kError) == 0),
          "a document is either returned or refused");
  if (document) {
    // Strict: invalid UTF-8 in a value would throw.
    const std::string written = document->value.dump();
    require(nlohmann::json::parse(written) == document->value, "a value can be written and read");
    if (size <= kMostBytes) require_layout(*document);
  }
  write_everywhere(findings);
  return 0;
}
