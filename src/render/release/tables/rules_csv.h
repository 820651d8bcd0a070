#pragma once

#include <string>
#include <vector>

#include "release/release.h"

namespace simrules {

/// A column of the table that people read: `name` is what it is called in English and by programs.
struct ReadableColumn {
  std::string name;
  std::string title;
};

/// Names the table of a language: `rules.csv`, `rules.ja.csv`.
std::string rules_csv_name(const std::string& language);

/// Lists its columns: where they are not called by their names, by their titles in the language.
std::vector<ReadableColumn> rules_csv_columns(const PolicySchema& schema,
                                              const std::string& language);

/// Writes the table that people read, one row a rule, in every language of the release.
std::vector<ReleaseFile> rules_csv_files(const ReleaseContent& content,
                                         const std::vector<ReleaseFile>& files);

}  // namespace simrules
