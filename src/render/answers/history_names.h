#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "history/records.h"
#include "render/changes/change_sections.h"

namespace simrules {

/// Writes an id as the dataset does: `jp/au`, or `jp/au#transfer/data-gift`.
std::string id_text(const RuleName& name);

/// Returns the newest policy that a history is about; nullptr where no state has it.
const Policy* newest_policy(const History& history, const DataStates& states);

/// Returns the rule, plan or zone that a date belongs to, in the data that the date rests on.
const nlohmann::json& item_of(const DatedEvent& event, const DataState& state);

/// Lists the sources that a date rests on, each once.
std::vector<SourceLink> sources_of(const DatedEvent& event, const DataState& state);

/// Calls what came on a date: "first day", "last day of the waiver of the reissue fee".
std::string event_phrase(const DatedEvent& event,
                         const DataState& state,
                         std::string_view language);

/// Calls the rule, plan or zone that a date belongs to, with its id.
std::string item_phrase(const DatedEvent& event, const DataState& state, std::string_view language);

}  // namespace simrules
