#include "render/release/feed_atom.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "model/policy_id.h"
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

/// A feed of all releases, or of those that changed something in a country.
/// Shape: `country` is the first part of policies' ids; empty for all. `base` is what addresses begin
///        with; `is_former` says that it is one of the tools from before `kFirstToldVersion`.
struct Feed {
  const Index& index;
  std::string country;
  std::string tag;
  std::string base;
  bool is_former = false;

  std::string name() const {
    return country.empty() ? std::string(kFeedName) : fmt::format("feed.{}.atom", country);
  }
  std::string id_end() const { return country.empty() ? std::string() : ':' + country; }
};

/// Returns what every id of the feed starts with, which stays from release to release: the authority
/// of its owner, else the digest of the first release, which no two projects share.
/// Source: RFC 4151.
std::string tag_of(const Index& index, bool is_former) {
  constexpr std::size_t kDigits = 16;
  if (!is_former && !index.about.authority.empty())
    return fmt::format("tag:{}:", index.about.authority);
  const std::string first = index.releases.empty() || is_former
                                ? ""
                                : index.releases.front().manifest_sha256.substr(0, kDigits) + ":";
  return fmt::format("tag:{}:{}", kNobody, first);
}

Feed feed_of(const Index& index, std::string country = {}) {
  const bool is_former = newest_shape(index) < kFirstToldVersion && !index.releases.empty();
  return {index, std::move(country), tag_of(index, is_former), index.about.address, is_former};
}

/// Lists what changed in a release, as far as the index knows and the feed is about.
std::map<std::string, Impact> policies_of(const IndexEntry& release, const Feed& feed) {
  std::map<std::string, Impact> found;
  if (!release.policies) return found;
  for (const auto& [policy, impact] : *release.policies) {
    if (feed.country.empty() || country_part(policy) == feed.country) found[policy] = impact;
  }
  return found;
}

/// Escapes text for HTML, which the feed escapes once more.
std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

/// Tells of a release in HTML: how much changed, for which policies, and where it is told in full.
std::string content_of(const IndexEntry& release, const Feed& feed, const std::string& summary) {
  const Language& words = built_in_languages()->find(kFallbackLanguage);
  const std::string folder = html_text(feed.base + release.version);
  std::string html = fmt::format("<p>{}</p>", html_text(summary));
  std::string rows;
  for (const auto& [policy, impact] : policies_of(release, feed)) {
    rows += fmt::format("<li><a href=\"{0}/report.html#{1}\">{1}</a>: {2}</li>",
                        folder,
                        html_text(policy),
                        impact_word(impact, words));
  }
  if (!rows.empty()) html += fmt::format("<ul>{}</ul>", rows);
  return html + fmt::format(
                    "<p><a href=\"{0}/CHANGELOG.md\">Changelog</a> · "
                    "<a href=\"{0}/{1}\">Dataset</a></p>",
                    folder,
                    release.dataset);
}

json release_data(const IndexEntry& release, const Feed& feed, bool is_first) {
  const std::string summary = summary_of(release, is_first);
  return {{"version", release.version},
          {"updated", time_of(release.released)},
          {"manifest_sha256", release.manifest_sha256},
          {"dataset", release.dataset},
          {"summary", summary},
          {"content", content_of(release, feed, summary)}};
}

std::string title_of(const Feed& feed) {
  if (feed.country.empty()) return "Releases of the " + name_of(feed.index.about);
  const Language& words = built_in_languages()->find(kFallbackLanguage);
  const std::string& name = words.name_of("countries", in_capitals(feed.country));
  return fmt::format(
      "Releases of the {}: {}", name_of(feed.index.about), name.empty() ? feed.country : name);
}

std::string feed_text(const Feed& feed) {
  const Index& index = feed.index;
  json releases = json::array();
  std::string updated = kNever;
  for (const IndexEntry& release : index.releases) {
    const bool is_first = &release == &index.releases.front();
    if (!feed.country.empty() && policies_of(release, feed).empty()) continue;
    releases.push_back(release_data(release, feed, is_first));
    updated = release.released;
  }
  std::reverse(releases.begin(), releases.end());
  return render_template(
      kFeedTemplate,
      {{"tag", feed.tag},
       {"id_end", feed.id_end()},
       {"title", name_of(index.about)},
       {"feed_title", title_of(feed)},
       {"author", index.about.name.empty() ? "simrules" : index.about.name},
       {"homepage", index.about.homepage.empty() ? json(false) : json(index.about.homepage)},
       {"base", feed.base},
       {"former", feed.is_former},
       {"now", !feed.is_former},
       {"name", feed.name()},
       {"index", kIndexName},
       {"manifest", kManifestName},
       {"updated", time_of(updated)},
       {"releases", std::move(releases)}});
}

}  // namespace

std::string feed_atom(const Index& index) { return feed_text(feed_of(index)); }

std::vector<ReleaseFile> country_feeds(const Index& index) {
  std::set<std::string> countries;
  for (const IndexEntry& release : index.releases) {
    if (!release.policies) continue;
    for (const auto& policy : *release.policies) countries.insert(country_part(policy.first));
  }
  std::vector<ReleaseFile> files;
  for (const std::string& country : countries) {
    const Feed feed = feed_of(index, country);
    files.push_back({feed.name(), feed_text(feed)});
  }
  return files;
}

}  // namespace simrules
