#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/threads/parallel.h"
#include "cli/sources/input_file.h"
#include "model/catalog.h"
#include "release/contents/parts/checked.h"
#include "schema/foreign/foreign_schema.h"
#include "schema/schema.h"

namespace simrules {

/// Returns the id that the place of a file gives a policy, from wherever it is named: `jp/au` for
/// `au.yaml` in `policies/jp`; empty for standard input.
std::string file_id(const InputFile& file);

/// Reads a file within the limits of its kind.
/// Errors: the ids of reading.
std::optional<std::string> read_input(const InputFile& file, DiagnosticSink& sink);

/// What a run read.
/// Shape: `catalog` holds the files that conform to the schema; `files` counts those that could be
///        read; `complete` tells whether all conformed; `sound` names the files in which nothing at all
///        was found; `unread` are those that need not be read, by the names that they have here.
struct LoadedPolicies {
  Catalog catalog;
  std::size_t files = 0;
  bool complete = true;
  std::set<std::string> sound = {};
  std::vector<CheckedPolicy> unread = {};
};

/// What another run read: the same files need not be read and checked again.
/// Shape: `schema` is what they were checked against; `sound` is as above; `unread` are those that it
///        had no need to read, by their ids. Nothing is known where the pointers are null.
struct ReadBefore {
  const Catalog* catalog = nullptr;
  const PolicySchema* schema = nullptr;
  const std::set<std::string>* sound = nullptr;
  const CheckedById* unread = nullptr;
};

/// What files a folder is looked through for: policies end in `.yaml`, and any other ending is an
/// error; data for a schema that is not ours may be YAML or JSON.
enum class FileKind { kPolicy, kData };

/// Adds the files that a path means: itself, or what lies below it, `most_files` at most.
/// Errors: the file ids, `wrong-file-name`; `nothing-to-check` for a folder or a pattern without
///         any. False is returned then, and the other files are there.
bool expand_path(const InputFile& input,
                 FileKind kind,
                 std::size_t most_files,
                 std::vector<InputFile>& files,
                 DiagnosticSink& sink);

/// Keeps the first of several names of the same file.
void drop_repeated(std::vector<InputFile>& files);

/// Reads and checks policy files.
/// Shape:  diagnostics come in the order of the files, whatever the number of jobs. A file that has the
///         name and the bytes of a sound one that was read before, translations and schema included, is
///         that one; what needs not be read is not.
/// Errors: the ids of reading and of the schema.
LoadedPolicies load_policies(std::vector<InputFile> files,
                             const PolicySchema& schema,
                             const Jobs& jobs,
                             DiagnosticList& findings,
                             const ReadBefore& before = {});

/// Reads and checks YAML and JSON files against a schema that is not ours; returns how many could be
/// read.
std::size_t check_documents(const std::vector<InputFile>& files,
                            const ForeignSchema& schema,
                            const Jobs& jobs,
                            DiagnosticList& findings);

/// Returns the checks that the loader itself makes.
const std::vector<CheckInfo>& loader_checks();

}  // namespace simrules
