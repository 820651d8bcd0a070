#pragma once

#include <optional>
#include <string>
#include <vector>

#include "release/release.h"

namespace simrules {

/// Publishes a release: all of its files, then the index that makes them visible.
/// Shape:  there is a change to publish; runs at the same time wait for each other; what a run that
///         died left behind is cleared away.
/// Errors: `release-exists` and `index-changed` when another run was faster, `index-missing` when
///         there are releases but no index, `unwritable-file`; nothing is published then.
bool publish(const std::string& reports,
             const ReleaseContent& content,
             const std::vector<ReleaseFile>& files,
             const ContractSchemas& schemas,
             DiagnosticSink& sink,
             Progress* progress = nullptr);

/// Brings the files beside the index up to date with it. A release is out before it is announced: a
/// run that dies in between leaves an announcement that is behind, never one of what is not there.
/// Shape:  returns the names of what was written; nothing is announced before the tool that made the
///         newest release knew how to.
/// Errors: those of `read_index`, `unwritable-file`; nothing is returned then.
std::optional<std::vector<std::string>> announce(const std::string& reports,
                                                 const std::vector<IndexView>& views,
                                                 const ContractSchemas& schemas,
                                                 DiagnosticSink& sink);

/// Writes the files of a release into a new or empty folder, and publishes nothing.
/// Errors: `preview-not-empty`, `unwritable-file`; false is returned then.
bool write_preview(const std::string& folder,
                   const std::vector<ReleaseFile>& files,
                   DiagnosticSink& sink);

/// Returns the checks of `publish` that another run, and nothing in the data, is the cause of.
const std::vector<CheckInfo>& publish_checks();

}  // namespace simrules
