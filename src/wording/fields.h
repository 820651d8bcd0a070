#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/member.h"
#include "model/catalog.h"
#include "schema/schema.h"

namespace simrules {

/// The few fields of a policy that reports are about; everything else is shown through its
namespace field {
/// FieldSpec.
inline constexpr const char* kVerdict = "verdict";
inline constexpr const char* kLifecycle = "lifecycle";
inline constexpr const char* kMechanism = "mechanism";
inline constexpr const char* kRecipients = "recipients";
inline constexpr const char* kConditions = "conditions";
inline constexpr const char* kAlternatives = "alternatives";
inline constexpr const char* kReasons = "reasons";
}  // namespace field

/// How a verdict is shown beside its word, so that colour is never all there is.
/// Shape: `sign` is one ASCII character for terminals, `shape` a geometric one, `css_class` a class
/// of the page.
struct VerdictMark {
  std::string_view verdict;
  std::string_view sign;
  std::string_view shape;
  std::string_view css_class;
};

/// Returns the mark of a verdict; a verdict that has none is marked as unknown.
const VerdictMark& verdict_mark(std::string_view verdict);

/// One source that speaks for or against something.
/// Shape: `url` is empty for a source without a page; `accessed` is the day on which it was read.
struct EvidenceLine {
  std::string source;
  std::string publisher;
  std::string title;
  std::string tier;
  std::string stance;
  std::string claim;
  std::string url;
  std::string accessed;

  /// Returns what the source is called: the title of one without a page, else who published it.
  const std::string& shown_name() const {
    return url.empty() && !title.empty() ? title : publisher;
  }
};

/// Returns the name of a policy, a rule or a plan; nothing if it has none.
std::string name_of(const nlohmann::json& named, std::string_view language);

/// Returns the name of a policy, else its id.
std::string policy_name(const Policy& policy, std::string_view language);

/// Returns the name of a rule, else what kind of rule it is.
std::string rule_name(const Rule& rule, const PolicySchema& schema, std::string_view language);

/// Returns the specification of the rules of a topic, or nullptr.
const FieldSpec* rule_spec(const PolicySchema& schema, std::string_view topic);

/// Puts one field of a rule into words; empty where the rule does not have it.
std::string rule_field_text(const Rule& rule,
                            std::string_view field,
                            const PolicySchema& schema,
                            std::string_view language);

/// Lists the evidence of a rule, a reason or an alternative, in the order of the file.
std::vector<EvidenceLine> evidence_of(const nlohmann::json& item,
                                      const nlohmann::json& policy,
                                      const PolicySchema& schema,
                                      std::string_view language);

}  // namespace simrules
