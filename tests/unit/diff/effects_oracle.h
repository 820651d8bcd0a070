#pragma once

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace simrules {

/// One subscriber of the oracle: a plan, a place and a service; empty for any that is not named.
struct OracleSubscriber {
  std::string plan;
  std::string place;
  std::string service;
};

/// Judges a pair of small policies subscriber by subscriber, without a line of the code under test:
/// slow, and only where one rule at most answers on each side.
/// Shape: rules of one topic and mechanism with `verdict`, `limits` of one metric and `conditions`.
class Oracle {
 public:
  Oracle(const nlohmann::json& base, const nlohmann::json& head) : base_(base), head_(head) {}

  /// Lists every subscriber that some rule tells apart.
  std::vector<OracleSubscriber> everybody() const {
    std::vector<OracleSubscriber> all;
    for (const char* plan : {"a", "b", "c", ""}) {
      for (const char* place : {"DE", "FR", "US", "world", ""}) {
        for (const char* service : {"data", "voice", ""}) {
          if (is_named_place(place) && is_named_service(service))
            all.push_back({plan, place, service});
        }
      }
    }
    return all;
  }

  /// Returns the impact on a subscriber: empty for none, nothing where the oracle does not judge.
  std::optional<std::string> impact_on(const OracleSubscriber& subscriber) const {
    const std::vector<nlohmann::json> before = answering(base_, subscriber);
    const std::vector<nlohmann::json> after = answering(head_, subscriber);
    if (before.size() > 1 || after.size() > 1) return std::nullopt;
    if (before.empty() && after.empty()) return "";
    if (before.empty()) return presence(after[0], base_, true);
    if (after.empty()) return presence(before[0], head_, false);
    return compare(before[0], after[0], subscriber);
  }

 private:
  template <typename Fits>
  bool any_rule(const Fits& fits) const {
    for (const nlohmann::json* policy : {&base_, &head_}) {
      for (const nlohmann::json& rule : policy->at("roaming")) {
        if (fits(*policy, rule)) return true;
      }
    }
    return false;
  }

  bool is_named_place(const std::string& place) const {
    return place.empty() || any_rule([&](const auto& policy, const auto& rule) {
             return rule.contains("zones") && is_in(policy, rule["zones"], place);
           });
  }

  bool is_named_service(const std::string& service) const {
    return service.empty() || any_rule([&](const auto&, const auto& rule) {
             return rule.contains("services") && names(rule["services"], service);
           });
  }

  static bool names(const nlohmann::json& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
  }

  static bool is_for_plan(const nlohmann::json& item, const std::string& plan) {
    const nlohmann::json plans = item.value("plans", nlohmann::json("all"));
    const bool named = plans == "all" || names(plans, plan);
    return named && !names(item.value("except", nlohmann::json::array()), plan);
  }

  static bool is_in(const nlohmann::json& policy,
                    const nlohmann::json& zones,
                    const std::string& place) {
    for (const nlohmann::json& zone : policy.at("zones")) {
      if (!names(zones, zone.at("id"))) continue;
      const bool inside =
          zone.contains("countries") ? names(zone["countries"], place) : zone["id"] == place;
      if (inside) return true;
    }
    return false;
  }

  template <typename Fits>
  static void prefer(std::vector<nlohmann::json>& rules, const Fits& fits) {
    if (!std::any_of(rules.begin(), rules.end(), fits)) return;
    std::erase_if(rules, [&](const nlohmann::json& rule) { return !fits(rule); });
  }

  static std::vector<nlohmann::json> answering(const nlohmann::json& policy,
                                               const OracleSubscriber& subscriber) {
    std::vector<nlohmann::json> found;
    for (const nlohmann::json& rule : policy.at("roaming")) {
      const bool here = !rule.contains("zones") || is_in(policy, rule["zones"], subscriber.place);
      const bool served = !rule.contains("services") || names(rule["services"], subscriber.service);
      if (here && served && is_for_plan(rule, subscriber.plan)) found.push_back(rule);
    }
    prefer(found, [](const nlohmann::json& rule) { return rule["verdict"] != "unknown"; });
    prefer(found, [](const nlohmann::json& rule) { return rule.contains("zones"); });
    return found;
  }

  static bool offers(const nlohmann::json& rule) {
    return rule["verdict"] == "allowed" || rule["verdict"] == "conditional";
  }

  static bool knows_rule(const nlohmann::json& policy, const nlohmann::json& id) {
    const auto& rules = policy.at("roaming");
    return std::any_of(rules.begin(), rules.end(), [&](const auto& rule) {
      return rule["id"] == id && rule["verdict"] != "unknown";
    });
  }

  /// Says what a rule that came or went alone does.
  static std::string presence(const nlohmann::json& rule, const nlohmann::json& other, bool came) {
    if (rule["verdict"] == "unknown") return "";
    if (!knows_rule(other, rule["id"])) return came ? "clarified" : "obscured";
    return offers(rule) == came ? "more_permissive" : "more_restrictive";
  }

  static std::vector<nlohmann::json> limits_of(const nlohmann::json& rule,
                                               const OracleSubscriber& subscriber) {
    std::vector<nlohmann::json> kept;
    for (const nlohmann::json& limit : rule.value("limits", nlohmann::json::array())) {
      if (is_for_plan(limit, subscriber.plan)) kept.push_back(limit);
    }
    return kept;
  }

  static bool somebody_has(const nlohmann::json& policy, const nlohmann::json& id) {
    for (const nlohmann::json& rule : policy.at("roaming")) {
      for (const nlohmann::json& limit : rule.value("limits", nlohmann::json::array())) {
        if (limit["id"] == id) return true;
      }
    }
    return false;
  }

  static const nlohmann::json* find(const std::vector<nlohmann::json>& limits,
                                    const nlohmann::json& id) {
    const auto found = std::find_if(
        limits.begin(), limits.end(), [&](const auto& limit) { return limit["id"] == id; });
    return found == limits.end() ? nullptr : &*found;
  }

  static bool says_none(const nlohmann::json& rule) {
    return rule.contains("limits") && rule["limits"].empty();
  }

  void compare_limits(const nlohmann::json& before,
                      const nlohmann::json& after,
                      const OracleSubscriber& subscriber,
                      std::set<std::string>& orders) const {
    const auto base = limits_of(before, subscriber);
    const auto head = limits_of(after, subscriber);
    for (const nlohmann::json& limit : base) {
      const nlohmann::json* now = find(head, limit["id"]);
      if (now == nullptr) {
        orders.insert(says_none(after) || somebody_has(head_, limit["id"]) ? "better" : "obscured");
      } else if (limit["max"] != (*now)["max"]) {
        orders.insert(limit["max"] < (*now)["max"] ? "better" : "worse");
      }
    }
    for (const nlohmann::json& limit : head) {
      if (find(base, limit["id"]) != nullptr) continue;
      orders.insert(says_none(before) || somebody_has(base_, limit["id"]) ? "worse" : "clarified");
    }
    if (before.contains("limits") != after.contains("limits") && base.empty() && head.empty())
      orders.insert(after.contains("limits") ? "clarified" : "obscured");
  }

  static void compare_conditions(const nlohmann::json& before,
                                 const nlohmann::json& after,
                                 std::set<std::string>& orders) {
    const nlohmann::json none = nlohmann::json::array();
    for (const nlohmann::json& word : before.value("conditions", none)) {
      if (!names(after.value("conditions", none), word)) orders.insert("better");
    }
    for (const nlohmann::json& word : after.value("conditions", none)) {
      if (!names(before.value("conditions", none), word)) orders.insert("worse");
    }
  }

  static int rank_of(const nlohmann::json& verdict) {
    if (verdict == "allowed") return 2;
    return verdict == "conditional" ? 1 : 0;
  }

  std::optional<std::string> compare(const nlohmann::json& before,
                                     const nlohmann::json& after,
                                     const OracleSubscriber& subscriber) const {
    std::set<std::string> orders;
    const bool was_known = before["verdict"] != "unknown";
    const bool is_known = after["verdict"] != "unknown";
    // What an offer brings with it is told by its verdict; other turns are the unit tests'.
    if (was_known != is_known) return is_known ? "clarified" : "obscured";
    if (!was_known || !offers(before) || !offers(after)) {
      if (before["verdict"] != after["verdict"] && offers(before) != offers(after))
        return offers(after) ? "more_permissive" : "more_restrictive";
      return std::nullopt;
    }
    const int turn = rank_of(after["verdict"]) - rank_of(before["verdict"]);
    if (turn != 0) orders.insert(turn > 0 ? "better" : "worse");
    compare_limits(before, after, subscriber, orders);
    compare_conditions(before, after, orders);
    return net(orders);
  }

  static std::string net(const std::set<std::string>& orders) {
    if (orders.count("better") != 0 && orders.count("worse") != 0) return "mixed";
    if (orders.count("worse") != 0) return "more_restrictive";
    if (orders.count("better") != 0) return "more_permissive";
    if (orders.count("obscured") != 0 && orders.count("clarified") != 0) return "neutral";
    if (orders.count("obscured") != 0) return "obscured";
    return orders.count("clarified") != 0 ? "clarified" : "";
  }

  const nlohmann::json& base_;
  const nlohmann::json& head_;
};

}  // namespace simrules
