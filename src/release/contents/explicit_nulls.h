#pragma once

#include <set>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace simrules {

/// Ends the name of the copy of a definition that allows null, too.
inline constexpr std::string_view kOrNull = "_or_null";

/// Lists, in an object's schema, the keys that authors may leave out.
inline constexpr const char* kOptional = "x-optional";

/// Turns the schema of what authors write into the schema of what a dataset holds: every key of an
/// object is there, null where nothing is stated, or what its absence states (`x-absent`).
/// Shape: `definitions` are those of the policy schema, with the policy itself among them; each
///        optional field that may be null and refers to a definition refers to its copy
///        `<definition>_or_null`; `x-optional` lists the keys that authors may leave out. Maps, whose
///        keys are data, stay as they are.
void require_explicit_nulls(nlohmann::json& definitions);

/// Lets a field be null; `wanted` collects the definitions of which a copy with null is wanted.
void let_be_null(nlohmann::json& field, std::set<std::string>& wanted);

/// Makes a copy with null, `<definition>_or_null`, of each definition that is wanted.
void add_nullable_copies(nlohmann::json& definitions, std::set<std::string> wanted);

/// Adds what authors may leave out and a value lacks: the value that absence states, or null.
/// Shape: `schema` is that of authors or of a dataset; `definitions` hold the targets of its references.
void add_explicit_nulls(nlohmann::json& value,
                        const nlohmann::json& schema,
                        const nlohmann::json& definitions);

/// Takes back what `add_explicit_nulls` did, and with it what an author wrote that absence states, too.
void drop_explicit_nulls(nlohmann::json& value,
                         const nlohmann::json& schema,
                         const nlohmann::json& definitions);

}  // namespace simrules
