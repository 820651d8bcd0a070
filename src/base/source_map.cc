#include <utility>

#include "base/pointer.h"
#include "base/source.h"

namespace simrules {
namespace {

std::uint32_t narrow(std::size_t offset) { return static_cast<std::uint32_t>(offset); }

}  // namespace

void SourceMap::add(Node node, SourceSpan value) {
  node.begin = narrow(value.begin);
  node.end = narrow(value.end);
  node.after = narrow(nodes_.size() + 1);
  nodes_.push_back(node);
}

void SourceMap::add_item(SourceSpan value) { add({}, value); }

void SourceMap::add_member(std::string_view name, SourceSpan key, SourceSpan value) {
  const Node node{.key_begin = narrow(key.begin),
                  .key_end = narrow(key.end),
                  .name = narrow(names_.size()),
                  .name_size = narrow(name.size())};
  names_ += name;
  add(node, value);
}

std::size_t SourceMap::open() {
  nodes_.back().after = 0;
  return nodes_.size() - 1;
}

void SourceMap::close(std::size_t number, std::size_t end) {
  nodes_[number].end = narrow(end);
  nodes_[number].after = narrow(nodes_.size());
}

std::size_t SourceMap::after(std::size_t number) const {
  const std::uint32_t after = nodes_[number].after;
  return after == 0 ? nodes_.size() : after;
}

NodeSpans SourceMap::spans_of(const Node& node) const {
  NodeSpans spans{.key = {}, .value = {node.begin, node.end}};
  if (node.name != kNone) spans.key = SourceSpan{node.key_begin, node.key_end};
  return spans;
}

std::string SourceMap::token(const Node& node, std::size_t index) const {
  return node.name == kNone ? std::to_string(index) : names_.substr(node.name, node.name_size);
}

std::optional<std::size_t> SourceMap::find_below(std::size_t number,
                                                 std::span<const std::string> tokens) const {
  if (tokens.empty()) return number;
  std::size_t index = 0;
  for (std::size_t child = number + 1; child < after(number); child = after(child), ++index) {
    if (token(nodes_[child], index) != tokens.front()) continue;
    if (const auto found = find_below(child, tokens.subspan(1))) return found;
  }
  return std::nullopt;
}

std::optional<std::size_t> SourceMap::find_number(std::string_view pointer) const {
  if (nodes_.empty()) return std::nullopt;
  return find_below(0, pointer_split(pointer));
}

std::optional<NodeSpans> SourceMap::find(std::string_view pointer) const {
  const auto number = find_number(pointer);
  return number ? std::optional(spans_of(nodes_[*number])) : std::nullopt;
}

SourceMap SourceMap::below(std::string_view pointer) const {
  SourceMap part;
  const auto number = find_number(pointer);
  if (!number) return part;
  part.names_ = names_;
  for (std::size_t i = *number; i < after(*number); ++i) {
    part.nodes_.push_back(nodes_[i]);
    part.nodes_.back().after = narrow(after(i) - *number);
  }
  return part;
}

void SourceMap::for_each(
    const std::function<void(const std::string&, const NodeSpans&)>& visit) const {
  struct Around {
    std::size_t after;
    std::size_t pointer_size;
    std::size_t next_index;
  };
  std::vector<Around> around;
  std::string pointer;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    while (!around.empty() && around.back().after <= i) around.pop_back();
    if (!around.empty()) {
      pointer.resize(around.back().pointer_size);
      pointer = pointer_join(pointer, token(nodes_[i], around.back().next_index++));
    }
    visit(pointer, spans_of(nodes_[i]));
    around.push_back({after(i), pointer.size(), 0});
  }
}

}  // namespace simrules
