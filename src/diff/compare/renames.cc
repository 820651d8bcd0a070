#include "diff/compare/renames.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/member.h"
#include "base/pointer.h"
#include "diff/change_ids.h"
#include "diff/compare/match.h"
#include "schema/spec/find_field.h"

namespace simrules {
namespace {

using nlohmann::json;
using Ids = std::map<std::string, std::string>;

/// The member that identifies what has a name of its own.
constexpr const char* kId = "id";

/// What two items can differ in and be the same: their ids, and why our data last changed.
constexpr const char* kBesideTheTerms[] = {kId, "formerly", "revision"};

json terms_of(json item) {
  for (const char* name : kBesideTheTerms) item.erase(name);
  return item;
}

/// Lists the items of one side whose ids the other does not have.
std::vector<const json*> only_in(const json& list, const json& other) {
  std::set<std::string_view> ids;
  for (const NamedItem& item : ListOf<NamedItem>(&other)) ids.insert(item.id());
  std::vector<const json*> found;
  for (const json& item : list) {
    if (!ids.contains(NamedItem(&item).id())) found.push_back(&item);
  }
  return found;
}

/// Finds the one of some items that fits; nothing where none does, or several.
template <typename Fits>
const json* only_one(const std::vector<const json*>& items, const Fits& fits) {
  const json* found = nullptr;
  for (const json* item : items) {
    if (!fits(*item)) continue;
    if (found != nullptr) return nullptr;
    found = item;
  }
  return found;
}

/// Finds the ids that items of a list have got, old to new.
/// Shape: `declared` are those that the policy names itself.
Ids renamed_in(const FieldSpec& list, const json& base, const json& head, Ids declared) {
  const std::vector<const json*> gone = only_in(base, head);
  const std::vector<const json*> came = only_in(head, base);
  Ids ids;
  for (const json* old_item : gone) {
    const std::string id(NamedItem(old_item).id());
    const auto is_named = [&](const json& item) {
      const auto said = declared.find(id);
      return NamedItem(&item).formerly().contains(id) ||
             (said != declared.end() && NamedItem(&item).id() == said->second);
    };
    const auto is_same = [&](const json& a, const json& b) {
      const json left = terms_of(a);
      const json right = terms_of(b);
      return same(*list.items, &left, &right);
    };
    const json* now = only_one(came, is_named);
    if (now == nullptr) {
      now = only_one(came, [&](const json& item) { return is_same(*old_item, item); });
      const auto is_rival = [&](const json& item) { return now != nullptr && is_same(item, *now); };
      if (only_one(gone, is_rival) == nullptr) now = nullptr;
    }
    if (now != nullptr) ids.emplace(id, NamedItem(now).id());
  }
  return ids;
}

/// Gives ids in a list.
void rename_items(json& list, const Ids& ids) {
  for (json& item : list) {
    const auto found = ids.find(std::string(NamedItem(&item).id()));
    if (found != ids.end()) item[kId] = found->second;
  }
}

void rename_word(json& word, const Ids& ids) {
  if (!word.is_string()) return;
  const auto found = ids.find(word.get_ref<const std::string&>());
  if (found != ids.end()) word = found->second;
}

/// Gives the ids wherever a field refers to the list.
void rename_references(json& value, const FieldSpec& spec, std::string_view list, const Ids& ids) {
  if (spec.refers == list) {
    rename_word(value, ids);
    if (value.is_array()) std::ranges::for_each(value, [&](json& word) { rename_word(word, ids); });
    return;
  }
  if (value.is_array() && spec.items != nullptr) {
    for (json& item : value) rename_references(item, *spec.items, list, ids);
  } else if (value.is_object()) {
    for (auto& [name, member] : value.items()) {
      if (const FieldSpec* known = spec.member(name)) rename_references(member, *known, list, ids);
    }
  }
}

/// Aligns the copy of a base with its head.
class Aligner {
 public:
  Aligner(const Policy& base, const Policy& head, const FieldSpec& spec)
      : base_(base), head_(head), spec_(spec), value_(base.raw()) {}

  AlignedBase align() {
    for (const auto& [name, list] : spec_.properties) {
      if (has_ids(*list)) align_list(*list, name, "", value_, head_.raw(), {});
    }
    if (renames_.empty()) return {base_, {}};
    Policy aligned = make_policy(std::move(value_), base_.path, base_.sha256, topics_of(spec_));
    aligned.document = base_.document;
    return {std::move(aligned), std::move(renames_)};
  }

 private:
  /// Returns what the head says of rules that moved within their topic, old to new.
  Ids declared_in(const std::string& topic) const {
    Ids ids;
    for (const Retired& retired : head_.retired()) {
      const RuleName old = parse_local_name(head_.id, retired.id());
      const auto now = retired.successor();
      if (old.topic == topic && now && now->policy == head_.id && now->topic == topic)
        ids.emplace(old.id, now->id);
    }
    return ids;
  }

  /// Returns the ids that the items of a list have got.
  Ids align_list(const FieldSpec& list,
                 const std::string& name,
                 const std::string& around,
                 json& base,
                 const json& head,
                 const std::string& rule) {
    const json* other = find_member(head, name);
    const auto own = base.find(name);
    if (other == nullptr || own == base.end()) return {};
    const bool is_topic = around.empty() && list.topic == name;
    const std::string at = pointer_join(around, name);
    Ids ids = renamed_in(list, *own, *other, is_topic ? declared_in(name) : Ids());
    for (const auto& [before, after] : ids)
      renames_.push_back(renamed(
          {head_.id, list.topic, is_topic ? after : rule}, list, pointer_join(at, after), before));
    rename_items(*own, ids);
    if (around.empty() && !ids.empty()) rename_references(value_, spec_, name, ids);
    align_inside(list, at, *own, *other, is_topic);
    return ids;
  }

  /// Aligns the lists in the items that both sides have.
  void align_inside(
      const FieldSpec& list, const std::string& at, json& base, const json& head, bool is_topic) {
    for (const auto& [name, inner] : list.items->properties) {
      if (!has_ids(*inner)) continue;
      for (json& item : base) {
        const std::string id(NamedItem(&item).id());
        for (const json& other : head) {
          if (NamedItem(&other).id() != id) continue;
          const Ids ids =
              align_list(*inner, name, pointer_join(at, id), item, other, is_topic ? id : "");
          if (!ids.empty()) rename_references(item, *list.items, "../" + name, ids);
        }
      }
    }
  }

  const Policy& base_;
  const Policy& head_;
  const FieldSpec& spec_;
  json value_;
  std::vector<Change> renames_;
};

}  // namespace

Change renamed(const RuleName& in,
               const FieldSpec& list,
               const std::string& pointer,
               const std::string& before) {
  const std::string after = pointer_leaf(pointer);
  Change change;
  change.policy = in.policy;
  change.topic = in.topic;
  change.rule = in.id;
  change.pointer = pointer_join(pointer, kId);
  change.impact = Impact::kEditorial;
  change.before = before;
  change.after = after;
  const bool is_rule = in.id == after && list.topic == list.name;
  change.id = change_id(change.topic, is_rule ? "rule" : list.name, kRenamed);
  change.label = list.items->label("en") + " " + after + ": " + kId;
  change.fingerprint = fingerprint(change);
  return change;
}

bool is_rename(const Change& change) { return change.id.ends_with(std::string("-") + kRenamed); }

bool is_move(const Change& change) {
  return is_rename(change) && text_or_empty(&change.before).find('#') != std::string_view::npos;
}

AlignedBase align(const Policy& base, const Policy& head, const FieldSpec& spec) {
  return Aligner(base, head, spec).align();
}

}  // namespace simrules
