#include "gate/evidence.h"

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "model/freshness.h"

namespace simrules {
namespace {

using nlohmann::json;

/// The day on which each source of some evidence was read.
using Readings = std::map<std::string, std::string>;

Readings readings_of(const json& cited, const json& policy) {
  Readings readings;
  for (const json& item : cited.value("evidence", json::array())) {
    readings[item.value("source", "")];
  }
  for (const json& source : policy.value("sources", json::array())) {
    const auto reading = readings.find(source.value("id", ""));
    if (reading != readings.end()) reading->second = source.value("accessed", "");
  }
  return readings;
}

}  // namespace

std::string newest_read(const json& cited, const json& policy) {
  const json* newest = newest_reading(cited, policy);
  return newest == nullptr ? "" : newest->value("accessed", "");
}

std::string newest_source(const json& policy) {
  std::string newest;
  for (const json& source : policy.value("sources", json::array())) {
    newest = std::max(newest, source.value("accessed", ""));
  }
  return newest;
}

bool was_read_again(const json& base_rule,
                    const json& base_policy,
                    const json& head_rule,
                    const json& head_policy) {
  const Readings before = readings_of(base_rule, base_policy);
  const Readings after = readings_of(head_rule, head_policy);
  return std::any_of(after.begin(), after.end(), [&](const Readings::value_type& reading) {
    const auto former = before.find(reading.first);
    return former == before.end() || reading.second > former->second;
  });
}

}  // namespace simrules
