#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "model/policy.h"
#include "schema/spec/field_spec.h"

namespace simrules {

/// What tells subscribers apart: the plan, the country or zone, the word of where, the service.
enum class Axis { kPlan, kPlace, kWhere, kService };

inline constexpr std::size_t kAxes = 4;

/// One subscriber, as far as any term tells it from others: a value on each axis, empty for what
/// nobody names.
struct Subscriber {
  std::array<std::string_view, kAxes> values;

  std::string_view on(Axis axis) const { return values.at(static_cast<std::size_t>(axis)); }
};

/// The places of a policy's zones on one side of a comparison.
/// Shape: the countries of a zone that lists them; a zone that is not listed on both sides is a
///        place of its own, so that it is compared with itself.
class Places {
 public:
  Places(const PolicyView& policy, const PolicyView& other);

  /// Lists the places of a zone.
  std::vector<std::string_view> of(std::string_view zone) const;

  bool has(std::string_view zone, std::string_view place) const;

 private:
  std::map<std::string_view, std::vector<std::string_view>> listed_;
};

/// Something that has scopes: a rule, or a limit, fee or waiver in it.
struct Scoped {
  const nlohmann::json* item = nullptr;
  const FieldSpec* spec = nullptr;
  const Places* places = nullptr;

  /// Tells whether it is for a subscriber as far as one axis goes.
  bool is_for(Axis axis, std::string_view value) const;

  bool is_for(const Subscriber& subscriber) const;

  /// Tells whether it names places, so that it goes before what holds everywhere else.
  bool names_places() const;
};

/// Lists what has scopes in an item, with the item itself.
std::vector<Scoped> scoped_in(const Scoped& item);

/// Lists the values on an axis that the scopes name, sorted.
std::vector<std::string_view> named_on(Axis axis, const std::vector<Scoped>& scoped);

/// Tells whether a scope tells subscribers apart.
bool is_axis(Scope scope);

}  // namespace simrules
