#include "document/builder.h"

#include <utility>

#include <fmt/format.h>

#include "base/pointer.h"
#include "base/text.h"

namespace simrules {

std::string DocumentBuilder::next_pointer() const {
  if (in_list()) return pointer_join(pointer_, frames_.back().list->size());
  return has_key_ ? pointer_join(pointer_, key_) : pointer_;
}

bool DocumentBuilder::count_node(SourceSpan span) {
  if (++nodes_ <= limits_.nodes) return true;
  reporter_.report({.check = "too-many-nodes",
                    .span = span,
                    .message = fmt::format("the file has more than {} values, the limit of a file",
                                           limits_.nodes),
                    .help = "split it into smaller files",
                    .pointer = next_pointer()});
  return false;
}

void DocumentBuilder::check_list_length(SourceSpan span) {
  if (frames_.back().list->size() != limits_.list_items) return;
  reporter_.report({.check = "list-too-long",
                    .span = span,
                    .message = fmt::format("the list has more than {} items, the limit of a list",
                                           limits_.list_items),
                    .help = "check whether all of it belongs here, and split it if so",
                    .pointer = pointer_});
}

DocumentBuilder::Placed DocumentBuilder::place(nlohmann::json value, SourceSpan span) {
  if (frames_.empty()) {
    value_ = std::move(value);
    return {&value_, spans_.add_root(span)};
  }
  const Frame& around = frames_.back();
  if (in_list()) {
    check_list_length(span);
    const auto number = spans_.add_item(around.number, around.list->size(), span);
    return {&around.list->emplace_back(std::move(value)), number};
  }
  const auto number = spans_.add_member(around.number, key_, key_span_, span);
  has_key_ = false;
  auto& [key, placed] = *around.object->insert_or_assign(std::move(key_), std::move(value)).first;
  return {&placed, number};
}

bool DocumentBuilder::open(nlohmann::json::value_t type, std::size_t begin) {
  const SourceSpan span{begin, begin + 1};
  end_ = span.end;
  if (frames_.size() == limits_.depth) {
    reporter_.report(
        {.check = "too-deep",
         .span = span,
         .message =
             fmt::format("values are nested more than {} deep, the limit of a file", limits_.depth),
         .help = "flatten the structure",
         .pointer = next_pointer()});
    return false;
  }
  if (!count_node(span)) return false;
  const std::size_t pointer_size = pointer_.size();
  pointer_ = next_pointer();
  const Placed placed = place(type, span);
  frames_.push_back({.list = placed.value->get_ptr<nlohmann::json::array_t*>(),
                     .object = placed.value->get_ptr<nlohmann::json::object_t*>(),
                     .number = placed.number,
                     .begin = begin,
                     .pointer_size = pointer_size});
  return true;
}

void DocumentBuilder::close(std::size_t end) {
  end_ = end;
  spans_.close(frames_.back().number, {frames_.back().begin, end});
  pointer_.resize(frames_.back().pointer_size);
  frames_.pop_back();
}

void DocumentBuilder::key(SourceSpan span, std::string text) {
  if (text.size() > limits_.key_bytes) {
    reporter_.report(
        {.check = "key-too-long",
         .span = span,
         .message = fmt::format("the key has {} bytes, more than {}, the limit of a key",
                                text.size(),
                                limits_.key_bytes),
         .help = "shorten it; long text belongs into a value",
         .pointer = pointer_});
  }
  if (frames_.back().object->contains(text)) {
    std::string pointer = pointer_join(pointer_, text);
    const SourceSpan first = spans_.at(pointer).key.value_or(SourceSpan{});
    reporter_.report({.check = "duplicate-key",
                      .span = span,
                      .message = fmt::format("the key {} is here a second time", quoted(text)),
                      .help = "keep one of the two, or give one another name",
                      .pointer = std::move(pointer),
                      .notes = {{reporter_.source().place(first), "the first one is here"}}});
  }
  refused_key(span, std::move(text));
}

void DocumentBuilder::refused_key(SourceSpan span, std::string text) {
  key_ = std::move(text);
  key_span_ = span;
  has_key_ = true;
  end_ = span.end;
}

bool DocumentBuilder::scalar(SourceSpan span, nlohmann::json value) {
  end_ = span.end;
  if (!count_node(span)) return false;
  const auto* text = value.get_ptr<const std::string*>();
  if (text != nullptr && text->size() > limits_.scalar_bytes) {
    reporter_.report(
        {.check = "scalar-too-long",
         .span = span,
         .message = fmt::format("the text has {} bytes, more than {}, the limit of a value",
                                text->size(),
                                limits_.scalar_bytes),
         .help = "shorten it, or split it into several values",
         .pointer = next_pointer()});
  }
  place(std::move(value), span);
  return true;
}

}  // namespace simrules
