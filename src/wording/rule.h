#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "model/catalog.h"
#include "schema/schema.h"
#include "schema/spec/find_field.h"
#include "wording/phrasing.h"

namespace simrules {

/// The fields of a rule that sentences and reports are about; every other is told by its
/// specification alone.
namespace field {
inline constexpr const char* kVerdict = "verdict";
inline constexpr const char* kLifecycle = "lifecycle";
inline constexpr const char* kMechanism = "mechanism";
inline constexpr const char* kRecipients = "recipients";
inline constexpr const char* kConditions = "conditions";
inline constexpr const char* kAlternatives = "alternatives";
inline constexpr const char* kReasons = "reasons";

/// The verdict that nobody knows.
inline constexpr const char* kUnknown = "unknown";
}  // namespace field

/// Returns the name of a policy, else its id.
std::string policy_name(const Policy& policy, std::string_view language);

/// Returns the specification of a field of the rules of a topic, or nullptr.
const FieldSpec* rule_field(const PolicySchema& schema,
                            std::string_view topic,
                            std::string_view field);

/// Puts a field of a rule into words; empty where the rule does not have it.
std::string rule_field_phrase(const Phrasing& phrasing, const Rule& rule, std::string_view field);

/// Returns the name of a rule, else what kind of rule it is.
std::string rule_phrase(const Phrasing& phrasing, const Rule& rule);

/// Returns the label of the word that a rule has in a field; empty where it has none.
std::string rule_word(const Rule& rule,
                      std::string_view field,
                      const PolicySchema& schema,
                      std::string_view language);

/// Tells the terms of a rule in one line: "recipients: family group; conditions: ...".
/// Shape: without the members that `left_out` names; empty where nothing is left.
std::string rule_terms(const Phrasing& phrasing,
                       const nlohmann::json& rule,
                       const FieldSpec& spec,
                       const std::vector<std::string>& left_out);

/// Says in one sentence what a rule allows to whom and on which terms.
/// Shape: one line that ends with the full stop of the language; nothing is escaped, that is for
///        the format to do.
std::string rule_sentence(const Rule& rule,
                          const Policy& policy,
                          const PolicySchema& schema,
                          std::string_view language);

/// The most columns that the short form of a rule takes.
inline constexpr std::size_t kShortWidth = 60;

/// Says in a few words what a rule allows, for lists of many: the verdict and as many of the terms
/// that the schema ranks first (`x-short`) as there is room for.
/// Shape: one line of at most `kShortWidth` columns, without a full stop.
std::string rule_short(const Rule& rule,
                       const Policy& policy,
                       const PolicySchema& schema,
                       std::string_view language);

}  // namespace simrules
