#include "render/page/door.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "render/page/text.h"
#include "render/page/view.h"
#include "render/release/feed_atom.h"
#include "render/text/template.h"
#include "render/text/templates.h"
#include "schema/language/file.h"
#include "wording/words.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The shape of datasets since which a release has a page in each language.
constexpr int kSincePages = 3;

bool has_pages(const IndexEntry& release) {
  return release.schema_version && *release.schema_version >= kSincePages;
}

/// Lists the pages of a release, each with what its language calls it.
json pages_of(const IndexEntry& release) {
  json pages = json::array();
  const auto languages = built_in_languages();
  for (const std::string& tag : languages->tags()) {
    if (tag != kFallbackLanguage && !has_pages(release)) continue;
    const Language& words = languages->find(tag);
    pages.push_back({{"tag", words.html_lang},
                     {"name", words.name},
                     {"title", words.message("page", "title")},
                     {"href", fmt::format("{}/{}", release.version, page_name(tag))}});
  }
  return pages;
}

/// Counts what a release changed: "3 more restrictive, 2 editorial".
std::string changed_text(const IndexEntry& release, bool is_first, const Language& words) {
  if (is_first) return words.message("door", "first");
  if (!release.changes) return words.message("door", "untold");
  std::string out;
  for (const auto& [impact, count] : *release.changes) {
    if (count == 0) continue;
    if (!out.empty()) out += words.message("report", "list_comma");
    out += fill_message(words,
                        "report",
                        "counted_impact",
                        {{"count", std::to_string(count)}, {"impact", impact_word(impact, words)}});
  }
  return out.empty() ? words.message("report", "no_changes") : out;
}

}  // namespace

std::string door_html(const Index& index) {
  const Language& words = built_in_languages()->find(kFallbackLanguage);
  json releases = json::array();
  for (const IndexEntry& release : index.releases) {
    releases.push_back({{"version", release.version},
                        {"released", release.released},
                        {"pages", pages_of(release)},
                        {"changed", changed_text(release, releases.empty(), words)}});
  }
  std::ranges::reverse(releases);
  json texts = json::object();
  for (const auto& [use, text] : words.messages.find("door")->second) texts[use] = text;
  const bool has_any = !index.releases.empty();
  return render_template(
      kDoorTemplate,
      {{"lang", words.html_lang},
       {"title", index.about.name.empty() ? words.message("door", "title") : index.about.name},
       {"description", words.message("page", "description")},
       {"style", kPageStyle},
       {"style_digest", csp_digest(kPageStyle)},
       {"feed", kFeedName},
       {"words", std::move(texts)},
       {"has_newest", has_any},
       {"newest", has_any ? pages_of(index.releases.back()) : json::array()},
       {"releases", std::move(releases)}});
}

}  // namespace simrules
