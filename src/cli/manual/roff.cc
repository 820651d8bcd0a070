#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"
#include "cli/manual/manual.h"
#include "tool_version.h"

namespace simrules {
namespace {

struct RoffName {
  char letter;
  const char* name;
};
constexpr std::array kRoffNames = {RoffName{'\\', "\\e"},
                                   RoffName{'-', "\\-"},
                                   RoffName{'\'', "\\(aq"},
                                   RoffName{'`', "\\(ga"},
                                   RoffName{'~', "\\(ti"},
                                   RoffName{'^', "\\(ha"}};

/// Writes text so that roff shows it as it is.
std::string roff(std::string_view text) {
  std::string written;
  for (std::size_t at = 0; at < text.size();) {
    const auto [letter, size] = decode_utf8(text, at);
    const auto* row = std::ranges::find(kRoffNames, text[at], &RoffName::letter);
    if (row != kRoffNames.end()) {
      written += row->name;
    } else if (size > 1) {
      written += fmt::format("\\[u{:04X}]", static_cast<unsigned>(letter));
    } else {
      written += text[at];
      // A line must not begin as a request does.
      if (text[at] == '\n') written += "\\&";
    }
    at += size;
  }
  return written.starts_with('.') ? "\\&" + written : written;
}

/// Writes prose: what stands in backticks is bold.
std::string prose(std::string_view text) {
  std::string written;
  bool is_code = false;
  while (!text.empty()) {
    const std::size_t tick = std::min(text.find('`'), text.size());
    const std::string part = roff(text.substr(0, tick));
    written += is_code && !part.empty() ? "\\fB" + part + "\\fR" : part;
    text.remove_prefix(std::min(tick + 1, text.size()));
    is_code = !is_code;
  }
  return written;
}

std::string roff_entry(const ManualPart& part) {
  std::string term = part.term.empty() ? "" : fmt::format("\\fB{}\\fR", roff(part.term));
  if (!part.value.empty()) {
    term += fmt::format("{}\\fI{}\\fR", term.empty() ? "" : " ", roff(part.value));
  }
  return fmt::format(".TP\n{}\n{}\n", term, prose(part.text));
}

}  // namespace

std::string manual_as_roff(const std::vector<ManualPart>& parts) {
  std::string text = fmt::format(
      ".TH SIMRULES 1 \"{}\" \"simrules {}\" \"User Commands\"\n", kToolDate, kToolVersion);
  bool is_first = false;
  for (const ManualPart& part : parts) {
    switch (part.kind) {
      case PartKind::kSection:
        text += fmt::format(".SH {}\n", in_capitals(part.text));
        break;
      case PartKind::kCommand:
        text += fmt::format(".SS {}\n", roff(part.text));
        break;
      case PartKind::kProse:
        text += (is_first ? "" : ".PP\n") + prose(part.text) + "\n";
        break;
      case PartKind::kEntry:
        text += roff_entry(part);
        break;
      case PartKind::kShell:
        text += fmt::format(".PP\n.EX\n{}\n.EE\n", roff(part.text));
        break;
    }
    is_first = part.kind == PartKind::kSection || part.kind == PartKind::kCommand;
  }
  return text;
}

}  // namespace simrules
