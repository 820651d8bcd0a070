#pragma once

#include <string>
#include <string_view>

#include "history/records.h"

namespace simrules {

/// The words of a history beside those of other reports.
/// Shape: `kReleaseOf`, `kEventsNote`, `kAhead`, `kBy`, `kFormerly` and `kBecame` are patterns.
enum class HistoryWord {
  kEvents,
  kEventsNote,
  kNoEvents,
  kAhead,
  kRecords,
  kNoRecords,
  kUnreleased,
  kReleaseOf,
  kBy,
  kFormerly,
  kBecame
};

/// Returns a word of a history; English is the fallback of every language.
std::string_view history_word(HistoryWord word, std::string_view language);

/// Fills a word that is a pattern.
std::string history_words(HistoryWord word,
                          std::string_view language,
                          std::string_view first,
                          std::string_view second = "");

/// Returns how people call what became of something in our data.
std::string_view record_word(RecordKind kind, std::string_view language);

}  // namespace simrules
