#pragma once

#include <string>

#include "release/stored/index.h"

namespace simrules {

inline constexpr const char* kFeedName = "feed.atom";

/// Writes the feed of releases, which lies beside the index.
/// Shape:  one entry a release, newest first; links are relative to the feed, so that it can be
///         served from anywhere; ids never change.
/// Source: RFC 4287 (Atom 1.0), RFC 4151 (tag URIs).
std::string feed_atom(const Index& index);

/// The same with the ids that every project had, before they were of its own.
std::string former_feed_atom(const Index& index);

}  // namespace simrules
