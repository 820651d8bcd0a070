#include <set>
#include <tuple>

#include "base/pointer.h"
#include "schema/lint/vocabulary.h"
#include "schema/reference.h"
#include "schema/spec/words.h"

namespace simrules {

namespace {

using nlohmann::json;

struct FieldLister {
  const json& root;
  std::vector<FieldUse> fields;
  std::set<std::tuple<std::string, std::string, bool, bool, bool>> seen;
};

/// What a use of a field takes over from the field around it.
struct Around {
  const json* parent = nullptr;
  std::string parent_pointer;
  bool named = false;
  bool below_topic = false;
  bool inside_leaf = false;
  // The items of a set and the values of a ranked map are compared as part of it.
  bool part_of_leaf = false;
};

bool is_leaf(const json& root, const json& node) {
  if (node.value("x-set", false) || is_quantity_schema(root, node)) return true;
  return !allows_type(node, "object") && !allows_type(node, "array");
}

void visit(FieldLister& lister,
           const json& written,
           const std::string& written_at,
           const Around& around) {
  const ResolvedSchema field = resolve_at(lister.root, written, written_at);
  const json& node = *field.node;
  const bool own_leaf = is_leaf(lister.root, node);
  const bool leaf = own_leaf && !around.inside_leaf && !around.part_of_leaf;
  const auto key =
      std::make_tuple(field.pointer, around.parent_pointer, around.named, around.below_topic, leaf);
  if (!lister.seen.insert(key).second) return;
  lister.fields.push_back({&node,
                           field.pointer,
                           around.parent,
                           around.named,
                           around.below_topic,
                           leaf,
                           around.inside_leaf});
  Around inner;
  inner.parent = &node;
  inner.parent_pointer = field.pointer;
  inner.below_topic = around.below_topic || node.contains("x-topic");
  inner.inside_leaf = around.inside_leaf || own_leaf;
  if (const auto properties = node.find("properties"); properties != node.end()) {
    Around member = inner;
    member.named = true;
    const std::string at = pointer_join(field.pointer, "properties");
    for (const auto& [name, child] : properties->items())
      visit(lister, child, pointer_join(at, name), member);
  }
  if (const auto items = node.find("items"); items != node.end()) {
    visit(lister, *items, pointer_join(field.pointer, "items"), inner);
  }
  const auto additional = node.find("additionalProperties");
  if (additional == node.end() || !additional->is_object()) return;
  inner.part_of_leaf = node.contains("x-better");
  visit(lister, *additional, pointer_join(field.pointer, "additionalProperties"), inner);
}

}  // namespace

bool is_quantity_schema(const json& root, const json& node) {
  if (node.contains("x-units") && allows_type(node, "object")) return true;
  const auto properties = node.find("properties");
  if (properties == node.end()) return false;
  for (const auto& member : *properties) {
    if (resolve(root, member).contains("x-units")) return true;
  }
  return false;
}

std::vector<FieldUse> list_fields(const json& root) {
  FieldLister lister{root, {}, {}};
  visit(lister, root, "", {});
  return std::move(lister.fields);
}

}  // namespace simrules
