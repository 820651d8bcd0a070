#pragma once

#include "diff/version_level.h"
#include "schema/spec/field_spec.h"

namespace simrules {

/// Decides what a change of the policy schema does to the version, for those who read datasets: MAJOR
/// a field, a word or a type that is gone, or a type that is new; MINOR a field or a word that is new.
/// Shape: as of `version_level`; what a schema says for people is no change.
VersionLevel schema_level(const FieldSpec& base, const FieldSpec& head);

}  // namespace simrules
