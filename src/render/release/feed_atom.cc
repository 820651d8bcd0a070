#include "render/release/feed_atom.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "release/stored/manifest.h"
#include "render/text/template.h"
#include "render/text/templates.h"
#include "schema/language/file.h"
#include "wording/words.h"

namespace simrules {
namespace {

using nlohmann::json;

/// What an id of a feed starts with that nobody has an authority for: a name that cannot be anybody's.
constexpr std::string_view kNobody = "simrules.invalid,2026";

/// When a feed without entries was updated: Atom has no feed without a time.
constexpr const char* kNever = "1970-01-01";

std::string time_of(const std::string& date) { return date + "T00:00:00Z"; }

/// Tells how much changed, as far as the index knows.
std::string summary_of(const IndexEntry& release, bool is_first) {
  const Language& words = built_in_languages()->find(kFallbackLanguage);
  if (is_first) return "The first release.";
  if (!release.changes) return "A new release.";
  std::size_t total = 0;
  std::string counts;
  for (const auto& [impact, count] : *release.changes) {
    total += count;
    counts +=
        fmt::format("{}{} {}", counts.empty() ? ": " : ", ", count, impact_word(impact, words));
  }
  return counted(words, "changes", total) + counts + '.';
}

/// Returns what every id of the feed starts with, which stays from release to release: the authority
/// of its owner, else the digest of the first release, which no two projects share.
/// Source: RFC 4151.
std::string tag_of(const Index& index) {
  constexpr std::size_t kDigits = 16;
  if (!index.about.authority.empty()) return fmt::format("tag:{}:", index.about.authority);
  const std::string first =
      index.releases.empty() ? "" : index.releases.front().manifest_sha256.substr(0, kDigits) + ":";
  return fmt::format("tag:{}:{}", kNobody, first);
}

std::string feed_with(const Index& index, const std::string& tag) {
  json releases = json::array();
  for (const IndexEntry& release : index.releases) {
    releases.push_back({{"version", release.version},
                        {"updated", time_of(release.released)},
                        {"manifest_sha256", release.manifest_sha256},
                        {"summary", summary_of(release, releases.empty())}});
  }
  std::reverse(releases.begin(), releases.end());
  const std::string updated = index.releases.empty() ? kNever : index.releases.back().released;
  return render_template(
      kFeedTemplate,
      {{"tag", tag},
       {"title", name_of(index.about)},
       {"author", index.about.name.empty() ? "simrules" : index.about.name},
       {"homepage", index.about.homepage.empty() ? json(false) : json(index.about.homepage)},
       {"name", kFeedName},
       {"index", kIndexName},
       {"manifest", kManifestName},
       {"updated", time_of(updated)},
       {"releases", std::move(releases)}});
}

}  // namespace

std::string feed_atom(const Index& index) { return feed_with(index, tag_of(index)); }

std::string former_feed_atom(const Index& index) {
  return feed_with(index, fmt::format("tag:{}:", kNobody));
}

}  // namespace simrules
