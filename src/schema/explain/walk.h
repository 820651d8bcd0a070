#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/diagnostic.h"
#include "document/document.h"
#include "schema/schema_index.h"

namespace simrules {

/// How much a finding says about a value: of several findings on one value the first in this order
/// is kept.
enum class FindingRank { kType, kWord, kBranch, kPattern, kBound, kFormat, kMember };

/// A violation before echoes of one defect are merged.
/// Shape: `subjects` are the keys that a finding about a member concerns, any of which would do;
///        `suggestion` is the key that an unknown one was meant to be; `conditions` are the pointers of the values that decided the condition it
///        comes from.
struct Violation {
  Diagnostic diagnostic;
  FindingRank rank = FindingRank::kType;
  std::vector<std::string> subjects;
  std::string suggestion;
  std::vector<std::string> conditions;
};

/// One step from a value to a value inside it.
struct PathStep {
  const std::string* key;
  std::size_t index;
};

/// A walk of schema and document side by side.
/// Shape: `findings` is null where only the verdict is asked for; `conforming` ignores formats,
///        which are no part of the verdict.
struct Walk {
  SchemaIndex& index;
  const Document& document;
  std::vector<Violation>* findings;
  std::vector<PathStep> path;
  std::vector<std::string> conditions;

  bool explains() const { return findings != nullptr; }
  std::string pointer() const;
};

/// A value under a schema.
struct Spot {
  const SchemaNode& node;
  const nlohmann::json& value;
};

/// Checks a value against a schema; false if it violates it.
bool walk_schema(Walk& walk, const nlohmann::json& schema, const nlohmann::json& value);

/// Checks a member or an item of the value that the walk stands at.
bool walk_member(Walk& walk,
                 const nlohmann::json& schema,
                 const std::string& key,
                 const nlohmann::json& value);
bool walk_item(Walk& walk,
               const nlohmann::json& schema,
               std::size_t index,
               const nlohmann::json& value);

/// Tells whether a value conforms, without explaining.
bool conforms(Walk& walk, const nlohmann::json& schema, const nlohmann::json& value);

/// The groups of keywords, each returning whether the value conforms.
bool walk_type(Walk& walk, const Spot& spot);
bool walk_words(Walk& walk, const Spot& spot);
bool walk_text(Walk& walk, const Spot& spot);
bool walk_number(Walk& walk, const Spot& spot);
bool walk_list(Walk& walk, const Spot& spot);
bool walk_object(Walk& walk, const Spot& spot);
bool walk_branches(Walk& walk, const Spot& spot);
bool walk_choices(Walk& walk, const Spot& spot);
bool walk_condition(Walk& walk, const Spot& spot);

/// Checks the format of a text, and of a key of an object: no verdict depends on them.
void check_format(Walk& walk, const Spot& spot, const std::string& text);
void check_key_format(Walk& walk, const Spot& spot, const std::string& key);

/// Checks the formats in a value that violates its schema in nothing else.
void walk_formats(Walk& walk, const nlohmann::json& schema, const nlohmann::json& value);

/// Tells whether JSON Schema takes two values for equal: numbers by value, all else by type and
/// content.
bool equal_values(const nlohmann::json& a, const nlohmann::json& b);

/// How to get out of a violation: in words, and as an edit where a program can do it.
struct WayOut {
  WayOut(std::string words) : help(std::move(words)) {}
  WayOut(const char* words) : help(words) {}

  std::string help;
  std::optional<Fix> fix = {};
};

/// Reports a violation by the value that the walk stands at.
void report_value(
    Walk& walk, const char* check, FindingRank rank, std::string message, WayOut way_out);

/// Reports a violation by a member, at its key, or at the key of the object if the member is
/// missing.
Violation& report_member(
    Walk& walk, const char* check, const std::string& key, std::string message, WayOut way_out);
Violation& report_missing(
    Walk& walk, const char* check, const std::string& key, std::string message, WayOut way_out);

/// Merges the echoes of one defect.
void merge_violations(std::vector<Violation>& findings, const Document& document);

/// Merges the echoes of one defect and sorts what is left by place.
std::vector<Diagnostic> merge_findings(std::vector<Violation> findings, const Document& document);

/// Finds every violation; `value` is the document's value as the schema shall see it.
struct Explanation {
  std::vector<Diagnostic> diagnostics;
  bool conforms = true;
};
Explanation explain_value(SchemaIndex& index,
                          const Document& document,
                          const nlohmann::json& value);

/// Finds what `explain_value` does in a value that conforms: formats are no part of the verdict.
std::vector<Diagnostic> explain_formats(SchemaIndex& index,
                                        const Document& document,
                                        const nlohmann::json& value);

}  // namespace simrules
