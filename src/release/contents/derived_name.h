#pragma once

namespace simrules::derived_name {

// The members that a dataset has beside what authors write.
inline constexpr const char* kSource = "source";
inline constexpr const char* kConfidence = "confidence";
inline constexpr const char* kRef = "ref";
inline constexpr const char* kTopic = "topic";
inline constexpr const char* kSentence = "sentence";
inline constexpr const char* kShort = "short";
inline constexpr const char* kAnswers = "answers";
inline constexpr const char* kAnswer = "answer";
inline constexpr const char* kInForce = "in_force";
inline constexpr const char* kPast = "past";
inline constexpr const char* kUpcoming = "upcoming";
inline constexpr const char* kTerms = "terms";

/// What authors call `upcoming`: it has no day.
inline constexpr const char* kAnnouncement = "announcement";

/// What a dataset keeps of what a thing says of other times, as it is written.
inline constexpr const char* kSuspended = "suspended";

}  // namespace simrules::derived_name
