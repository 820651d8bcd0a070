#pragma once

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

namespace simrules {

/// What the kind of a quantity is where it is a number, with or without a unit.
inline constexpr const char* kQuantityKind = "quantity";

/// Ends the name of what tells whether a decimal is a number, or what stands in its place.
inline constexpr const char* kKind = "_kind";

/// Ends the names of the first and the last day that a date can mean.
inline constexpr const char* kEarliest = "_earliest";
inline constexpr const char* kLatest = "_latest";

/// Turns the schema of what authors write, every key of it there, into that of what a dataset tells:
/// each field has one type, or null.
/// Shape:  a list or a word is a list with a flag beside it; a quantity or a word an object with `kind`;
///         a date has the first and the last day that it can mean beside it; a decimal is a number, and
///         null with a kind beside it where a word can stand in its place.
///         What only constrains other fields is left to the schema of the authors.
/// Errors: the name of a field that is there twice then; the definitions are of no use after that.
std::optional<std::string> tell_in_one_type(nlohmann::json& definitions);

/// Tells a value in the same way.
/// Shape: `schema` and `definitions` are those that `tell_in_one_type` was given.
nlohmann::json told_value(const nlohmann::json& value,
                          const nlohmann::json& schema,
                          const nlohmann::json& definitions);

}  // namespace simrules
