#pragma once

#include <nlohmann/json_fwd.hpp>

namespace simrules {

/// Turns the schema of what authors write into the schema of what a dataset holds: every key of an
/// object is there, null where nothing is stated, or what its absence states (`x-absent`).
/// Shape: `definitions` are those of the policy schema, with the policy itself among them; each
///        optional field that may be null and refers to a definition refers to its copy
///        `<definition>_or_null`; `x-optional` lists the keys that authors may leave out. Maps, whose
///        keys are data, stay as they are.
void require_every_key(nlohmann::json& definitions);

/// Takes back what `require_every_key` did to the fields, but for the least length of lists that
/// absence states to be empty; nothing for a schema that it has never seen.
void relax_every_key(nlohmann::json& definitions);

/// Adds what the schema requires and a value lacks: the value that absence states, or null.
/// Shape: `definitions` hold the targets of the schema's references.
void add_every_key(nlohmann::json& value,
                   const nlohmann::json& schema,
                   const nlohmann::json& definitions);

/// Takes back what `add_every_key` did, and with it what an author wrote that absence states, too.
void drop_unstated(nlohmann::json& value,
                   const nlohmann::json& schema,
                   const nlohmann::json& definitions);

}  // namespace simrules
