#include "diff/change_ids.h"

#include <algorithm>
#include <map>
#include <utility>

#include "diff/compare/match.h"

namespace simrules {
namespace {

/// A place of the schema, named as a walk through two values names it.
struct IdPlace {
  std::string path;
  std::string name;
  bool is_item = false;
  int depth = 0;
};

/// Collects the ids of all fields.
class Collector {
 public:
  explicit Collector(const PolicySchema& schema) {
    for (DirectionWord& word : direction_words(schema)) {
      const std::string key = word.word;
      directions_.emplace(key, std::move(word));
    }
  }

  void visit(const FieldSpec& spec, const IdPlace& place) {
    if (place.depth > 0) {
      for (const std::string& word : directions_of(spec, place.is_item)) {
        add(spec.topic, place.name, word).fields.emplace_back(place.path, &spec);
      }
    }
    if (spec.is_quantity()) return;
    for (const auto& [name, member] : spec.properties) visit(*member, below(place, spec, *member));
    if (spec.additional != nullptr) visit(*spec.additional, below(place, spec, *spec.additional));
    if (!spec.is_keyed_list()) return;
    visit(*spec.items, item_of(place, spec));
    if (has_ids(spec))
      add(spec.topic, item_of(place, spec).name, kRenamed).fields.emplace_back(place.path, &spec);
  }

  ChangeId& add(const std::string& topic, const std::string& name, const std::string& direction) {
    ChangeId& id = add(change_id(topic, name, direction), direction);
    id.topic = topic;
    return id;
  }

  ChangeId& add(const std::string& whole, const std::string& direction) {
    ChangeId& id = ids_[whole];
    id.direction = directions_.at(direction);
    return id;
  }

  std::vector<ChangeId> take() {
    std::vector<ChangeId> list;
    for (auto& [id, entry] : ids_) {
      entry.id = id;
      entry.mirror = id.substr(0, id.size() - entry.direction.word.size()) + entry.direction.mirror;
      list.push_back(std::move(entry));
    }
    return list;
  }

 private:
  /// What is not substance is named by where its area begins.
  static IdPlace below(const IdPlace& place, const FieldSpec& spec, const FieldSpec& member) {
    const std::string& own = member.change_name.empty() ? member.name : member.change_name;
    const bool keeps_name = place.depth > 0 && spec.area != Area::kSubstance;
    return {place.path.empty() ? member.name : place.path + "/" + member.name,
            keeps_name ? place.name : own,
            false,
            place.depth + 1};
  }

  static IdPlace item_of(const IdPlace& place, const FieldSpec& list) {
    const bool is_rule = place.depth == 1 && place.name == list.topic;
    return {is_rule ? "" : place.path, is_rule ? "rule" : place.name, true, place.depth + 1};
  }

  std::map<std::string, DirectionWord> directions_;
  std::map<std::string, ChangeId> ids_;
};

}  // namespace

std::string change_id(const std::string& topic,
                      const std::string& field,
                      const std::string& direction) {
  std::string id = (topic.empty() ? "policy" : topic) + "-" + field + "-" + direction;
  std::replace(id.begin(), id.end(), '_', '-');
  return id;
}

std::vector<ChangeId> change_ids(const PolicySchema& schema) {
  Collector collector(schema);
  collector.visit(schema.root(), {});
  for (const std::string& topic : schema.topics()) {
    collector.add(topic, std::string(kConfidence), "changed");
  }
  collector.add(kPolicyIntroduced, "introduced");
  collector.add(kPolicyRemoved, "removed");
  return collector.take();
}

}  // namespace simrules
