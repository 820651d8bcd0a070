#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/threads/parallel.h"
#include "model/catalog.h"
#include "schema/schema.h"

namespace simrules {

/// What the authors wrote, from which everything else in a release is made.
inline constexpr const char* kStatedName = "stated.ndjson";

/// The first version of the dataset's shape that is read from what the authors wrote, and not from
/// the dataset itself.
inline constexpr int kFirstStatedVersion = 3;

/// Writes the policies of a catalog as their authors wrote them, one in a line, with its file.
/// Source: NDJSON.
std::string stated_text(const Catalog& catalog);

/// A line of what the authors wrote, and the path of the policy in it.
struct StatedLine {
  std::string_view path;
  std::string_view text;
};

/// Cuts a text into its lines; the path of one that is none of ours is empty.
std::vector<StatedLine> stated_lines(std::string_view text);

/// Reads the policies back, but for those whose paths are left out.
/// Shape:  each conforms to `schema`.
/// Errors: `release-unreadable`, `release-duplicate-id`; nothing is returned then.
std::optional<Catalog> read_stated(const std::string& path,
                                   std::string_view text,
                                   const PolicySchema& schema,
                                   DiagnosticSink& sink,
                                   const std::set<std::string>& left_out = {},
                                   const Jobs& jobs = {});

}  // namespace simrules
