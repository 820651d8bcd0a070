#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "diff/change.h"
#include "history/states.h"
#include "history/trail.h"
#include "model/catalog.h"

namespace simrules {

/// What became of a policy or rule from one state of our data to the next.
enum class RecordKind {
  kFirstRecorded,
  kRecordedAgain,
  kChanged,
  kMoved,
  kRetired,
  kRemoved,
  kUnchanged
};

const char* to_string(RecordKind kind);

/// What a state of our data says otherwise than the one before it.
/// Shape: `from` is nothing where it was not there before, `to` where it is gone; `base` and `head`
///        are what the changes are put into words with; of a rule that moved they hold what it was
///        like before under the name that it has now. A first record of a policy has the change
///        that the policy is there.
struct HistoryRecord {
  std::size_t state = 0;
  RecordKind kind = RecordKind::kUnchanged;
  std::optional<RuleName> from;
  std::optional<RuleName> to;
  std::vector<Change> changes;
  Catalog base;
  Catalog head;
};

/// Lists what each state says otherwise than the one before it.
/// Shape: oldest first; without a state that says the same.
std::vector<HistoryRecord> list_records(const DataStates& states, const Trail& trail);

/// What one state says otherwise than the one before it.
HistoryRecord record_of(const DataStates& states, const Trail& trail, std::size_t state);

/// A date that the carrier set for a rule, a plan or a zone, and what holds since then or no longer.
/// Shape: `item` names a rule, or a plan or zone with its section as topic; `event` is the member of
///        the item that has the date (`announced`, `from`, `until`, `since`, ...) and `place` is where it
///        stands; the date is as precise as its source; `changes` are those of the item
///        between the day before and that day (`from`) or that day and the next (`until`), and empty
///        for what only speaks of another date; `is_ahead` tells that the date had not come when the
///        newest release was made; `state` is the data that the date rests on; `base` and `head` are
///        what the changes are put into words with.
struct DatedEvent {
  std::size_t state = 0;
  RuleName item;
  std::string event;
  Address place;
  PartialDate date;
  bool is_ahead = false;
  std::vector<Change> changes;
  Catalog base;
  Catalog head;
};

/// Lists the dates that the carrier set, by the newest released data that gives each of them.
/// Shape: earliest first. A date that a later release corrected is left out, and so is one that the
///        carrier changed before it came.
std::vector<DatedEvent> list_events(const DataStates& states, const Trail& trail);

/// Returns the policy with a rule, or with one that takes the place of its own, under a name.
Policy with_rule(const Policy& policy,
                 const Item& rule,
                 const RuleName& name,
                 const PolicySchema& schema);

/// The history of a policy or of a rule.
/// Shape: `name` is what it is called now, or was called last; `former` what else it was called,
///        oldest first; `unreleased` is there where the states hold one that is not released.
struct History {
  RuleName name;
  std::vector<RuleName> former;
  std::vector<DatedEvent> events;
  std::vector<HistoryRecord> records;
  std::optional<HistoryRecord> unreleased;
};

/// Tells what became of a policy or rule that a trail follows.
History tell_history(const DataStates& states, const Trail& trail);

/// Counts the states that were released.
std::size_t released_count(const DataStates& states);

}  // namespace simrules
