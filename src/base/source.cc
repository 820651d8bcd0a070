#include "base/source.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <utility>

#include "base/pointer.h"
#include "base/text.h"

namespace simrules {
namespace {

std::uint32_t narrow(std::size_t offset) { return static_cast<std::uint32_t>(offset); }

/// Mixes the value around into the hash of a name or an index.
/// Source: the multiplier is that of Knuth's multiplicative hashing, 2^64 over the golden ratio.
std::size_t mixed(std::size_t hash, std::uint32_t around) {
  constexpr std::size_t kGolden = 0x9E3779B97F4A7C15;
  const std::size_t all = (hash ^ around) * kGolden;
  return all ^ (all >> 32U);
}

/// Returns the first slot, from that of a hash on, that is free or holds what is looked for.
template <typename IsIt>
std::size_t first_slot(const std::vector<std::uint32_t>& slots,
                       std::size_t hash,
                       const IsIt& is_it) {
  constexpr auto kFree = std::numeric_limits<std::uint32_t>::max();
  const std::size_t last = slots.size() - 1;
  std::size_t slot = hash & last;
  while (slots[slot] != kFree && !is_it(slots[slot])) slot = (slot + 1) & last;
  return slot;
}

/// Reads the token of a list's item; nothing for what is no index, such as `00`.
std::optional<std::size_t> index_of(std::string_view token) {
  std::size_t index = 0;
  const char* const last = token.data() + token.size();
  const auto [end, error] = std::from_chars(token.data(), last, index);
  const bool is_short = !token.starts_with('0') || token.size() == 1;
  return error == std::errc() && end == last && is_short ? std::optional(index) : std::nullopt;
}

}  // namespace

SourceFile::SourceFile(std::string path, std::string text)
    : path_(std::move(path)), text_(std::move(text)), line_starts_{0} {
  for (std::size_t i = text_.find('\n'); i != std::string::npos; i = text_.find('\n', i + 1)) {
    line_starts_.push_back(i + 1);
  }
}

Place SourceFile::place(SourceSpan span) const {
  if (line_starts_.empty()) return Place{.path = path_, .source_line = {}};
  const std::size_t begin = std::min(span.begin, text_.size());
  const std::size_t end = std::clamp(span.end, begin, text_.size());
  const auto line_of = [&](std::size_t offset) {
    const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    return static_cast<std::size_t>(next - line_starts_.begin()) - 1;
  };
  const auto column_of = [&](std::size_t line, std::size_t offset) {
    const std::size_t start = line_starts_[line];
    return static_cast<int>(count_code_points(text().substr(start, offset - start))) + 1;
  };
  const std::size_t line = line_of(begin);
  const std::size_t end_line = line_of(end);
  const std::size_t start = line_starts_[line];
  std::string_view source_line = text().substr(start, text_.find('\n', start) - start);
  if (source_line.ends_with('\r')) source_line.remove_suffix(1);
  return Place{.path = path_,
               .line = static_cast<int>(line) + 1,
               .column = column_of(line, begin),
               .end_line = static_cast<int>(end_line) + 1,
               .end_column = column_of(end_line, end),
               .source_line = std::string(source_line)};
}

TextEdit SourceFile::edit(SourceSpan span, std::string text) const {
  return {span, place(span), std::move(text)};
}

SourceMap::Number SourceMap::add_root(SourceSpan value) {
  return add({.begin = narrow(value.begin), .end = narrow(value.end)}, {});
}

SourceMap::Number SourceMap::add_item(Number list, std::size_t index, SourceSpan value) {
  return add({.around = list,
              .size = narrow(index),
              .begin = narrow(value.begin),
              .end = narrow(value.end)},
             {});
}

SourceMap::Number SourceMap::add_member(Number object,
                                        std::string_view name,
                                        SourceSpan key,
                                        SourceSpan value) {
  return add({.around = object,
              .name = narrow(names_.size()),
              .size = narrow(name.size()),
              .key_begin = narrow(key.begin),
              .key_end = narrow(key.end),
              .begin = narrow(value.begin),
              .end = narrow(value.end)},
             name);
}

SourceMap::Number SourceMap::add(const Node& node, std::string_view name) {
  make_room();
  const std::size_t slot =
      node.name == kNone ? slot_of(node.around, node.size) : slot_of(node.around, name);
  if (slots_[slot] != kNone) return slots_[slot];
  names_ += name;
  slots_[slot] = narrow(nodes_.size());
  nodes_.push_back(node);
  return slots_[slot];
}

void SourceMap::make_room() {
  // At most half of the slots are taken, so that the next free one is near.
  if (2 * (nodes_.size() + 1) <= slots_.size()) return;
  slots_.assign(slots_.empty() ? 16 : 2 * slots_.size(), kNone);
  for (Number i = 0; i < nodes_.size(); ++i) slots_[slot_of(nodes_[i])] = i;
}

std::size_t SourceMap::slot_of(Number around, std::size_t index) const {
  return first_slot(slots_, mixed(index, around), [&](Number number) {
    const Node& node = nodes_[number];
    return node.around == around && node.name == kNone && node.size == index;
  });
}

std::size_t SourceMap::slot_of(Number around, std::string_view name) const {
  return first_slot(slots_, mixed(std::hash<std::string_view>()(name), around), [&](Number number) {
    const Node& node = nodes_[number];
    return node.around == around && node.name != kNone && name_of(node) == name;
  });
}

std::size_t SourceMap::slot_of(const Node& node) const {
  return node.name == kNone ? slot_of(node.around, node.size) : slot_of(node.around, name_of(node));
}

void SourceMap::close(Number number, SourceSpan whole) {
  Node& node = nodes_[number];
  if (node.begin == whole.begin) node.end = narrow(whole.end);
}

std::string_view SourceMap::name_of(const Node& node) const {
  return std::string_view(names_).substr(node.name, node.size);
}

NodeSpans SourceMap::spans_of(const Node& node) const {
  NodeSpans spans{.key = {}, .value = {node.begin, node.end}};
  if (node.name != kNone) spans.key = SourceSpan{node.key_begin, node.key_end};
  return spans;
}

SourceMap::Number SourceMap::child(Number around, std::string_view token) const {
  const Number member = slots_[slot_of(around, token)];
  const auto index = index_of(token);
  return member == kNone && index ? slots_[slot_of(around, *index)] : member;
}

SourceMap::Number SourceMap::number_of(std::string_view pointer) const {
  if (nodes_.empty()) return kNone;
  Number number = 0;
  for (const std::string& token : pointer_split(pointer)) {
    if (number != kNone) number = child(number, token);
  }
  return number;
}

std::optional<NodeSpans> SourceMap::find(std::string_view pointer) const {
  const Number number = number_of(pointer);
  return number == kNone ? std::nullopt : std::optional(spans_of(nodes_[number]));
}

SourceMap SourceMap::below(std::string_view pointer) const {
  SourceMap part;
  const Number top = number_of(pointer);
  if (top == kNone) return part;
  std::vector<Number> numbers(nodes_.size(), kNone);
  for (Number i = top; i < nodes_.size(); ++i) {
    Node node = nodes_[i];
    if (i != top && (node.around < top || numbers[node.around] == kNone)) continue;
    const std::string_view name = node.name == kNone ? std::string_view() : name_of(node);
    node.around = i == top ? kNone : numbers[node.around];
    if (node.name != kNone) node.name = narrow(part.names_.size());
    numbers[i] = part.add(node, name);
  }
  return part;
}

std::string SourceMap::pointer_of(Number number) const {
  const Node& node = nodes_[number];
  if (node.around == kNone) return "";
  const std::string around = pointer_of(node.around);
  return node.name == kNone ? pointer_join(around, node.size) : pointer_join(around, name_of(node));
}

void SourceMap::for_each(
    const std::function<void(const std::string&, const NodeSpans&)>& visit) const {
  for (Number i = 0; i < nodes_.size(); ++i) visit(pointer_of(i), spans_of(nodes_[i]));
}

}  // namespace simrules
