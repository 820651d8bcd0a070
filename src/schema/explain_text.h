#pragma once

#include <string>

#include "schema/explain_walk.h"

namespace simrules {

/// Names the value that a walk stands at: "`max`", "item 2 of `plans`", "the document".
std::string name_of(const Walk& walk, const SchemaNode& node);

/// Describes a value in a few words: "the string `yes`", "a list".
std::string describe_value(const nlohmann::json& value);

/// Quotes a scalar as the document writes it.
std::string quoted_value(const nlohmann::json& value);

/// Completes "expected ...": "a whole number of at least 1, or `unlimited` or `unpublished`".
std::string expected_of(const SchemaNode& node);

/// Lists the words of a schema, of its `enum`, `const` or pattern of words.
std::vector<std::string> words_of_node(const SchemaNode& node);

/// Counts things for a message: "1 item", "2 items".
std::string counted(std::size_t count, const std::string& noun);

}  // namespace simrules
