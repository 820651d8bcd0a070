#pragma once

#include <string>
#include <unordered_map>

#include <nlohmann/json.hpp>

#include "schema/language/place.h"

namespace simrules {

/// Where the schema of a field leads to.
/// Shape: `place` is empty where there was no reference.
struct FieldTarget {
  const nlohmann::json* node;
  std::string place;
};

/// The references of a linted schema, each followed once: many fields share a definition.
class FieldTargets {
 public:
  explicit FieldTargets(const nlohmann::json& root) : root_(root) {}

  const FieldTarget& of(const nlohmann::json& written) {
    const auto [known, is_new] = targets_.try_emplace(&written);
    FieldTarget& target = known->second;
    if (is_new) target.node = &resolve_place(root_, written, target.place);
    return target;
  }

 private:
  const nlohmann::json& root_;
  std::unordered_map<const nlohmann::json*, FieldTarget> targets_;
};

}  // namespace simrules
