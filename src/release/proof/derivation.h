#pragma once

#include <optional>

#include "release/release.h"

namespace simrules {

/// Tells whether this tool knows how the files of a release were made.
/// Errors: `release-newer`; false is returned then.
bool is_known_derivation(const StoredRelease& stored, DiagnosticSink& sink);

/// Tells whether a release may have the derivation that it names: whoever lowers it wants its files
/// not to be made again.
/// Shape:  `before` is the derivation of the release before it.
/// Errors: `release-derivation-lowered`; false is returned then.
bool derivation_holds(const StoredRelease& stored, int before, DiagnosticSink& sink);

/// Tells whether no file of a release that is not made again does anything where it is shown.
/// Errors: `release-active-content`; false is returned then.
bool is_passive(const StoredRelease& stored, DiagnosticSink& sink);

/// Proves of a release of an older derivation, beside digests, chain and schemas, that its manifest
/// tells of its dataset and that no file does anything where it is shown; returns what the index says
/// of it.
/// Errors: `release-active-content`, `release-file-differs`, `release-unreadable`; nothing is returned
///         then.
std::optional<IndexEntry> prove_older(const StoredRelease& stored,
                                      const Dataset& dataset,
                                      DiagnosticSink& sink);

/// Returns what the index says of a release, as its manifest and its changes tell it.
/// Errors: `release-unreadable`; nothing is returned then.
std::optional<IndexEntry> told_entry(const StoredRelease& stored, DiagnosticSink& sink);

}  // namespace simrules
