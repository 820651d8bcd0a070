#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/catalog.h"
#include "schema/schema.h"

namespace simrules {

/// A file to read: where it is and how diagnostics name it. `-` is standard input.
/// Shape: `text` stands for what the file holds, if it is given.
struct InputFile {
  std::string path;
  std::string shown;
  std::optional<std::string> text = {};
};

/// Reads a file within the limits of its kind.
/// Errors: the ids of reading.
std::optional<std::string> read_input(const InputFile& file, DiagnosticSink& sink);

/// What a run read.
/// Shape: `catalog` holds the files that conform to the schema; `complete` tells whether all of
/// them did.
struct LoadedPolicies {
  Catalog catalog;
  std::size_t files = 0;
  bool complete = true;
};

/// Lists the policy files that a path means: itself, or every `.yaml` file below it.
/// Errors: the file ids, `wrong-file-name`; `nothing-to-check` for a folder without any. False is
/// returned then.
bool expand_path(const InputFile& input, std::vector<InputFile>& files, DiagnosticSink& sink);

/// Reads and checks policy files, `jobs` at a time.
/// Shape:  diagnostics come in the order of the files, whatever the number of jobs.
/// Errors: the ids of reading and of the schema.
LoadedPolicies load_policies(const std::vector<InputFile>& files,
                             const PolicySchema& schema,
                             std::size_t jobs,
                             DiagnosticList& findings);

/// Reads and checks YAML and JSON files against a schema that is not ours; returns whether all of
/// them conform.
bool check_documents(const std::vector<InputFile>& files,
                     const Schema& schema,
                     std::size_t jobs,
                     DiagnosticList& findings);

/// Returns the checks that the loader itself makes.
const std::vector<CheckInfo>& loader_checks();

}  // namespace simrules
