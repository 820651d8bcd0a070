#pragma once

#include <string>

#include "schema/explain/walk.h"

namespace simrules {

/// How many words a message names; more would not fit on a line of a terminal.
inline constexpr std::size_t kMaxWords = 12;

/// Names the value that a walk stands at: "`max`", "item 2 of `plans`", "the document".
std::string name_of(const Walk& walk, const SchemaNode& node);

/// Describes a value in a few words: "the string `yes`", "a list".
std::string describe_value(const nlohmann::json& value);

/// Writes a value without quotes around a string, as one line.
std::string dumped(const nlohmann::json& value);

/// Tells whether a schema shows by an example what a text looks like.
bool has_words(const SchemaNode& node);

/// Quotes a scalar as the document writes it.
std::string quoted_value(const nlohmann::json& value);

/// Completes "expected ...": "a whole number of at least 1, or `unlimited` or `unpublished`".
std::string expected_of(const SchemaNode& node);

/// Lists the words of a schema, of its `enum`, `const` or pattern of words.
std::vector<std::string> words_of_node(const SchemaNode& node);

/// Returns an annotation of the value that a walk stands at: of the schema at hand, which may be a
/// part of a condition, else of the field itself.
std::string annotation(const Walk& walk, const SchemaNode& node, const char* keyword);

/// Makes a phrase of a message from a description: without a capital letter and a final period.
std::string phrase(std::string sentence);

/// Returns the help line under a finding at a value: `x-help`, else what the description says.
std::string help_of(const Walk& walk, const SchemaNode& node);

/// Finds the schema that `properties`, `items` and `additionalProperties` give the value that a
/// walk stands at; nullptr where only conditions or branches know it.
const SchemaNode* field_of(const Walk& walk);

/// Counts things for a message: "1 item", "2 items".
std::string counted(std::size_t count, const std::string& noun);

}  // namespace simrules
