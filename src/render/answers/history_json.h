#pragma once

#include <string>

#include "history/records.h"

namespace simrules {

/// Writes a history for programs.
/// Shape: schemas/history.schema.json; every member is always there, null or empty where there is
///        nothing.
std::string history_as_json(const History& history, const DataStates& states);

}  // namespace simrules
