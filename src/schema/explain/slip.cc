#include "schema/explain/slip.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "schema/codes.h"
#include "schema/explain/text.h"

namespace simrules {
namespace {

using nlohmann::json;

/// A number and what stands around it: `5` and `GB`, `980` and `¥`.
struct Amount {
  json number;
  std::string rest;
};

/// Cuts a text in its number and the rest; nothing unless there is one number in it.
std::optional<Amount> amount_of(const std::string& text) {
  const auto first = std::ranges::find_if(text, is_digit);
  std::string digits;
  auto end = first;
  for (; end != text.end() && (is_digit(*end) || *end == '.' || *end == ','); ++end) {
    if (*end != ',') digits += *end;
  }
  const std::string rest = std::string(text.begin(), first) + std::string(end, text.end());
  const bool one_number = std::ranges::none_of(rest, is_digit) && !digits.empty() &&
                          digits.back() != '.' && std::ranges::count(digits, '.') <= 1;
  const bool fits =
      digits.size() < 15 && (digits.size() == 1 || digits[0] != '0' || digits[1] == '.');
  if (!one_number || !fits) return std::nullopt;
  Amount amount;
  for (const char c : rest) {
    if (c != ' ') amount.rest += c;
  }
  const bool is_whole = digits.find('.') == std::string::npos;
  amount.number = is_whole ? json(std::stoll(digits)) : json(digits);
  return amount;
}

/// Returns the words of the unit that a mapping of a value and a unit takes; none for anything else.
std::vector<std::string> units_of(Walk& walk, const SchemaNode& node) {
  const bool is_quantity = node.properties != nullptr && node.properties->contains("unit") &&
                           node.properties->contains("value");
  return is_quantity ? words_of_node(walk.index.node(node.properties->at("unit")))
                     : std::vector<std::string>();
}

/// Finds the schema of a quantity: the node itself, or what it says of a mapping by its branches.
std::vector<std::string> find_units(Walk& walk, const SchemaNode& node) {
  std::vector<std::string> units = units_of(walk, node);
  for (const json* parts : {node.all_of, node.any_of, node.one_of}) {
    for (std::size_t i = 0; parts != nullptr && units.empty() && i < parts->size(); ++i) {
      units = find_units(walk, walk.index.node(parts->at(i)));
    }
  }
  for (const json* part : {node.consequence, node.alternative}) {
    if (part != nullptr && units.empty()) units = find_units(walk, walk.index.node(*part));
  }
  return units;
}

std::optional<Slip> quantity_slip(const std::vector<std::string>& units, Amount amount) {
  // As speeds are written on most pages.
  constexpr std::string_view kPerSecond = "bps";
  if (amount.rest.ends_with(kPerSecond)) {
    amount.rest.replace(amount.rest.size() - kPerSecond.size(), kPerSecond.size(), "bit/s");
  }
  const auto exact = std::ranges::find(units, amount.rest);
  const auto unit = exact != units.end() ? std::optional(*exact) : nearest(amount.rest, units);
  if (!unit) return std::nullopt;
  return Slip{"write the value and its unit", {{"value", amount.number}, {"unit", *unit}}};
}

}  // namespace

std::optional<Slip> find_slip(Walk& walk, const SchemaNode& node, const json& value) {
  const std::vector<std::string> units = find_units(walk, node);
  if (value.is_number_integer() && !units.empty()) {
    std::string unit = units.front();
    for (const char* usual : {"GB", "hour"}) {
      if (std::ranges::find(units, usual) != units.end()) unit = usual;
    }
    const json meant = {{"value", value}, {"unit", unit}};
    return Slip{"a number alone has no unit; write one, such as", meant, false};
  }
  if (!value.is_string()) return std::nullopt;
  const auto amount = amount_of(value.get<std::string>());
  if (!amount || amount->rest.empty()) return std::nullopt;
  if (!units.empty()) return quantity_slip(units, *amount);
  if (meant_currency(amount->rest).empty()) return std::nullopt;
  return Slip{"write the number alone, its currency is a field of its own", amount->number, false};
}

std::string flow_notation(const json& value) {
  if (!value.is_object()) return value.dump();
  std::string members;
  // A unit follows its value, as people read them.
  for (const char* key : {"value", "unit"}) {
    const json& member = value.at(key);
    const std::string text = std::string(key) == "unit" ? member.get<std::string>() : member.dump();
    members += fmt::format("{}{}: {}", members.empty() ? "" : ", ", key, text);
  }
  return "{" + members + "}";
}

}  // namespace simrules
