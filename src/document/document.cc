#include "document/document.h"

#include "base/pointer.h"

namespace simrules {
namespace {

NodeSpans find_nearest(const SourceMap& spans, std::string pointer) {
  auto found = spans.find(pointer);
  while (!found && !pointer.empty()) {
    pointer = pointer_parent(pointer);
    found = spans.find(pointer);
  }
  return found.value_or(NodeSpans{});
}

}  // namespace

bool Document::is_refused(std::string pointer) const {
  while (!pointer.empty() && !refused.contains(pointer)) pointer = pointer_parent(pointer);
  return !pointer.empty();
}

Place Document::value_place(const std::string& pointer) const {
  return source.place(find_nearest(spans, pointer).value);
}

Place Document::key_place(const std::string& pointer) const {
  const NodeSpans found = find_nearest(spans, pointer);
  return source.place(found.key.value_or(found.value));
}

}  // namespace simrules
