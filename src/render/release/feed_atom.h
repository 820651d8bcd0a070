#pragma once

#include <string>
#include <vector>

#include "release/stored/index.h"

namespace simrules {

inline constexpr const char* kFeedName = "feed.atom";

/// The version of the dataset's shape of the first releases that a feed lay beside.
inline constexpr int kFirstFeedVersion = 1;

/// Writes the feed of releases, which lies beside the index.
/// Shape:  one entry a release, newest first; links are absolute where the index says where it is
///         served, else relative to the feed; ids never change. Where the newest release has a dataset of
///         a shape from before `kFirstToldVersion` it is as the tools of then wrote it.
/// Source: RFC 4287 (Atom 1.0), RFC 4151 (tag URIs).
std::string feed_atom(const Index& index);

/// Writes a feed for each country, `feed.jp.atom`, of the releases in which policies of it changed.
std::vector<ReleaseFile> country_feeds(const Index& index);

}  // namespace simrules
