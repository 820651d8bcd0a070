#include "render/text/origin.h"

#include <fmt/format.h>

#include "base/text.h"
#include "wording/words.h"

namespace simrules {
namespace {

/// Enough of a digest to tell two sides apart; the whole one is in the JSON.
constexpr std::size_t kShownDigits = 12;

const std::string& kind_word(OriginKind kind, const Language& words) {
  switch (kind) {
    case OriginKind::kRelease:
      return words.message("report", "release");
    case OriginKind::kDataset:
      return words.message("report", "dataset");
    case OriginKind::kFolder:
      return words.message("report", "folder");
    case OriginKind::kGit:
      return words.message("report", "commit");
    case OriginKind::kNone:
      break;
  }
  return words.message("report", "no_side");
}

}  // namespace

std::string origin_text(const Origin& origin, const Language& words) {
  std::string out(kind_word(origin.kind, words));
  if (origin.kind == OriginKind::kNone) return out;
  out += " " + printable(origin.name);
  if (!origin.as_of.empty())
    out = fill_message(words, "report", "as_of", {{"side", out}, {"day", origin.as_of}});
  const bool has_other_version = !origin.version.empty() && origin.version != origin.name;
  if (has_other_version) {
    out += fmt::format("{}{} {}",
                       words.message("report", "list_comma"),
                       words.message("report", "version"),
                       printable(origin.version));
  }
  if (!origin.sha256.empty()) {
    out += fmt::format(" (sha256 {})", printable(origin.sha256.substr(0, kShownDigits)));
  }
  return out;
}

}  // namespace simrules
