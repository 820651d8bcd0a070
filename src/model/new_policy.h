#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace simrules {

/// What is known of a policy that nobody has written yet.
/// Shape: `names` by language, English among them; `countries` is not empty; `language` is that of the
///        pages to read, and `schema` is where an editor finds the schema.
/// Units: `date` is the day of its revisions, as 2026-11-22.
struct NewPolicy {
  std::string id;
  std::map<std::string, std::string> names;
  std::string kind;
  std::vector<std::string> countries;
  std::string currency;
  std::string date;
  std::string language = "en";
  std::string schema = "../../schemas/policy.schema.json";
};

/// Returns schemas/new_policy.yaml as it was when the program was built.
std::string_view new_policy_template();

/// Fills the gaps of a template with what is known of a policy.
/// Shape:  a gap is `${id}`, `${names}`, `${kind}`, `${countries}`, `${currency}`, `${role}`,
///         `${language}`, `${schema}`, `${publisher}` or `${date}`.
/// Errors: nothing when the template has any other gap.
std::optional<std::string> new_policy_text(const NewPolicy& policy, std::string_view text);

}  // namespace simrules
