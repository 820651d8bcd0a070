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

/// What every id of the feed starts with; the name cannot be anybody else's, and the year stays.
constexpr const char* kTag = "tag:simrules.invalid,2026:";

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

}  // namespace

std::string feed_atom(const Index& index) {
  json releases = json::array();
  for (const IndexEntry& release : index.releases) {
    releases.push_back({{"version", release.version},
                        {"updated", time_of(release.released)},
                        {"manifest_sha256", release.manifest_sha256},
                        {"summary", summary_of(release, releases.empty())}});
  }
  std::reverse(releases.begin(), releases.end());
  const std::string updated = index.releases.empty() ? kNever : index.releases.back().released;
  return render_template(kFeedTemplate,
                         {{"tag", kTag},
                          {"name", kFeedName},
                          {"index", kIndexName},
                          {"manifest", kManifestName},
                          {"updated", time_of(updated)},
                          {"releases", std::move(releases)}});
}

}  // namespace simrules
