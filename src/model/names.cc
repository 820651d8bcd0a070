#include "model/names.h"

#include <vector>

#include "base/pointer.h"

namespace simrules {

std::string to_string(const RuleName& name) {
  return name.is_policy() ? name.policy : name.policy + '#' + local_name(name);
}

std::optional<RuleName> parse_rule_name(std::string_view text) {
  const std::size_t hash = text.find('#');
  const std::string_view policy = text.substr(0, hash);
  if (policy.empty()) return std::nullopt;
  if (hash == std::string_view::npos) return RuleName{std::string(policy)};
  RuleName name = parse_local_name(policy, text.substr(hash + 1));
  if (name.topic.empty() || name.id.empty()) return std::nullopt;
  return name;
}

std::string local_name(const RuleName& name) {
  return name.is_policy() ? std::string() : local_name(name.topic, name.id);
}

std::string local_name(std::string_view topic, std::string_view id) {
  std::string name(topic);
  name += '/';
  return name += id;
}

RuleName parse_local_name(std::string_view policy, std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return {std::string(policy), "", std::string(text)};
  return {
      std::string(policy), std::string(text.substr(0, slash)), std::string(text.substr(slash + 1))};
}

RuleName item_at(const Address& address) {
  std::vector<std::string> tokens = pointer_split(address.pointer);
  if (tokens.size() < 2) return {address.policy};
  return {address.policy, std::move(tokens[0]), std::move(tokens[1])};
}

Address address_of(const RuleName& name, DiffSide side) {
  if (name.is_policy()) return {name.policy, "", side};
  return {name.policy, pointer_join(pointer_join("", name.topic), name.id), side};
}

}  // namespace simrules
