#include "schema/spec/member_order.h"

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/pointer.h"
#include "schema/reference.h"

namespace simrules {
namespace {

/// Walks along a document and its schema.
class Ordering {
 public:
  Ordering(const Document& document, const WrittenValue& root) : document_(document), root_(root) {}

  WrittenValue ordered() const { return ordered("", document_.value, &root_); }

 private:
  /// Orders a value; `node` is what the schema says of it, null where that is nothing.
  WrittenValue ordered(const std::string& pointer,
                       const nlohmann::json& value,
                       const WrittenValue* node) const {
    if (value.is_array()) {
      WrittenValue list = WrittenValue::array();
      const WrittenValue* items = below(node, "items");
      for (std::size_t i = 0; i < value.size(); ++i) {
        list.push_back(ordered(pointer_join(pointer, i), value[i], items));
      }
      return list;
    }
    if (!value.is_object()) return value;
    const WrittenValue* known = below(node, "properties");
    WrittenValue object = WrittenValue::object();
    for (const std::string& name : names(pointer, value, known)) {
      const WrittenValue* member = below(known, name);
      if (member == nullptr) member = below(node, "additionalProperties");
      object[name] = ordered(pointer_join(pointer, name), value.at(name), member);
    }
    return object;
  }

  /// Lists the members of an object: those that are known, then the others as they stand.
  std::vector<std::string> names(const std::string& pointer,
                                 const nlohmann::json& value,
                                 const WrittenValue* known) const {
    std::vector<std::string> names;
    if (known != nullptr) {
      for (const auto& [name, node] : known->items()) {
        if (value.contains(name)) names.push_back(name);
      }
    }
    std::map<std::size_t, std::string> others;
    for (const auto& [name, member] : value.items()) {
      if (below(known, name) != nullptr) continue;
      others[document_.spans.at(pointer_join(pointer, name)).value.begin] = name;
    }
    for (auto& [place, name] : others) names.push_back(std::move(name));
    return names;
  }

  /// Returns a member of a schema, with its references followed; null where there is none.
  const WrittenValue* below(const WrittenValue* node, const std::string& name) const {
    if (node == nullptr || !node->is_object() || !node->contains(name)) return nullptr;
    const WrittenValue* found = &node->at(name);
    // The linter has made sure that references exist and that their chains end.
    while (found->contains("$ref")) {
      const auto pointer = reference_pointer(found->at("$ref").get<std::string>());
      found = &root_.at(WrittenValue::json_pointer(*pointer));
    }
    return found;
  }

  const Document& document_;
  const WrittenValue& root_;
};

}  // namespace

WrittenValue MemberOrder::ordered(const Document& document) const {
  return Ordering(document, root_).ordered();
}

}  // namespace simrules
