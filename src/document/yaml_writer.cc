#include "document/yaml_writer.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "base/pointer.h"
#include "document/layout/block.h"
#include "document/spans.h"

namespace simrules {
namespace {

/// A collection of a document, and where its first child begins and its last one ends.
/// Shape: the column is that of its keys, or of the dashes of its items.
struct Collection {
  const Document& document;
  SourceSpan span;
  bool is_flow = false;
  bool is_empty = true;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t column = 0;

  TextEdit edit(std::size_t at, std::string text) const {
    return document.source.edit({at, at}, std::move(text));
  }
};

Collection collection_at(const Document& document, const std::string& pointer) {
  const std::string_view text = document.source.text();
  const nlohmann::json& value = document.value.at(nlohmann::json::json_pointer(pointer));
  Collection found{document, document.spans.at(pointer).value};
  found.is_flow = text[found.span.begin] == '{' || text[found.span.begin] == '[';
  found.begin = text.size();
  for (const auto& [name, member] : value.items()) {
    const NodeSpans child = document.spans.at(pointer_join(pointer, name));
    found.is_empty = false;
    found.begin = std::min(found.begin, child.key.value_or(child.value).begin);
    found.end = std::max(found.end, child.value.end);
  }
  const std::size_t first = value.is_array() ? found.span.begin : found.begin;
  found.column = static_cast<std::size_t>(byte_column(text, std::min(first, text.size())));
  return found;
}

/// Puts a text behind the last child: into the same brackets, or below its line with its comment.
TextEdit add_behind(const Collection& to, const std::string& flow, const std::string& block) {
  if (to.is_flow && to.is_empty) return to.edit(to.span.begin + 1, flow);
  if (to.is_flow) return to.edit(to.end, ", " + flow);
  const std::string_view text = to.document.source.text();
  const std::size_t line_end = std::min(text.find('\n', to.end), text.size());
  return to.edit(line_end, "\n" + std::string(to.column, ' ') + block);
}

}  // namespace

TextEdit add_members(const Document& document,
                     const std::string& pointer,
                     const WrittenValue& members) {
  const Collection to = collection_at(document, pointer);
  const std::string flow = flow_text(members);
  return add_behind(to, flow.substr(1, flow.size() - 2), block_members(members, to.column));
}

TextEdit add_first_item(const Document& document,
                        const std::string& pointer,
                        const WrittenValue& item) {
  const Collection to = collection_at(document, pointer);
  if (to.is_flow) {
    return to.edit(to.span.begin + 1, flow_text(item) + (to.is_empty ? "" : ", "));
  }
  return to.edit(to.span.begin, block_item(item, to.column) + "\n" + std::string(to.column, ' '));
}

TextEdit add_last_item(const Document& document,
                       const std::string& pointer,
                       const WrittenValue& item) {
  const Collection to = collection_at(document, pointer);
  return add_behind(to, flow_text(item), block_item(item, to.column));
}

}  // namespace simrules
