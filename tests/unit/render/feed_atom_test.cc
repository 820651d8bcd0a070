#include "render/release/feed_atom.h"

#include <gtest/gtest.h>

namespace simrules {
namespace {

TEST(FeedAtom, TellsTheNewestReleaseFirst) {
  const Index index{{{"1.0.0", "2026-11-22", "aaaa"},
                     {"2.0.0",
                      "2026-11-23",
                      "bbbb",
                      2,
                      {{{Impact::kMoreRestrictive, 1}, {Impact::kEditorial, 12}}}}}};
  EXPECT_EQ(feed_atom(index), R"(<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>tag:simrules.invalid,2026:aaaa:releases</id>
  <title>Releases of the simrules dataset</title>
  <subtitle>What mobile carriers and eSIM sellers allow for transfer, roaming and tethering</subtitle>
  <updated>2026-11-23T00:00:00Z</updated>
  <author>
    <name>simrules</name>
  </author>
  <link rel="self" type="application/atom+xml" href="feed.atom"/>
  <link rel="related" type="application/json" title="List of releases" href="index.json"/>
  <entry>
    <id>tag:simrules.invalid,2026:aaaa:release:2.0.0</id>
    <title>simrules dataset 2.0.0</title>
    <published>2026-11-23T00:00:00Z</published>
    <updated>2026-11-23T00:00:00Z</updated>
    <link rel="alternate" type="text/markdown" title="Changelog" href="2.0.0/CHANGELOG.md"/>
    <link rel="alternate" type="text/html" title="Report" href="2.0.0/report.html"/>
    <link rel="enclosure" type="application/json" title="Dataset" href="2.0.0/dataset.json"/>
    <link rel="related" type="application/json" title="Manifest" href="2.0.0/manifest.json"/>
    <summary type="text">13 changes: 1 more restrictive, 12 editorial. The SHA-256 digest of the manifest is bbbb.</summary>
  </entry>
  <entry>
    <id>tag:simrules.invalid,2026:aaaa:release:1.0.0</id>
    <title>simrules dataset 1.0.0</title>
    <published>2026-11-22T00:00:00Z</published>
    <updated>2026-11-22T00:00:00Z</updated>
    <link rel="alternate" type="text/markdown" title="Changelog" href="1.0.0/CHANGELOG.md"/>
    <link rel="alternate" type="text/html" title="Report" href="1.0.0/report.html"/>
    <link rel="enclosure" type="application/json" title="Dataset" href="1.0.0/dataset.json"/>
    <link rel="related" type="application/json" title="Manifest" href="1.0.0/manifest.json"/>
    <summary type="text">The first release. The SHA-256 digest of the manifest is aaaa.</summary>
  </entry>
</feed>
)");
}

TEST(FeedAtom, SaysNoMoreThanTheIndexKnows) {
  const Index index{{{"1.0.0", "2026-11-22", "aaaa"}, {"1.1.0", "2026-11-23", "bbbb"}}};
  EXPECT_NE(feed_atom(index).find("<summary type=\"text\">A new release. The SHA-256"),
            std::string::npos);
}

TEST(FeedAtom, EscapesWhatTheIndexHolds) {
  const Index index{{{"<1>", "\"2026\"&", "]]></summary>"}}};
  const std::string feed = feed_atom(index);
  EXPECT_NE(feed.find("<title>simrules dataset &lt;1&gt;</title>"), std::string::npos) << feed;
  EXPECT_NE(feed.find("<updated>&quot;2026&quot;&amp;T00:00:00Z</updated>"), std::string::npos);
  EXPECT_NE(feed.find("]]&gt;&lt;/summary&gt;."), std::string::npos);
}

TEST(FeedAtom, HasATimeWithoutReleases) {
  const std::string feed = feed_atom({});
  EXPECT_NE(feed.find("<updated>1970-01-01T00:00:00Z</updated>"), std::string::npos);
  EXPECT_EQ(feed.find("<entry>"), std::string::npos);
}

}  // namespace
}  // namespace simrules
