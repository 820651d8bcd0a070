#include "diff/effects/rule_groups.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>

#include <nlohmann/json.hpp>

namespace simrules {
namespace {

using Rules = std::vector<const Rule*>;

/// Finds the rules that hold for a subscriber: those that are known, else those that are not, and of
/// these what is for its own place, else what holds everywhere.
Rules rules_for(const Subscriber& subscriber, const Rules& rules, const PolicySide& side) {
  const auto scoped = [&](const Rule* rule) {
    return Scoped{&rule->raw(), rule_spec(side.spec, rule->topic), &side.places};
  };
  const auto known = [&](const Rule* rule) { return is_known(*rule, side.spec); };
  const auto placed = [&](const Rule* rule) { return scoped(rule).names_places(); };
  Rules found;
  std::ranges::copy_if(rules, std::back_inserter(found), [&](const Rule* rule) {
    return scoped(rule).is_for(subscriber);
  });
  const auto prefer = [&](const auto& fits) {
    if (std::ranges::any_of(found, fits))
      std::erase_if(found, [&](const Rule* rule) { return !fits(rule); });
  };
  prefer(known);
  prefer(placed);
  return found;
}

/// Pairs rules of two lists and takes them out of both.
class Pairing {
 public:
  Pairing(Rules base, Rules head) : base_(std::move(base)), head_(std::move(head)) {}

  template <typename Fits>
  void pair_where(const Fits& fits) {
    for (auto base = base_.begin(); base != base_.end();) {
      const auto head =
          std::ranges::find_if(head_, [&](const Rule* rule) { return fits(**base, *rule); });
      if (head == head_.end()) {
        ++base;
        continue;
      }
      pairs_.push_back({*base, *head});
      head_.erase(head);
      base = base_.erase(base);
    }
  }

  bool is_done() const { return base_.empty() && head_.empty(); }

  /// Pairs what is left by how little differs; of several by their ids, whatever the side. Where
  /// very much was replaced, nothing is near: then by the order of their ids.
  template <typename Distance>
  void pair_nearest(const Distance& distance) {
    constexpr std::size_t kMostCompared = 64;
    if (base_.size() * head_.size() > kMostCompared) return pair_in_order();
    while (!base_.empty() && !head_.empty()) {
      using Key = std::tuple<std::size_t, std::string_view, std::string_view>;
      std::optional<Key> least;
      auto best = std::make_pair(base_.begin(), head_.begin());
      for (auto base = base_.begin(); base != base_.end(); ++base) {
        for (auto head = head_.begin(); head != head_.end(); ++head) {
          std::string_view first = (*base)->id;
          std::string_view second = (*head)->id;
          if (second < first) std::swap(first, second);
          const Key key{distance(RulePair{*base, *head}), first, second};
          if (least && key >= *least) continue;
          least = key;
          best = {base, head};
        }
      }
      pairs_.push_back({*best.first, *best.second});
      base_.erase(best.first);
      head_.erase(best.second);
    }
  }

  void pair_in_order() {
    std::ranges::sort(base_, {}, &Rule::id);
    std::ranges::sort(head_, {}, &Rule::id);
    while (!base_.empty() && !head_.empty()) {
      pairs_.push_back({base_.back(), head_.back()});
      base_.pop_back();
      head_.pop_back();
    }
  }

  /// Takes out what says the same as a rule of the other side that has its pair: a part of it that
  /// was split off or merged into it.
  template <typename Same>
  void drop_copies(const Same& same) {
    for (const RulePair& pair : std::vector<RulePair>(pairs_)) {
      std::erase_if(base_, [&](const Rule* rule) { return same(*rule, *pair.head); });
      std::erase_if(head_, [&](const Rule* rule) { return same(*pair.base, *rule); });
    }
  }

  std::vector<RulePair> take() {
    for (const Rule* rule : base_) pairs_.push_back({rule, nullptr});
    for (const Rule* rule : head_) pairs_.push_back({nullptr, rule});
    return std::move(pairs_);
  }

 private:
  Rules base_;
  Rules head_;
  std::vector<RulePair> pairs_;
};

/// Joins the groups that mechanisms are in, where a rule is of one on the base and of another on the
/// head.
class Mechanisms {
 public:
  void join(std::string_view a, std::string_view b) {
    const std::string_view first = std::min(root(a), root(b));
    const std::string_view second = std::max(root(a), root(b));
    roots_[second] = first;
  }

  std::string_view root(std::string_view mechanism) const {
    const auto found = roots_.find(mechanism);
    return found == roots_.end() || found->second == mechanism ? mechanism : root(found->second);
  }

 private:
  std::map<std::string_view, std::string_view> roots_;
};

}  // namespace

std::vector<RuleGroup> rule_groups(const std::string& topic, const PolicySides& sides) {
  Mechanisms mechanisms;
  for (const Rule& head : sides.head.policy.rules) {
    const Rule* base = find_rule(sides.base.policy, head.topic, head.id);
    if (head.topic == topic && base != nullptr)
      mechanisms.join(base->mechanism(), head.mechanism());
  }
  std::map<std::string_view, RuleGroup> groups;
  for (const Rule& rule : sides.base.policy.rules) {
    if (rule.topic == topic) groups[mechanisms.root(rule.mechanism())].base.push_back(&rule);
  }
  for (const Rule& rule : sides.head.policy.rules) {
    if (rule.topic == topic) groups[mechanisms.root(rule.mechanism())].head.push_back(&rule);
  }
  std::vector<RuleGroup> list;
  list.reserve(groups.size());
  for (auto& [mechanism, group] : groups) list.push_back(std::move(group));
  return list;
}

std::vector<RulePair> pairs_for(const Subscriber& subscriber,
                                const RuleGroup& group,
                                const PolicySides& sides) {
  Pairing pairing(rules_for(subscriber, group.base, sides.base),
                  rules_for(subscriber, group.head, sides.head));
  pairing.pair_where([](const Rule& base, const Rule& head) { return base.id == head.id; });
  if (pairing.is_done()) return pairing.take();
  std::map<const Rule*, nlohmann::json> terms;
  const auto said = [&](const Rule& rule, const PolicySide& side) -> const nlohmann::json& {
    const auto [found, is_new] = terms.try_emplace(&rule);
    if (is_new) found->second = terms_for(rule, subscriber, side);
    return found->second;
  };
  const auto same = [&](const Rule& base, const Rule& head) {
    return said(base, sides.base) == said(head, sides.head);
  };
  pairing.pair_where(same);
  pairing.drop_copies(same);
  pairing.pair_nearest(
      [&](const RulePair& pair) { return compare_terms(pair, subscriber, group, sides).size(); });
  return pairing.take();
}

}  // namespace simrules
