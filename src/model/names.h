#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace simrules {

/// Names a rule across a catalog, or a policy as such.
/// Shape: topic and id are empty for a policy; of a plan, a zone or a source the topic is the list
///        that it stands in.
struct RuleName {
  std::string policy;
  std::string topic = {};
  std::string id = {};

  /// Tells whether it names a policy and no rule of it.
  bool is_policy() const { return id.empty(); }

  // The zero that a defaulted order is compared with is no pointer.
  auto operator<=>(const RuleName&) const = default;  // NOLINT(modernize-use-nullptr)
};

/// Writes a name as it is known everywhere: `jp/au#transfer/data-gift`; `jp/au` for a policy.
std::string to_string(const RuleName& name);

/// Reads `jp/au#transfer/data-gift` or `jp/au`.
/// Errors: nothing for a text that lacks one of the parts.
std::optional<RuleName> parse_rule_name(std::string_view text);

/// Writes what a rule is called within its policy: `transfer/data-gift`; empty for a policy.
std::string local_name(const RuleName& name);
std::string local_name(std::string_view topic, std::string_view id);

/// Reads what a rule of a policy is called within it.
/// Shape: the topic is empty for an id alone, `data-gift`.
RuleName parse_local_name(std::string_view policy, std::string_view text);

/// The sides of a comparison.
enum class DiffSide { kBase, kHead };

/// A place in a policy on one side of a comparison.
/// Shape: `pointer` names list items by their key, `/transfer/data-gift/recipients`, and is empty
///        for the policy as such.
struct Address {
  std::string policy;
  std::string pointer = {};
  DiffSide side = DiffSide::kHead;

  auto operator<=>(const Address&) const = default;
};

/// Names the rule, plan, zone or source that an address leads to or into; the policy for a field of
/// the policy itself.
RuleName item_at(const Address& address);

/// Returns the address of a rule, a plan or a zone as a whole, or of a policy.
Address address_of(const RuleName& name, DiffSide side);

}  // namespace simrules
