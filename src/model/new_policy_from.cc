#include "model/new_policy_from.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/pointer.h"
#include "document/layout/block.h"
#include "model/network_role.h"

namespace simrules {
namespace {

using nlohmann::json;

/// What is another brand's alone: its past, its family, its codes and what is told of it.
constexpr std::array kNotTaken = {"formerly",
                                  "operator",
                                  "parent",
                                  "rank",
                                  "plmn",
                                  "alternatives",
                                  "retired",
                                  "withdrawn",
                                  "effective",
                                  "since",
                                  "seen",
                                  "previously",
                                  "suspended",
                                  "upcoming",
                                  "notes",
                                  "revision"};

constexpr const char* kMark = "# change this";
constexpr const char* kPage = "carrier-page";

bool is_taken_over(std::string_view name) {
  return std::ranges::find(kNotTaken, name) == kNotTaken.end();
}

json evidence() {
  return {{{"source", kPage}, {"stance", "supports"}, {"claim", {{"en", "What the page says."}}}}};
}

/// Copies what a value says of its subject, with one page as its evidence.
json shape_of(const json& value, const NewPolicy& policy) {
  if (!value.is_structured()) return value;
  json shape = value.is_array() ? json::array() : json::object();
  if (value.is_array()) {
    for (const json& item : value) shape.push_back(shape_of(item, policy));
    return shape;
  }
  for (const auto& [name, member] : value.items()) {
    if (is_taken_over(name)) shape[name] = shape_of(member, policy);
  }
  if (shape.contains("currency")) shape["currency"] = policy.currency;
  if (shape.contains("evidence")) shape["evidence"] = evidence();
  return shape;
}

json source_of(const NewPolicy& policy) {
  return {{"id", kPage},
          {"url", "https://example.com/page"},
          {"publisher", policy.names.at("en")},
          {"tier", "official"},
          {"language", policy.language},
          {"accessed", policy.date}};
}

json draft_of(const json& other, const NewPolicy& policy, const std::vector<std::string>& topics) {
  json draft = shape_of(other, policy);
  draft["id"] = policy.id;
  draft["name"] = policy.names;
  draft["kind"] = policy.kind;
  draft["countries"] = policy.countries;
  draft["sources"] = {source_of(policy)};
  const std::string role = needed_network_role(policy.kind);
  for (json& network : draft["networks"]) {
    if (!role.empty()) network["role"] = role;
    // So that the page is named by something.
    network["evidence"] = evidence();
  }
  for (const std::string& topic : topics) {
    json::array_t& rules = draft.at(topic).get_ref<json::array_t&>();
    // What is over is the other one's past, too, unless it is all that there is.
    const auto is_over = [](const json& rule) { return Item(&rule).has_ended(); };
    if (!std::ranges::all_of(rules, is_over)) std::erase_if(rules, is_over);
    for (json& rule : rules) {
      rule["revision"] = {{"date", policy.date}, {"cause", "initial"}};
    }
  }
  return draft;
}

}  // namespace

std::string new_policy_text_from(const Policy& other,
                                 const NewPolicy& policy,
                                 const PolicySchema& schema) {
  const json draft = draft_of(other.raw(), policy, schema.topics());
  Comments comments;
  comments.at[""].above = {
      "# yaml-language-server: $schema=" + policy.schema,
      fmt::format(
          "# A policy that begins as {}: whatever stands at `change this` is that one's, or",
          other.id),
      "# made up, until a page of this brand says it. What no source says is `unknown`."};
  for (const auto& [name, value] : draft.items()) {
    if (!value.is_array() || value.empty() || !value.front().is_object()) continue;
    for (std::size_t i = 0; i < value.size(); ++i) {
      comments.at[pointer_join("/" + name, i)].behind = kMark;
    }
  }
  return canonical_yaml(draft, std::move(comments));
}

}  // namespace simrules
