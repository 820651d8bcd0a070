#pragma once

#include <vector>

#include "release/release.h"

namespace simrules {

/// Compares the files of a release with those that are made again from its data, byte for byte.
/// Errors: `release-changes-differ`, `release-file-differs`, `release-file-missing`,
/// `release-file-extra`; false is
///         returned then.
bool equals_rederived(const StoredRelease& stored,
                      const ReleaseContent& content,
                      const std::vector<FileRenderer>& renderers,
                      DiagnosticSink& sink);

}  // namespace simrules
