#include "cli/layout.h"

#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/report_error.h"
#include "base/text.h"
#include "cli/sources/loader.h"
#include "document/layout/block.h"
#include "document/yaml_reader.h"

namespace simrules {
namespace {

SourceSpan line_at(std::string_view text, std::size_t begin) {
  return {begin, std::min(text.find('\n', begin), text.size())};
}

std::string shown_line(std::string_view text, std::size_t begin) {
  if (begin == text.size()) return "nothing more";
  const SourceSpan line = line_at(text, begin);
  return line.begin == line.end ? "an empty line"
                                : quoted(text.substr(line.begin, line.end - line.begin));
}

/// Reports where a layout is beyond what is read; anything else that is wrong with it is our mistake.
void report_beyond_limits(const DiagnosticList& found,
                          const std::string& path,
                          DiagnosticSink& sink) {
  for (const Diagnostic& each : found.sorted()) {
    if (each.check != "file-too-large" && each.check != "line-too-long") {
      throw std::logic_error("the layout of " + path + " cannot be read: " + each.message);
    }
    // That place is one of a text that is written nowhere.
    report_error(sink,
                 each.check.c_str(),
                 path,
                 "in the layout of a policy, " + each.message,
                 "shorten its texts, or split it into smaller files");
  }
}

}  // namespace

std::optional<LaidOutFile> lay_out(const InputFile& file,
                                   const MemberOrder& order,
                                   DiagnosticSink& sink) {
  const auto text = read_input(file, sink);
  if (!text) return std::nullopt;
  const auto document = read_yaml(file.shown, *text, {}, sink);
  if (!document) return std::nullopt;
  const Comments comments = comments_of(*document);
  std::string after = canonical_yaml(order.ordered(*document), comments);
  // What was read within the limits may be beyond them in another layout.
  DiagnosticList unread;
  const auto again = read_yaml(file.shown, after, {}, unread);
  report_beyond_limits(unread, file.shown, sink);
  if (!again) return std::nullopt;
  const Comments kept = comments_of(*again);
  if (again->value != document->value || texts_of(kept) != texts_of(comments) ||
      canonical_yaml(order.ordered(*again), kept) != after) {
    throw std::logic_error("the layout of " + file.shown + " says something else");
  }
  return LaidOutFile{file, *text, std::move(after)};
}

void check_layout(const LaidOutFile& file, DiagnosticSink& sink) {
  if (file.before == file.after) return;
  const SourceFile source(file.file.shown, file.before);
  const std::string_view same(file.before.begin(),
                              std::ranges::mismatch(file.before, file.after).in1);
  const std::size_t begin = same.rfind('\n') + 1;
  sink.report(
      {.check = "other-layout",
       .place = source.place(line_at(file.before, begin)),
       .message = fmt::format("the layout of a policy has {} here", shown_line(file.after, begin)),
       .help = "run `simrules fmt` on it"});
}

const std::vector<CheckInfo>& layout_checks() {
  static const std::vector<CheckInfo> kTable = {
      {"other-layout",
       Severity::kError,
       "A policy file is laid out otherwise than `simrules fmt` would.",
       "Where one value has many layouts, a change of one word can show as a change of many lines.",
       "printf '%s\\n' 'kind:   mno' > policies/jp/au.yaml\nsimrules fmt --check",
       "simrules fmt\nsimrules fmt --check",
       ExampleKind::kCommand},
  };
  return kTable;
}

}  // namespace simrules
