#include "schema/spec/member_order.h"

#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "base/pointer.h"
#include "schema/reference.h"

namespace simrules {
namespace {

using nlohmann::json;

/// Walks along a document and its schema.
class Ordering {
 public:
  Ordering(const Document& document, const Schema& schema) : document_(document), schema_(schema) {}

  /// Orders a value; `node` is what the schema says of it, null where that is nothing.
  WrittenValue ordered(const std::string& pointer,
                       const json& value,
                       const ResolvedSchema& node) const {
    if (value.is_array()) {
      WrittenValue list = WrittenValue::array();
      const ResolvedSchema items = below(node, "/items");
      for (std::size_t i = 0; i < value.size(); ++i) {
        list.push_back(ordered(pointer_join(pointer, i), value[i], items));
      }
      return list;
    }
    if (!value.is_object()) return value;
    std::map<std::pair<std::size_t, std::size_t>, std::string> names;
    for (const auto& [name, member] : value.items()) {
      const std::size_t written = document_.spans.at(pointer_join(pointer, name)).value.begin;
      names[{rank(node, name), written}] = name;
    }
    WrittenValue object = WrittenValue::object();
    for (const auto& [place, name] : names) {
      ResolvedSchema member = below(node, pointer_join("/properties", name));
      if (member.node == nullptr) member = below(node, "/additionalProperties");
      object[name] = ordered(pointer_join(pointer, name), value.at(name), member);
    }
    return object;
  }

 private:
  /// Follows a path of the schema, and the references at its end.
  ResolvedSchema below(const ResolvedSchema& node, const std::string& path) const {
    const json* found = node.node == nullptr ? nullptr : find_value(*node.node, path);
    if (found == nullptr) return {nullptr, ""};
    return resolve_at(schema_.value(), *found, node.pointer + path);
  }

  /// Returns where the schema names a member; what it does not know ranks behind all others.
  std::size_t rank(const ResolvedSchema& node, const std::string& name) const {
    const SourceMap& spans = schema_.document().spans;
    const auto found = spans.find(node.pointer + pointer_join("/properties", name));
    const bool is_known = node.node != nullptr && found != spans.end();
    return is_known ? found->second.value.begin : schema_.document().source.text().size();
  }

  const Document& document_;
  const Schema& schema_;
};

}  // namespace

WrittenValue in_schema_order(const Document& document, const Schema& schema) {
  const ResolvedSchema root = resolve_at(schema.value(), schema.value(), "");
  return Ordering(document, schema).ordered("", document.value, root);
}

}  // namespace simrules
