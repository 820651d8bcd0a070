#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "history/records.h"
#include "model/policy.h"
#include "render/changes/sections.h"

namespace simrules {

/// Returns the newest policy that a history is about; nullptr where no state has it.
const Policy* newest_policy(const History& history, const DataStates& states);

/// Returns the rule, plan or zone that a date belongs to, in the data that the date rests on.
Item item_of(const DatedEvent& event, const DataState& state);

/// Lists the sources that a date rests on, each once.
std::vector<SourceLink> sources_of(const DatedEvent& event, const DataState& state);

/// Calls what came on a date: "first day", "last day of the waiver of the reissue fee".
std::string event_phrase(const DatedEvent& event,
                         const DataState& state,
                         std::string_view language);

/// Calls the rule, plan or zone that a date belongs to, with its id.
std::string item_name(const DatedEvent& event, const DataState& state, std::string_view language);

}  // namespace simrules
