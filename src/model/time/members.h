#pragma once

#include <string_view>

namespace simrules::member_name {

// What the terms of a day are made of and of what they are rid, by name; beside the views of
// model/policy.h, which only read.

/// The members of a thing that tell of it at other times.
inline constexpr std::string_view kOfOtherTimes[] = {"previously", "suspended", "seen"};

/// The members that earlier terms have of their own or not at all.
inline constexpr std::string_view kNeverInherited[] = {
    "evidence", "reasons", "notes", "revision", "since", "seen"};

/// The members of earlier terms that say when they held and how they differed; no terms themselves.
inline constexpr std::string_view kOfEarlierTerms[] = {
    "until", "announced", "without", "added", "removed", "seen"};

/// The members that say what a thing is, whatever its terms are.
inline constexpr std::string_view kOfTheThing[] = {
    "id", "name", "mechanism", "plans", "except", "lifecycle", "effective"};

inline constexpr const char* kEffective = "effective";
inline constexpr const char* kPreviously = "previously";
inline constexpr const char* kFrom = "from";
inline constexpr const char* kAnnounced = "announced";
inline constexpr const char* kUntil = "until";
inline constexpr const char* kSeen = "seen";
inline constexpr const char* kWithout = "without";
inline constexpr const char* kAdded = "added";
inline constexpr const char* kRemoved = "removed";
inline constexpr const char* kSince = "since";
inline constexpr const char* kLifecycle = "lifecycle";
inline constexpr const char* kVerdict = "verdict";
inline constexpr const char* kEvidence = "evidence";
inline constexpr const char* kRevision = "revision";
inline constexpr const char* kReasons = "reasons";
inline constexpr const char* kUpcoming = "upcoming";
inline constexpr const char* kCountries = "countries";

/// Verdicts of a state where nothing is known, and in a pause.
inline constexpr const char* kUnknownVerdict = "unknown";
inline constexpr const char* kNotOffered = "not_offered";

}  // namespace simrules::member_name
