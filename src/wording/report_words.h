#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace simrules {

/// The words of a report of changes beside those of ui_words.h.
/// Shape: `kCompared` and `kAsOf` are patterns with two gaps, and what begins with `kMore` or ends
///        with `Count` is one with one.
enum class ReportWord {
  kTitle,
  kBase,
  kHead,
  kCompared,
  kNoChanges,
  kPolicyItself,
  kCorrections,
  kCorrectionsNote,
  kAnnounced,
  kAnnouncedNote,
  kCause,
  kEffective,
  kSources,
  kImpact,
  kPolicyAndRule,
  kChange,
  kBefore,
  kAfter,
  kCauseColumn,
  kEffectiveColumn,
  kEvidenceColumn,
  kAsidesCount,
  kRecorded,
  kIncomparable,
  kMoreChanges,
  kMoreAnnotations,
  kNextVersion,
  kMoreReasons,
  kNothing,
  kRelease,
  kDataset,
  kFolder,
  kCommit,
  kVersion,
  kAsOf,
  kNotYetInForce
};

/// Returns a word of a report; English is the fallback of every language.
std::string_view report_word(ReportWord word, std::string_view language);

/// Fills a word that is a pattern with the two sides of a comparison, or with a count.
std::string report_words(ReportWord word,
                         std::string_view language,
                         std::string_view base,
                         std::string_view head);
std::string report_words(ReportWord word, std::string_view language, std::size_t count);

/// Counts changes and the policies that they are in: "3 changes in 1 policy".
std::string change_count_text(std::size_t changes, std::size_t policies, std::string_view language);

}  // namespace simrules
