#include "render/release/feed_atom.h"

#include <gtest/gtest.h>

namespace simrules {
namespace {

/// A release of a dataset of our shape, in which some policies changed.
IndexEntry told_release() {
  return {"3.0.0",
          "2026-11-24",
          "cccc",
          kFirstToldVersion,
          {{{Impact::kMoreRestrictive, 1}, {Impact::kEditorial, 12}}},
          {{{"global/airalo", Impact::kEditorial}, {"jp/au", Impact::kMoreRestrictive}}}};
}

TEST(FeedAtom, TellsTheNewestReleaseFirstAndItsPageBeforeItsChangelog) {
  const Index index{{{"1.0.0", "2026-11-22", "aaaa"}, told_release()}};
  EXPECT_EQ(feed_atom(index), R"(<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>tag:simrules.invalid,2026:aaaa:releases</id>
  <title>Releases of the simrules dataset</title>
  <subtitle>What mobile carriers and eSIM sellers allow for transfer, roaming and tethering</subtitle>
  <updated>2026-11-24T00:00:00Z</updated>
  <author>
    <name>simrules</name>
  </author>
  <link rel="self" type="application/atom+xml" href="feed.atom"/>
  <link rel="related" type="application/json" title="List of releases" href="index.json"/>
  <entry>
    <id>tag:simrules.invalid,2026:aaaa:release:3.0.0</id>
    <title>simrules dataset 3.0.0</title>
    <published>2026-11-24T00:00:00Z</published>
    <updated>2026-11-24T00:00:00Z</updated>
    <link rel="alternate" type="text/html" title="Report" href="3.0.0/report.html"/>
    <link rel="alternate" type="text/markdown" title="Changelog" href="3.0.0/CHANGELOG.md"/>
    <link rel="enclosure" type="application/json" title="Dataset" href="3.0.0/dataset.json"/>
    <link rel="related" type="application/json" title="Manifest" href="3.0.0/manifest.json"/>
    <summary type="text">13 changes: 1 more restrictive, 12 editorial. The SHA-256 digest of the manifest is cccc.</summary>
    <content type="html">&lt;p&gt;13 changes: 1 more restrictive, 12 editorial.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;&lt;a href=&quot;3.0.0/report.html#global/airalo&quot;&gt;global/airalo&lt;/a&gt;: editorial&lt;/li&gt;&lt;li&gt;&lt;a href=&quot;3.0.0/report.html#jp/au&quot;&gt;jp/au&lt;/a&gt;: more restrictive&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;&lt;a href=&quot;3.0.0/CHANGELOG.md&quot;&gt;Changelog&lt;/a&gt; · &lt;a href=&quot;3.0.0/dataset.json&quot;&gt;Dataset&lt;/a&gt;&lt;/p&gt;</content>
  </entry>
  <entry>
    <id>tag:simrules.invalid,2026:aaaa:release:1.0.0</id>
    <title>simrules dataset 1.0.0</title>
    <published>2026-11-22T00:00:00Z</published>
    <updated>2026-11-22T00:00:00Z</updated>
    <link rel="alternate" type="text/html" title="Report" href="1.0.0/report.html"/>
    <link rel="alternate" type="text/markdown" title="Changelog" href="1.0.0/CHANGELOG.md"/>
    <link rel="enclosure" type="application/json" title="Dataset" href="1.0.0/dataset.json"/>
    <link rel="related" type="application/json" title="Manifest" href="1.0.0/manifest.json"/>
    <summary type="text">The first release. The SHA-256 digest of the manifest is aaaa.</summary>
    <content type="html">&lt;p&gt;The first release.&lt;/p&gt;&lt;p&gt;&lt;a href=&quot;1.0.0/CHANGELOG.md&quot;&gt;Changelog&lt;/a&gt; · &lt;a href=&quot;1.0.0/dataset.json&quot;&gt;Dataset&lt;/a&gt;&lt;/p&gt;</content>
  </entry>
</feed>
)");
}

TEST(FeedAtom, HasAbsoluteAddressesWhereTheIndexSaysWhereItIs) {
  const Index index{{told_release()}, {.address = "https://example.com/reports/"}};
  const std::string feed = feed_atom(index);
  EXPECT_NE(feed.find("href=\"https://example.com/reports/feed.atom\""), std::string::npos);
  EXPECT_NE(feed.find("href=\"https://example.com/reports/3.0.0/report.html\""), std::string::npos);
  EXPECT_NE(feed.find("&quot;https://example.com/reports/3.0.0/report.html#jp/au&quot;"),
            std::string::npos);
  EXPECT_EQ(feed.find("href=\"3.0.0"), std::string::npos);
}

TEST(FeedAtom, HasOneForEachCountryWithWhatChangedThere) {
  const Index index{{{"1.0.0", "2026-11-22", "aaaa"}, told_release()}};
  const std::vector<ReleaseFile> feeds = country_feeds(index);
  ASSERT_EQ(feeds.size(), 2U);
  EXPECT_EQ(feeds[0].name, "feed.global.atom");
  EXPECT_EQ(feeds[1].name, "feed.jp.atom");
  const std::string& japan = feeds[1].bytes;
  EXPECT_NE(japan.find("<title>Releases of the simrules dataset: Japan</title>"),
            std::string::npos);
  EXPECT_NE(japan.find("<id>tag:simrules.invalid,2026:aaaa:release:3.0.0:jp</id>"),
            std::string::npos);
  EXPECT_NE(japan.find("#jp/au"), std::string::npos);
  EXPECT_EQ(japan.find("airalo"), std::string::npos);
  EXPECT_EQ(japan.find("1.0.0"), std::string::npos);
}

TEST(FeedAtom, IsAsItWasUntilAReleaseOfThisToolIsOut) {
  const Index index{{{"1.0.0", "2026-11-22", "aaaa"},
                     {"2.0.0",
                      "2026-11-23",
                      "bbbb",
                      2,
                      {{{Impact::kMoreRestrictive, 1}, {Impact::kEditorial, 12}}}}}};
  EXPECT_EQ(feed_atom(index), R"(<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>tag:simrules.invalid,2026:releases</id>
  <title>Releases of the simrules dataset</title>
  <subtitle>What mobile carriers and eSIM sellers allow for transfer, roaming and tethering</subtitle>
  <updated>2026-11-23T00:00:00Z</updated>
  <author>
    <name>simrules</name>
  </author>
  <link rel="self" type="application/atom+xml" href="feed.atom"/>
  <link rel="related" type="application/json" title="List of releases" href="index.json"/>
  <entry>
    <id>tag:simrules.invalid,2026:release:2.0.0</id>
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
    <id>tag:simrules.invalid,2026:release:1.0.0</id>
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
